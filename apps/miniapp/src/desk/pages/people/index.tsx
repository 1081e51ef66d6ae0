import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import type { Employee } from '@yijian/shared/people/shapes'
import { useState } from 'react'
import { usePages } from '@/api/use-read'
import { PersonSheet } from '@/features/admin/PersonSheet'
import { adminText } from '@/features/admin/text'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Avatar } from '@/ui/Avatar'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { RecordList } from '@/ui/RecordList'
import { SearchBox } from '@/ui/SearchBox'
import { Tag } from '@/ui/Tag'

/** Finds a person and does what HR or an operator may do for them. */
export default function PeoplePage() {
  const t = useText(adminText)
  const { language } = useSettings()
  const day = (on: string) => dayText(startOfShanghaiDay(on), deviceNow(), language)
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Employee>()
  const people = usePages('listEmployees', { query: search === '' ? {} : { search } })
  return (
    <Page title={t.people} isWide onRefresh={people.refetch}>
      <SearchBox label={t.peopleSearch} clearLabel={t.clearSearch} value={search} onSearch={setSearch} />
      <Notice>{t.peopleNote}</Notice>
      <RecordList
        of={people}
        keyOf={({ id }) => id}
        empty={<Empty icon="search" title={t.noPeople} />}
        heads={{ title: t.columns.name, end: t.columns.state }}
        start={({ name }) => <Avatar name={name} />}
        title={({ name }) => name}
        facts={[
          { head: t.columns.no, of: ({ employeeNo }) => employeeNo },
          { head: t.columns.department, of: ({ department }) => department },
          { head: t.columns.city, of: ({ city }) => city },
          { head: t.columns.hired, of: ({ hiredOn }) => day(hiredOn), named: true },
        ]}
        end={({ leftOn }) => leftOn !== null && <Tag>{t.left(day(leftOn))}</Tag>}
        onTap={(person) => () => setChosen(person)}
      />
      {chosen && <PersonSheet key={chosen.id} person={chosen} onClose={() => setChosen(undefined)} />}
    </Page>
  )
}
