import type { IssuedLine } from '@yijian/shared/hours/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { useState } from 'react'
import { usePages } from '@/api/use-read'
import { CorrectionSheet } from '@/features/desk/CorrectionSheet'
import { correctionText } from '@/features/desk/correction-text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, duration, keepFigures } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Avatar } from '@/ui/Avatar'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { RecordList } from '@/ui/RecordList'
import { SearchBox } from '@/ui/SearchBox'
import { Tag } from '@/ui/Tag'

/** Issued hours of the branches of a lead, to find those that are wrong and correct them. */
export default function CorrectionsPage() {
  const t = useText(correctionText)
  const { language } = useSettings()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<IssuedLine>()
  const lines = usePages('listIssuedHours', { query: search === '' ? {} : { search } })
  const nobody = search !== ''
  // As the list holds it now: another lead may correct the same hours while the sheet is open.
  const line = lines.items?.find(({ attendanceId }) => attendanceId === chosen?.attendanceId) ?? chosen
  return (
    <Page title={t.title} isWide onRefresh={lines.refetch}>
      <SearchBox label={t.search} clearLabel={t.clearSearch} value={search} onSearch={setSearch} />
      <Notice>{t.note}</Notice>
      <RecordList
        of={lines}
        keyOf={({ attendanceId }) => attendanceId}
        empty={
          <Empty
            icon={nobody ? 'search' : 'clock'}
            title={nobody ? t.notFound : t.none}
            detail={nobody ? t.notFoundDetail : t.noneDetail}
          />
        }
        heads={{ title: t.columns.person, end: t.columns.state }}
        start={({ person }) => <Avatar name={person.name} />}
        title={({ person }) => person.name}
        facts={[
          { head: t.columns.department, of: ({ person }) => person.department },
          { head: t.columns.session, of: ({ sessionTitle }) => keepFigures(sessionTitle) },
          { head: t.columns.day, of: ({ servedOn }) => dayText(startOfShanghaiDay(servedOn), deviceNow(), language) },
          { head: t.columns.grade, of: ({ grade }) => t.grade(grade) },
        ]}
        figure={{ head: t.columns.time, of: ({ minutes }) => duration(minutes, language) }}
        end={({ corrections }) => (corrections > 0 ? <Tag tone="info">{t.times(corrections)}</Tag> : <Tag>{t.issued}</Tag>)}
        onTap={(line) => () => setChosen(line)}
      />
      {line && <CorrectionSheet key={line.attendanceId} line={line} onClose={() => setChosen(undefined)} />}
    </Page>
  )
}
