import { useLogin } from '@/api/login'
import { usePages, useRead } from '@/api/use-read'
import { HoursHero } from '@/features/hours/HoursHero'
import { HoursLine } from '@/features/hours/HoursLine'
import { HowHours } from '@/features/hours/HowHours'
import { hoursText } from '@/features/hours/text'
import { useText } from '@/i18n/use-text'
import { go, routes } from '@/lib/routes'
import { Empty } from '@/ui/Empty'
import { Loaded } from '@/ui/Loaded'
import { Page } from '@/ui/Page'
import { PagedList } from '@/ui/PagedList'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'

export default function HoursPage() {
  const t = useText(hoursText)
  const enabled = useLogin() !== undefined
  const balances = useRead('getMyBalances', {}, { enabled })
  const lines = usePages('listMyHours', { query: {} }, { enabled })
  const nothing = (
    <>
      <Empty icon="clock" title={t.none} detail={t.noneDetail} action={{ words: t.findOne, onTap: () => go(routes.projects) }} />
      <HowHours />
    </>
  )
  const waiting = (
    <>
      <Skeleton shape="hero" />
      <Skeleton count={3} />
    </>
  )
  return (
    <Page title={t.title} onRefresh={() => Promise.all([balances.refetch(), lines.refetch()])}>
      <Loaded of={balances} skeleton={waiting}>
        {(mine) => (
          <>
            <HoursHero {...mine} />
            <Section title={t.lines}>
              <PagedList of={lines} keyOf={({ attendanceId }) => attendanceId} empty={nothing}>
                {(line) => <HoursLine line={line} />}
              </PagedList>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
