import type { Cycle } from '@yijian/shared/award/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { usePages, useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { CycleCard } from '@/features/award/CycleCard'
import { awardDeskText } from '@/features/award/desk-text'
import { LeaderList } from '@/features/award/LeaderList'
import { Missing } from '@/features/award/Missing'
import { MyNominations } from '@/features/award/MyNominations'
import { Objections } from '@/features/award/Objections'
import { Ranking } from '@/features/award/Ranking'
import { awardText } from '@/features/award/text'
import { useText } from '@/i18n/use-text'
import { routes, useParams } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Columns } from '@/ui/Columns'
import { Dialog } from '@/ui/Dialog'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'

const isBefore = (phase: Cycle['phase']) => phase === 'announced' || phase === 'nominating' || phase === 'scoring'

export default function AwardCyclePage() {
  const { cycleId } = useParams(routes.awardCycle)
  return cycleId ? <RunCycle cycleId={cycleId} /> : <Missing />
}

/** One cycle as those see it who run it. */
function RunCycle({ cycleId }: { cycleId: string }) {
  const t = useText(awardDeskText)
  const cycle = useRead('getCycle', { params: { cycleId } })
  return (
    <Page title={t.award} isWide onRefresh={cycle.refetch} footer={cycle.data?.phase === 'publishing' && <Publish cycleId={cycleId} />}>
      <Loaded of={cycle}>
        {(cycle) => <Columns main="second" first={<CycleCard cycle={cycle} />} second={<Results cycle={cycle} />} />}
      </Loaded>
    </Page>
  )
}

/** Nominations first, then the ranking, then what became of it. */
function Results({ cycle }: { cycle: Cycle }) {
  const t = useText(awardDeskText)
  const { phases } = useText(awardText)
  if (isBefore(cycle.phase))
    return (
      <>
        <Notice tone="info">{t.notYet}</Notice>
        <MyNominations cycleId={cycle.id} title={phases.nominating} />
      </>
    )
  return (
    <>
      {cycle.phase !== 'deciding' && (
        <>
          <LeaderList isDesk cycle={cycle} />
          <Objections cycleId={cycle.id} />
        </>
      )}
      <Ranking cycle={cycle} />
    </>
  )
}

/** Once for a year: what was objected is decided before, and who publishes is asked again. */
function Publish({ cycleId }: { cycleId: string }) {
  const t = useText(awardDeskText)
  const [isAsked, setAsked] = useState(false)
  const { items } = usePages('listObjections', { params: { cycleId }, query: {} })
  const isDecided = items?.every(({ state }) => state !== 'open')
  const publish = useToldAction((_: undefined, options) => api.publishLeaders({ params: { cycleId } }, options), {
    changes: ['getCycle', 'listCycles', 'listLeaders'],
    done: t.published,
  })
  return (
    <>
      <BottomBar>
        <Button
          id="publish-leaders"
          busy={publish.isBusy}
          disabledReason={isDecided === false ? t.objectionsFirst : undefined}
          onTap={() => setAsked(true)}
        >
          {t.publish}
        </Button>
      </BottomBar>
      <Dialog
        isOpen={isAsked}
        title={t.publish}
        detail={t.publishDetail}
        confirm={t.publish}
        onConfirm={() => {
          setAsked(false)
          publish.start(undefined)
        }}
        onClose={() => setAsked(false)}
      />
    </>
  )
}
