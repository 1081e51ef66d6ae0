import type { Cycle, Nomination } from '@yijian/shared/award/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { awardDeskText } from '@/features/award/desk-text'
import { DossierCard } from '@/features/award/DossierCard'
import { MarksForm } from '@/features/award/MarksForm'
import { Missing } from '@/features/award/Missing'
import { NominationHead } from '@/features/award/NominationHead'
import { awardText } from '@/features/award/text'
import { useText } from '@/i18n/use-text'
import { routes, useParams } from '@/lib/routes'
import { Button } from '@/ui/Button'
import { Columns } from '@/ui/Columns'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { ReasonDialog } from '@/ui/ReasonDialog'

const over: ReadonlySet<Cycle['phase']> = new Set(['deciding', 'publicity', 'publishing', 'published'])

export default function ScorePage() {
  const { nominationId } = useParams(routes.score)
  return nominationId ? <Score nominationId={nominationId} /> : <Missing />
}

/** One nomination before a judge: who, what the ledger says, the marks. */
function Score({ nominationId }: { nominationId: string }) {
  const t = useText(awardDeskText)
  const words = useText(awardText)
  const nomination = useRead('getNomination', { params: { nominationId } })
  const cycleId = nomination.data?.cycleId
  const cycle = useRead('getCycle', { params: { cycleId: cycleId ?? '' } }, { enabled: cycleId !== undefined })
  return (
    <Page title={t.score} isWide onRefresh={nomination.refetch}>
      <Loaded of={nomination}>
        {(nomination) => (
          <Columns
            first={
              <>
                <NominationHead nomination={nomination} />
                <DossierCard dossier={nomination.dossier} />
              </>
            }
            second={
              <>
                {nomination.conflict !== null && <Notice tone="info">{t.asideFor(words.conflicts[nomination.conflict])}</Notice>}
                {cycle.data && over.has(cycle.data.phase) && <Notice tone="info">{t.scoringOver}</Notice>}
                {nomination.conflict === null && cycle.data?.phase === 'scoring' && (
                  <>
                    <StepAside nomination={nomination} />
                    <MarksForm nomination={nomination} weights={cycle.data.weights} />
                  </>
                )}
              </>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

function StepAside({ nomination }: { nomination: Nomination }) {
  const t = useText(awardDeskText)
  const [isAsking, setAsking] = useState(false)
  const declare = useToldAction(
    (reason: string, options) => api.declareConflict({ params: { nominationId: nomination.id }, body: { reason } }, options),
    { changes: ['listNominations', 'getNomination'], done: t.steppedAside, onDone: () => setAsking(false) },
  )
  return (
    <>
      <View className="row">
        <Button kind="plain" size="small" onTap={() => setAsking(true)}>
          {t.stepAside}
        </Button>
      </View>
      <ReasonDialog
        isOpen={isAsking}
        title={t.stepAside}
        detail={t.stepAsideDetail}
        busy={declare.isBusy}
        onConfirm={(reason) => declare.start(reason)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
