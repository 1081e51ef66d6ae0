import type { HoursLine } from '@yijian/shared/hours/shapes'
import { minutesBetween } from '@yijian/shared/kernel/time'
import type { Session } from '@yijian/shared/project/shapes'
import { useEffect, useState } from 'react'
import { usePages, useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { clockTime, count, span } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Avatar } from '@/ui/Avatar'
import { View } from '@/ui/elements'
import { Empty } from '@/ui/Empty'
import { Page } from '@/ui/Page'
import { RecordList } from '@/ui/RecordList'
import { causesOf, HoursTag } from './HoursTag'
import { minutesOf } from './confirmations'
import type { TypedLines } from './confirmations'
import { HoursActions } from './HoursActions'
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
      isWide
      onRefresh={() => Promise.all([lines.refetch(), session.refetch()])}
      footer={data && isWhole && <HoursActions session={data} lines={lines.items ?? []} typed={typed} />}
    >
      {data && <Head session={data} />}
      <RecordList
        of={lines}
        keyOf={({ attendanceId }) => attendanceId}
        empty={<Empty icon="clock" title={t.empty} detail={t.emptyDetail} />}
        heads={{ title: t.columns.person, end: t.columns.state }}
        start={({ person }) => <Avatar name={person.name} />}
        title={({ person }) => person.name}
        facts={[
          { head: t.columns.in, of: ({ inAt }) => clockTime(inAt), named: true },
          { head: t.columns.out, of: ({ outAt }) => (outAt ? clockTime(outAt) : t.unknown), named: true },
          { head: t.columns.grade, of: ({ grade }) => t.grade(grade) },
          { head: t.columns.note, of: (line) => causesOf(line, t) },
        ]}
        figure={{ head: t.columns.minutes, of: (line) => `${count(minutesOf(line, typed))} ${t.unit}` }}
        end={(line) => <HoursTag line={line} typed={typed} />}
        onTap={(line) => (line.state === 'attended' ? () => setChosen(line) : undefined)}
      />
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

/** Which session it is: a host may have several to confirm. */
function Head({ session: { title, startsAt, endsAt } }: { session: Session }) {
  const { language } = useSettings()
  return (
    <View>
      <View className="t-strong">{title}</View>
      <View className="t-small">{span(startsAt, endsAt, deviceNow(), language)}</View>
    </View>
  )
}

/** The whole session is confirmed at once, so every page of it is needed. */
function useAllPages(list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
}
