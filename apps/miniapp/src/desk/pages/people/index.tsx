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
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { Notice } from '@/ui/Notice'
import { PagedList } from '@/ui/PagedList'
import { Page } from '@/ui/Page'
import { SearchBox } from '@/ui/SearchBox'

/** Finds a person and does what HR or an operator may do for them. */
export default function PeoplePage() {
  const t = useText(adminText)
  const { language } = useSettings()
  const day = (on: string) => dayText(startOfShanghaiDay(on), deviceNow(), language)
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Employee>()
  const people = usePages('listEmployees', { query: search === '' ? {} : { search } })
  return (
    <Page title={t.people} onRefresh={people.refetch}>
      <SearchBox label={t.peopleSearch} clearLabel={t.clearSearch} value={search} onSearch={setSearch} />
      <Notice>{t.peopleNote}</Notice>
      <PagedList of={people} keyOf={({ id }) => id} empty={<Empty icon="search" title={t.noPeople} />}>
        {(person) => (
          <Card flush>
            <Cell
              start={<Avatar name={person.name} />}
              title={`${person.name} · ${person.employeeNo}`}
              detail={[person.department, person.city, person.leftOn ? t.left(day(person.leftOn)) : t.hired(day(person.hiredOn))].join(
                ' · ',
              )}
              onTap={() => setChosen(person)}
            />
          </Card>
        )}
      </PagedList>
      {chosen && <PersonSheet key={chosen.id} person={chosen} onClose={() => setChosen(undefined)} />}
    </Page>
  )
}
