import type { ScanKind } from '@yijian/shared/attendance/shapes'
import type { PersonRef } from '@yijian/shared/people/shapes'
import { useState } from 'react'
import { usePages } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { Avatar } from '@/ui/Avatar'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Empty } from '@/ui/Empty'
import { PagedList } from '@/ui/PagedList'
import { SearchBox } from '@/ui/SearchBox'
import { hostedSessionText } from './session-text'

interface ChoosePersonProps {
  sessionId: string
  kind: ScanKind
  onChoose: (person: PersonRef) => void
}

/** Everybody of the session who can be recorded now, however many, found by a part of the name. */
export function ChoosePerson({ sessionId, kind, onChoose }: ChoosePersonProps) {
  const { code: t } = useText(hostedSessionText)
  const [search, setSearch] = useState('')
  const people = usePages('listToRecord', {
    params: { sessionId },
    query: { kind, limit: 30, search: search === '' ? undefined : search },
  })
  const nobody =
    search === '' ? <Empty icon="check" title={t.noOneLeft[kind]} /> : <Empty icon="search" title={t.noMatch} detail={t.noMatchDetail} />
  return (
    <>
      <SearchBox label={t.search} clearLabel={t.clearSearch} value={search} onSearch={setSearch} />
      <PagedList of={people} keyOf={({ id }) => id} empty={nobody}>
        {(person) => (
          <Card flush>
            <Cell start={<Avatar name={person.name} />} title={person.name} detail={person.department} onTap={() => onChoose(person)} />
          </Card>
        )}
      </PagedList>
    </>
  )
}
