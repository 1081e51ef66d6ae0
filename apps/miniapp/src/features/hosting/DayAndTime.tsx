import { Field } from '@/ui/form/Field'
import { DateInput, TimeInput } from '@/ui/form/pickers'
import { SideBySide } from '@/ui/form/SideBySide'
import { sessionFormText } from './session-form-text'
import { useText } from '@/i18n/use-text'

interface DayAndTimeProps {
  label: string
  day: string
  time: string
  onDay: (day: string) => void
  onTime: (time: string) => void
}

/** A moment, picked as a day and a clock time side by side. */
export function DayAndTime({ label, day, time, onDay, onTime }: DayAndTimeProps) {
  const t = useText(sessionFormText)
  return (
    <SideBySide
      first={
        <Field label={label}>
          <DateInput value={day} onChange={onDay} />
        </Field>
      }
      second={
        <Field label={t.clockOf(label)}>
          <TimeInput value={time} onChange={onTime} />
        </Field>
      }
    />
  )
}
