import type { ScanKind } from '@yijian/shared/attendance/shapes'
import type { PersonRef } from '@yijian/shared/people/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { Avatar } from '@/ui/Avatar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { TextInput } from '@/ui/form/TextInput'
import { Sheet } from '@/ui/Sheet'
import { uiText } from '@/ui/text'
import { ChoosePerson } from './ChoosePerson'
import { hostedSessionText } from './session-text'

interface RecordByNameProps {
  sessionId: string
  kind: ScanKind
  isOpen: boolean
  onClose: () => void
}

/** For somebody who cannot scan: a host finds them by name and records them, with a reason. */
export function RecordByName({ sessionId, kind, isOpen, onClose }: RecordByNameProps) {
  const t = useText(uiText)
  const words = useText(hostedSessionText).code
  const [person, setPerson] = useState<PersonRef>()
  const [reason, setReason] = useState('')
  const close = () => (setPerson(undefined), setReason(''), onClose())
  const scan = useToldAction(
    (body: { employeeId: string; kind: ScanKind; reason: string }, options) => api.scanByName({ params: { sessionId }, body }, options),
    { changes: ['getArrivals', 'listSessionHours', 'listToRecord'], done: words.recorded, onDone: close },
  )
  const given = reason.trim()
  const footer = person && (
    <Button
      busy={scan.isBusy}
      disabledReason={given === '' ? t.reasonMissing : undefined}
      onTap={() => scan.start({ employeeId: person.id, kind, reason: given })}
    >
      {`${words.record} · ${words[kind]}`}
    </Button>
  )
  return (
    <Sheet isOpen={isOpen} title={words.byName} onClose={close} footer={footer}>
      <View className="stack">
        <View className="t-body t-muted">{words.byNameDetail}</View>
        {person === undefined ? (
          <ChoosePerson sessionId={sessionId} kind={kind} onChoose={setPerson} />
        ) : (
          <>
            <Card flush>
              <Cell
                start={<Avatar name={person.name} />}
                title={person.name}
                detail={person.department}
                end={words.change}
                onTap={() => setPerson(undefined)}
              />
            </Card>
            <Field label={t.reason}>
              <TextInput value={reason} onChange={setReason} maxLength={200} />
            </Field>
          </>
        )}
      </View>
    </Sheet>
  )
}
