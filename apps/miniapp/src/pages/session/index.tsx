import { isBefore } from '@yijian/shared/kernel/time'
import { FieldCover } from '@/features/project/FieldCover'
import { fieldText } from '@/features/project/field-text'
import { LeaveNotice } from '@/features/signup/LeaveNotice'
import { MyPlaceNotice } from '@/features/signup/MyPlaceNotice'
import { SessionEarnings } from '@/features/signup/SessionEarnings'
import { SessionFacts } from '@/features/signup/SessionFacts'
import { SessionWords } from '@/features/signup/SessionWords'
import { SignUpBar } from '@/features/signup/SignUpBar'
import { signupText } from '@/features/signup/text'
import { useSession } from '@/features/signup/use-session'
import { useText } from '@/i18n/use-text'
import { addressOf, go, routes, useParams } from '@/lib/routes'
import { ShareButton } from '@/platform/ShareButton'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'

export default function SessionPage() {
  const t = useText(signupText)
  const fields = useText(fieldText)
  const { sessionId } = useParams(routes.session)
  const { session, mine, step, now, refresh } = useSession(sessionId)
  const footer = session.data && step ? <SignUpBar session={session.data} step={step} now={now} /> : undefined
  return (
    <Page title={t.title} onRefresh={refresh} footer={footer}>
      {sessionId === undefined ? (
        <Empty icon="link" title={t.missing} detail={t.missingDetail} action={{ words: t.toList, onTap: () => go(routes.projects) }} />
      ) : (
        <Loaded of={session} skeleton={<Skeleton count={4} />}>
          {(one) => (
            <>
              <FieldCover field={one.field} tags={[fields[one.field], [one.city, one.branch.name].filter(Boolean).join(' · ')]} />
              <SessionFacts session={one} now={now} />
              <MyPlaceNotice session={one} />
              {mine.data === undefined && Boolean(mine.error) && <ErrorState error={mine.error} onRetry={() => void mine.refetch()} />}
              {one.state === 'open' && isBefore(now, one.endsAt) && <SessionEarnings earnings={one.earnings} />}
              <LeaveNotice session={one} now={now} />
              <SessionWords session={one} />
              <ShareButton card={{ title: one.title, path: addressOf(routes.session, { sessionId: one.id }) }}>{t.share}</ShareButton>
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
