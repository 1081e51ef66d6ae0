import { useRead } from '@/api/use-read'
import { CycleCard } from '@/features/award/CycleCard'
import { LeaderList } from '@/features/award/LeaderList'
import { MyObjections } from '@/features/award/MyObjections'
import { MyNominations } from '@/features/award/MyNominations'
import { awardText } from '@/features/award/text'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'

const shown = new Set(['publicity', 'publishing', 'published'])

/** The award of the year: where it stands, what I can do, who was chosen. */
export default function AwardPage() {
  const t = useText(awardText)
  const cycles = useRead('listCycles', { query: { limit: 5 } })
  const [newest] = cycles.data?.items ?? []
  const footer = newest?.phase === 'nominating' && (
    <BottomBar note={t.nominateNote}>
      <Button id="nominate" onTap={() => go(routes.nominate, { cycleId: newest.id })}>
        {t.nominate}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.title} onRefresh={cycles.refetch} footer={footer}>
      <Loaded of={cycles}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="badge" title={t.none} detail={t.noneDetail} />
          ) : (
            <>
              {items.map((cycle, index) => (
                <CycleParts key={cycle.id} cycle={cycle} isNewest={index === 0} />
              ))}
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function CycleParts({ cycle, isNewest }: { cycle: Parameters<typeof CycleCard>[0]['cycle']; isNewest: boolean }) {
  const t = useText(awardText)
  return (
    <>
      <CycleCard cycle={cycle} />
      {shown.has(cycle.phase) && <LeaderList cycle={cycle} />}
      {isNewest && shown.has(cycle.phase) && <MyObjections cycleId={cycle.id} />}
      {isNewest && cycle.phase !== 'published' && (
        <MyNominations cycleId={cycle.id} title={t.mine} hidesNone={cycle.phase !== 'nominating'} />
      )}
    </>
  )
}
