import { useState } from 'react'
import { usePages, useRead } from '@/api/use-read'
import { StatementList, useStatement } from '@/features/ledger/StatementList'
import { LeaveHero } from '@/features/leave/LeaveHero'
import { MyLeaveList } from '@/features/leave/MyLeaveList'
import { leaveText } from '@/features/leave/text'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { Segmented } from '@/ui/Segmented'
import { Skeleton } from '@/ui/Skeleton'

/** My charity leave: what is left of the year, and what I asked for. */
export default function LeavePage() {
  const t = useText(leaveText)
  const mine = useRead('getMyLeave')
  const requests = usePages('listMyLeave', { query: {} })
  const statement = useStatement('leave')
  const [view, setView] = useState<'requests' | 'statement'>('requests')
  const views = [
    { value: 'requests', words: t.requests },
    { value: 'statement', words: t.statement },
  ] as const
  // Leave of next year may be asked for while this year's is used up.
  const canAsk = mine.data !== undefined && mine.data.leftMinutes + mine.data.next.leftMinutes > 0
  const footer = mine.data && (
    <BottomBar>
      <Button id="ask-leave" disabledReason={canAsk ? undefined : t.nothingLeft(mine.data.year)} onTap={() => go(routes.askLeave, {})}>
        {t.ask}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.title} onRefresh={() => Promise.all([mine.refetch(), requests.refetch(), statement.refetch()])} footer={footer}>
      <Loaded of={mine} skeleton={<Skeleton count={1} />}>
        {(allowance) => (
          <>
            <LeaveHero allowance={allowance} />
            <Notice tone={allowance.earnsCredit ? 'brand' : 'gold'}>{allowance.earnsCredit ? t.earns : t.earnsNot}</Notice>
          </>
        )}
      </Loaded>
      <Segmented label={t.title} choices={views} value={view} onChange={setView} />
      {view === 'requests' ? (
        <MyLeaveList requests={requests} />
      ) : (
        <StatementList statement={statement} empty={<Empty icon="calendar" title={t.noStatement} detail={t.noStatementDetail} />} />
      )}
    </Page>
  )
}
