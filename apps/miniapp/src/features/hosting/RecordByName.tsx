import type { ScanKind } from '@yijian/shared/attendance/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { Select } from '@/ui/form/pickers'
import { TextInput } from '@/ui/form/TextInput'
import { Sheet } from '@/ui/Sheet'
import { uiText } from '@/ui/text'
import { hostedSessionText } from './session-text'

interface RecordByNameProps {
  sessionId: string
  kind: ScanKind
  /** People recorded for this kind already. */
  recorded: readonly string[]
  isOpen: boolean
  onClose: () => void
}

/** For somebody who cannot scan: a host records them by name, with a reason. */
export function RecordByName({ sessionId, kind, recorded, isOpen, onClose }: RecordByNameProps) {
  const t = useText(uiText)
  const words = useText(hostedSessionText).code
  const roster = useRead('listRoster', { params: { sessionId }, query: { limit: 100 } }, { enabled: isOpen })
  const [employeeId, setEmployeeId] = useState<string>()
  const [reason, setReason] = useState('')
  const scan = useToldAction(
    (body: { employeeId: string; kind: ScanKind; reason: string }, options) => api.scanByName({ params: { sessionId }, body }, options),
    {
      changes: ['getArrivals', 'listSessionHours'],
      done: words.recorded,
      onDone: () => (setEmployeeId(undefined), setReason(''), onClose()),
    },
  )
  const people = (roster.data?.items ?? []).filter(({ state, person }) => state === 'confirmed' && !recorded.includes(person.id))
  const given = reason.trim()
  const ready = employeeId !== undefined && given !== ''
  const missing = people.length === 0 && roster.data ? words.noOneLeft : employeeId === undefined ? words.person : t.reasonMissing
  const footer = (
    <Button
      busy={scan.isBusy}
      disabledReason={ready ? undefined : missing}
      onTap={() => employeeId !== undefined && scan.start({ employeeId, kind, reason: given })}
    >
      {`${words.record} · ${words[kind]}`}
    </Button>
  )
  return (
    <Sheet isOpen={isOpen} title={words.byName} onClose={onClose} footer={footer}>
      <View className="stack">
        <View className="t-body t-muted">{words.byNameDetail}</View>
        <Field label={words.person}>
          <Select
            choices={people.map(({ person }) => ({ value: person.id, words: `${person.name} · ${person.department}` }))}
            value={employeeId}
            onChange={setEmployeeId}
          />
        </Field>
        <Field label={t.reason}>
          <TextInput value={reason} onChange={setReason} maxLength={200} />
        </Field>
      </View>
    </Sheet>
  )
}
