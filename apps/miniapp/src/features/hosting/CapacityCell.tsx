import type { Session } from '@yijian/shared/project/shapes'
import { useState } from 'react'
import { api } from '@/api/client'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { Button } from '@/ui/Button'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { TextInput } from '@/ui/form/TextInput'
import { Sheet } from '@/ui/Sheet'
import { capacityOf } from './session-form'
import { hostingText } from './text'
import { hostedSessionText } from './session-text'
import { sessionFormText } from './session-form-text'

/** Changes the places of a session; added ones go to the waitlist in order. */
export function CapacityCell({ session }: { session: Session }) {
  const t = useText(hostingText)
  const words = useText(hostedSessionText).sessionHub
  const form = useText(sessionFormText)
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState(session.capacity === null ? '' : String(session.capacity))
  const capacity = capacityOf(typed)
  const change = useToldAction(
    (capacity: number | null, options) => api.changeCapacity({ params: { sessionId: session.id }, body: { capacity } }, options),
    {
      changes: ['getSession', 'getProject', 'listRoster', 'listSessions'],
      done: t.saved,
      onDone: () => setOpen(false),
    },
  )
  const footer = (
    <Button
      busy={change.isBusy}
      disabledReason={capacity === undefined ? form.capacityWrong : undefined}
      onTap={() => capacity !== undefined && change.start(capacity)}
    >
      {t.save}
    </Button>
  )
  return (
    <>
      <Cell icon="people" title={words.capacity} onTap={() => setOpen(true)} />
      <Sheet isOpen={isOpen} title={words.capacity} onClose={() => setOpen(false)} footer={footer}>
        <View className="stack">
          <View className="t-body t-muted">{words.capacityDetail}</View>
          <Field label={form.capacity} hint={form.capacityHint}>
            <TextInput kind="whole" value={typed} onChange={setTyped} maxLength={6} />
          </Field>
        </View>
      </Sheet>
    </>
  )
}
