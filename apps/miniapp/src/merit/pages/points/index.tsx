import { usePages, useRead } from '@/api/use-read'
import { StatementList, useStatement } from '@/features/ledger/StatementList'
import { BalanceHero } from '@/features/points/BalanceHero'
import { TaskRow } from '@/features/points/TaskRow'
import { pointsText } from '@/features/points/text'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { PagedList } from '@/ui/PagedList'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'

/** Points: what I have, how to earn more, and where they went. */
export default function PointsPage() {
  const t = useText(pointsText)
  const balances = useRead('getMyBalances', {})
  const offers = usePages('listShopItems', { query: {} })
  const tasks = usePages('listMyPointTasks', { query: { limit: 50 } })
  const statement = useStatement('points')
  const footer = (
    <BottomBar>
      <Button kind="soft" onTap={() => go(routes.orders)}>
        {t.myOrders}
      </Button>
      <Button icon="gift" onTap={() => go(routes.shop)}>
        {t.toShop}
      </Button>
    </BottomBar>
  )
  return (
    <Page
      title={t.title}
      footer={footer}
      onRefresh={() => Promise.all([balances.refetch(), offers.refetch(), tasks.refetch(), statement.refetch()])}
    >
      <Loaded of={balances} skeleton={<Skeleton shape="hero" />}>
        {(mine) => <BalanceHero points={mine.balances.points} offers={offers.items ?? []} />}
      </Loaded>
      <Section title={t.tasks}>
        <Card flush>
          <PagedList
            of={tasks}
            keyOf={({ task }) => task.id}
            empty={<Empty icon="points" title={t.noTasks} detail={t.noTasksDetail} />}
            skeleton={<Skeleton shape="rows" count={3} />}
          >
            {(mine) => <TaskRow mine={mine} />}
          </PagedList>
        </Card>
      </Section>
      <Section title={t.movements}>
        <StatementList statement={statement} empty={<Empty icon="points" title={t.noMovements} detail={t.noMovementsDetail} />} />
      </Section>
    </Page>
  )
}
