import { usePages, useRead } from '@/api/use-read'
import { LeaveHero } from '@/features/leave/LeaveHero'
import { MyLeaveList } from '@/features/leave/MyLeaveList'
import { leaveText } from '@/features/leave/text'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Loaded } from '@/ui/Loaded'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'

/** My charity leave: what is left of the year, and what I asked for. */
export default function LeavePage() {
  const t = useText(leaveText)
  const mine = useRead('getMyLeave')
  const requests = usePages('listMyLeave', { query: {} })
  const footer = mine.data && (
    <BottomBar>
      <Button id="ask-leave" disabledReason={mine.data.leftMinutes > 0 ? undefined : t.nothingLeft} onTap={() => go(routes.askLeave, {})}>
        {t.ask}
      </Button>
    </BottomBar>
  )
  return (
    <Page title={t.title} onRefresh={() => Promise.all([mine.refetch(), requests.refetch()])} footer={footer}>
      <Loaded of={mine} skeleton={<Skeleton count={1} />}>
        {(allowance) => (
          <>
            <LeaveHero allowance={allowance} />
            <Notice tone={allowance.earnsCredit ? 'brand' : 'gold'}>{allowance.earnsCredit ? t.earns : t.earnsNot}</Notice>
          </>
        )}
      </Loaded>
      <Section title={t.requests}>
        <MyLeaveList requests={requests} />
      </Section>
    </Page>
  )
}
