import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { pointTaskKindNames } from '@yijian/shared/points/names'
import { type PointFact, type PointTaskKind, factsOfKind, pointTaskKinds } from '@yijian/shared/points/rules'
import type { CreatePointTaskInput } from '@yijian/shared/points/shapes'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { useSettings } from '@/lib/settings'
import { BottomBar } from '@/ui/BottomBar'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Field } from '@/ui/form/Field'
import { Fields } from '@/ui/form/Fields'
import { DateInput, Select } from '@/ui/form/pickers'
import { TextInput } from '@/ui/form/TextInput'
import { Segmented } from '@/ui/Segmented'
import { taskDeskText } from './task-text'
import { wholeNumber, wholeOrNull } from '@/lib/whole-number'

interface TaskValues {
  title: string
  kind: PointTaskKind
  fact: PointFact | undefined
  need: string
  points: string
  timesADay: string
  timesInAll: string
  fromOn: string
  untilOn: string
}

interface TaskFormProps {
  busy: boolean
  error: unknown
  onSave: (draft: CreatePointTaskInput) => void
}

/** The terms of a task; they never change once it is published. */
export function TaskForm({ busy, error, onSave }: TaskFormProps) {
  const { form: t, facts } = useText(taskDeskText)
  const { language } = useSettings()
  const tomorrow = addDays(shanghaiDay(deviceNow()), 1)
  const [values, setValues] = useState<TaskValues>({
    title: '',
    kind: 'one-off',
    fact: undefined,
    need: '',
    points: '',
    timesADay: '1',
    timesInAll: '',
    fromOn: tomorrow,
    untilOn: '',
  })
  const change = (next: Partial<TaskValues>) => setValues((before) => ({ ...before, ...next }))
  const { kind, fact } = values
  const draft = completeTask(values)
  return (
    <>
      <Segmented
        label={t.kind}
        choices={pointTaskKinds.map((value) => ({ value, words: pointTaskKindNames[value][language] }))}
        value={kind}
        onChange={(next) => change({ kind: next, fact: fact && factsOfKind[next].includes(fact) ? fact : undefined })}
      />
      <Card>
        <Fields>
          <Field label={t.title} hint={t.titleHint} isWide>
            <TextInput value={values.title} onChange={(title) => change({ title })} maxLength={40} />
          </Field>
          <Field label={t.fact}>
            <Select
              choices={factsOfKind[kind].map((value) => ({ value, words: facts[value] }))}
              value={fact}
              onChange={(next) => change({ fact: next })}
            />
          </Field>
          <Goal values={values} change={change} />
          <Field label={t.points} isWide={kind === 'milestone'}>
            <TextInput kind="whole" value={values.points} onChange={(points) => change({ points })} maxLength={6} />
          </Field>
          <Caps values={values} change={change} />
          <Field label={t.from}>
            <DateInput value={values.fromOn} onChange={(fromOn) => change({ fromOn })} min={tomorrow} />
          </Field>
          <Field label={t.until} hint={t.untilHint} isOptional>
            <DateInput value={values.untilOn} onChange={(untilOn) => change({ untilOn })} min={values.fromOn} />
          </Field>
        </Fields>
      </Card>
      {Boolean(error) && <ErrorState error={error} />}
      <BottomBar>
        <Button id="publish-task" busy={busy} disabledReason={draft ? undefined : t.incomplete} onTap={() => draft && onSave(draft)}>
          {t.publish}
        </Button>
      </BottomBar>
    </>
  )
}

interface PartProps {
  values: TaskValues
  change: (next: Partial<TaskValues>) => void
}

/** How much a milestone needs. */
function Goal({ values: { kind, fact, need }, change }: PartProps) {
  const { form: t } = useText(taskDeskText)
  if (kind !== 'milestone') return null
  const inHours = fact === 'minutes-served'
  return (
    <Field label={inHours ? t.needHours : t.need}>
      <TextInput
        kind="whole"
        value={need}
        onChange={(next) => change({ need: next })}
        maxLength={5}
        unit={inHours ? t.hoursUnit : t.timesUnit}
      />
    </Field>
  )
}

/** How often a daily task rewards one person. */
function Caps({ values: { kind, timesADay, timesInAll }, change }: PartProps) {
  const { form: t } = useText(taskDeskText)
  if (kind !== 'daily') return null
  return (
    <>
      <Field label={t.timesADay}>
        <TextInput kind="whole" value={timesADay} onChange={(next) => change({ timesADay: next })} maxLength={2} unit={t.timesUnit} />
      </Field>
      <Field label={t.timesInAll} isOptional>
        <TextInput kind="whole" value={timesInAll} onChange={(next) => change({ timesInAll: next })} maxLength={5} unit={t.timesUnit} />
      </Field>
    </>
  )
}

function completeTask({ title, kind, fact, fromOn, untilOn, ...typed }: TaskValues): CreatePointTaskInput | undefined {
  const words = title.trim()
  const points = wholeNumber(typed.points, 1, 100_000)
  const need = kind === 'milestone' ? wholeNumber(typed.need, 1, 10_000) : 1
  const timesADay = kind === 'daily' ? wholeNumber(typed.timesADay, 1, 24) : 1
  const timesInAll = kind === 'daily' ? wholeOrNull(typed.timesInAll, 1, 10_000) : null
  if (!words || !fact || !fromOn || points === undefined) return undefined
  if (need === undefined || timesADay === undefined || timesInAll === undefined) return undefined
  // Hours are typed, minutes are kept.
  const minutes = fact === 'minutes-served' ? need * 60 : need
  return { title: words, kind, fact, need: minutes, points, timesADay, timesInAll, fromOn, untilOn: untilOn === '' ? null : untilOn }
}
