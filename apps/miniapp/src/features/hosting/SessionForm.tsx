import type { SessionDraft } from '@yijian/shared/project/shapes'
import { useState } from 'react'
import { fieldError } from '@/api/problems'
import { useText } from '@/i18n/use-text'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { ErrorState } from '@/ui/ErrorState'
import { Field } from '@/ui/form/Field'
import { DateInput, TimeInput } from '@/ui/form/pickers'
import { TextArea } from '@/ui/form/TextArea'
import { TextInput } from '@/ui/form/TextInput'
import { Switch } from '@/ui/Switch'
import { capacityOf, sessionDraftOf, withWindows } from './session-form'
import type { SessionFormValues } from './session-form'
import { sessionFormText } from './session-form-text'
import { SignupWindow } from './SignupWindow'

interface SessionFormProps {
  initial: SessionFormValues
  /** Places are changed apart, since that moves the waitlist. */
  withCapacity: boolean
  action: string
  busy: boolean
  error: unknown
  onSave: (draft: SessionDraft) => void
}

/** When, where and for how many; the same form opens a session and changes one. */
export function SessionForm({ initial, withCapacity, action, busy, error, onSave }: SessionFormProps) {
  const t = useText(sessionFormText)
  const { language } = useSettings()
  const [values, setValues] = useState(initial)
  const set =
    <K extends keyof SessionFormValues>(name: K) =>
    (value: SessionFormValues[K]) =>
      setValues((before) => ({ ...before, [name]: value }))
  const move = (start: { day: string; starts: string }) => setValues((before) => withWindows(before, start))
  const wrong = (name: string) => fieldError(error, `body.${name}`, language)
  const draft = sessionDraftOf(values)
  return (
    <>
      <Card>
        <View className="stack">
          <Field label={t.title} error={wrong('title')}>
            <TextInput value={values.title} onChange={set('title')} maxLength={60} />
          </Field>
          <Field label={t.day} hint={t.sessionZone} error={wrong('startsAt')}>
            <DateInput value={values.day} onChange={(day) => move({ day, starts: values.starts })} />
          </Field>
          <Field label={t.starts}>
            <TimeInput value={values.starts} onChange={(starts) => move({ day: values.day, starts })} />
          </Field>
          <Field label={t.ends} hint={t.overnight} error={wrong('endsAt')}>
            <TimeInput value={values.ends} onChange={set('ends')} />
          </Field>
          <Switch label={t.online} isOn={values.online} onChange={set('online')} />
          {!values.online && (
            <Field label={t.city} error={wrong('city')}>
              <TextInput value={values.city} onChange={set('city')} maxLength={32} />
            </Field>
          )}
          <Field label={values.online ? t.placeOnline : t.place} error={wrong('place')}>
            <TextInput value={values.place} onChange={set('place')} maxLength={120} />
          </Field>
          {withCapacity && (
            <Field
              label={t.capacity}
              hint={t.capacityHint}
              error={capacityOf(values.capacity) === undefined ? t.capacityWrong : wrong('capacity')}
            >
              <TextInput kind="whole" value={values.capacity} onChange={set('capacity')} maxLength={6} />
            </Field>
          )}
        </View>
      </Card>
      <SignupWindow values={values} set={set} />
      <Card>
        <View className="stack">
          <Field label={t.bring} isOptional error={wrong('bring')}>
            <TextArea value={values.bring} onChange={set('bring')} maxLength={1000} />
          </Field>
          <Field label={t.details} hint={t.detailsHint} isOptional error={wrong('privateDetails')}>
            <TextArea value={values.privateDetails} onChange={set('privateDetails')} maxLength={1000} />
          </Field>
        </View>
      </Card>
      {Boolean(error) && <ErrorState error={error} />}
      <BottomBar>
        <Button id="save-session" busy={busy} disabledReason={draft ? undefined : t.incomplete} onTap={() => draft && onSave(draft)}>
          {action}
        </Button>
      </BottomBar>
    </>
  )
}
