import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { BadgeWall } from '@/features/honour/BadgeWall'
import { PointsHero } from '@/features/honour/PointsHero'
import { honourText } from '@/features/honour/text'
import { StatementList, useStatement } from '@/features/ledger/StatementList'
import { useText } from '@/i18n/use-text'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'

export default function HonourPage() {
  const t = useText(honourText)
  const enabled = useLogin() !== undefined
  const balances = useRead('getMyBalances', {}, { enabled })
  const badges = useRead('listMyBadges', {}, { enabled })
  const statement = useStatement('points')
  const waiting = (
    <>
      <Skeleton shape="hero" />
      <Skeleton count={3} />
    </>
  )
  return (
    <Page title={t.title} onRefresh={() => Promise.all([balances.refetch(), badges.refetch(), statement.refetch()])}>
      <Loaded of={balances} skeleton={waiting}>
        {(mine) => (
          <>
            <PointsHero points={mine.balances.points} />
            <Section title={t.badges}>
              <Loaded of={badges}>{({ items }) => <BadgeWall badges={items} />}</Loaded>
            </Section>
            <Section title={t.movements}>
              <StatementList statement={statement} empty={<Empty icon="points" title={t.noMovements} detail={t.noMovementsDetail} />} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
