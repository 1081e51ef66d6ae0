import type { HoursLine } from '@yijian/shared/hours/shapes'
import { minutesBetween } from '@yijian/shared/kernel/time'
import { useEffect, useState } from 'react'
import { usePages, useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { Page } from '@/ui/Page'
import type { TypedLines } from './confirmations'
import { HoursActions } from './HoursActions'
import { HoursRow } from './HoursRow'
import { MinutesSheet } from './MinutesSheet'
import { hostedHoursText } from './hours-text'

/** The hours of a session: check the minutes of everybody, confirm, then issue. */
export function HoursSheet({ sessionId }: { sessionId: string }) {
  const t = useText(hostedHoursText)
  const session = useRead('getSession', { params: { sessionId } })
  const lines = usePages('listSessionHours', { params: { sessionId }, query: { limit: 100 } })
  const [typed, setTyped] = useState<TypedLines>({})
  const [chosen, setChosen] = useState<HoursLine>()
  useAllPages(lines)
  const { data } = session
  const isWhole = lines.items !== undefined && !lines.hasNextPage
  return (
    <Page
      title={t.title}
      onRefresh={() => Promise.all([lines.refetch(), session.refetch()])}
      footer={data && isWhole && <HoursActions session={data} lines={lines.items ?? []} typed={typed} />}
    >
      <PagedList
        of={lines}
        keyOf={({ attendanceId }) => attendanceId}
        empty={<Empty icon="clock" title={t.empty} detail={t.emptyDetail} />}
      >
        {(line) => (
          <Card flush>
            <HoursRow line={line} typed={typed} onTap={line.state === 'attended' ? () => setChosen(line) : undefined} />
          </Card>
        )}
      </PagedList>
      {chosen && data && (
        <MinutesSheet
          key={chosen.attendanceId}
          line={chosen}
          typed={typed[chosen.attendanceId]}
          sessionMinutes={minutesBetween(data.startsAt, data.endsAt)}
          onSet={(value) => {
            setTyped((before) => ({ ...before, [chosen.attendanceId]: value }))
            setChosen(undefined)
          }}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Page>
  )
}

/** The whole session is confirmed at once, so every page of it is needed. */
function useAllPages(list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
}
