import { useRead } from '@/api/use-read'
import { StatementList, useStatement } from '@/features/ledger/StatementList'
import { useText } from '@/i18n/use-text'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { PointsHero } from './PointsHero'
import { honourText } from './text'

/** Points and where they came from. */
export function MyPoints() {
  const t = useText(honourText)
  const balances = useRead('getMyBalances')
  const statement = useStatement('points')
  return (
    <Section title={t.movements}>
      <Loaded of={balances} skeleton={<Skeleton />}>
        {(mine) => <PointsHero points={mine.balances.points} />}
      </Loaded>
      <StatementList statement={statement} empty={<Empty icon="points" title={t.noMovements} detail={t.noMovementsDetail} />} />
    </Section>
  )
}
