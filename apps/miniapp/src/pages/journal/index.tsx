import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { JournalStory } from '@/features/ledger/JournalStory'
import { StoryHero } from '@/features/ledger/StoryHero'
import { ledgerText } from '@/features/ledger/text'
import { useText } from '@/i18n/use-text'
import { go, routes, useParams } from '@/lib/routes'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'

export default function JournalPage() {
  const t = useText(ledgerText)
  const { journalId, account = 'credit' } = useParams(routes.journal)
  const story = useRead(
    'getMyJournal',
    { params: { journalId: journalId ?? '' }, query: { account } },
    { enabled: useLogin() !== undefined && journalId !== undefined },
  )
  return (
    <Page title={t.storyTitle} onRefresh={story.refetch}>
      {journalId === undefined ? (
        <Empty icon="link" title={t.missing} detail={t.missingDetail} action={{ words: t.toCredit, onTap: () => go(routes.credit) }} />
      ) : (
        <Loaded of={story} skeleton={<Skeleton count={3} />}>
          {(one) => (
            <>
              <StoryHero story={one} />
              <JournalStory story={one} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
