import type { Nomination } from '@yijian/shared/award/shapes'
import { api } from '@/api/client'
import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { DossierCard } from '@/features/award/DossierCard'
import { Missing } from '@/features/award/Missing'
import { NominationHead } from '@/features/award/NominationHead'
import { awardText } from '@/features/award/text'
import { useText } from '@/i18n/use-text'
import { routes, useParams } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'

export default function NominationPage() {
  const { nominationId } = useParams(routes.nomination)
  return nominationId ? <OneNomination nominationId={nominationId} /> : <Missing />
}

function OneNomination({ nominationId }: { nominationId: string }) {
  const t = useText(awardText)
  const me = useLogin()?.me.employee.id
  const nomination = useRead('getNomination', { params: { nominationId } })
  const asked = nomination.data?.state === 'proposed' && nomination.data.nominee.id === me
  return (
    <Page title={t.nomination} onRefresh={nomination.refetch} footer={asked && <Answer nomination={nomination.data} />}>
      <Loaded of={nomination}>
        {(nomination) => (
          <>
            <NominationHead nomination={nomination} />
            {nomination.state === 'accepted' && <DossierCard dossier={nomination.dossier} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Answer({ nomination }: { nomination: Nomination | undefined }) {
  const t = useText(awardText)
  const answer = useToldAction(
    (given: 'accepted' | 'declined', options) =>
      api.answerNomination({ params: { nominationId: nomination?.id ?? '' }, body: { answer: given } }, options),
    { changes: ['getNomination', 'listNominations'], done: ({ state }) => (state === 'accepted' ? t.accepted : t.declined) },
  )
  return (
    <BottomBar note={t.answerNote}>
      <Button kind="soft" busy={answer.isBusy} onTap={() => answer.start('declined')}>
        {t.decline}
      </Button>
      <Button id="accept-nomination" busy={answer.isBusy} onTap={() => answer.start('accepted')}>
        {t.accept}
      </Button>
    </BottomBar>
  )
}
