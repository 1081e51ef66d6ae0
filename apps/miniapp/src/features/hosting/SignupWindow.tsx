import { useText } from '@/i18n/use-text'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Section } from '@/ui/Section'
import { DayAndTime } from './DayAndTime'
import type { SessionFormValues } from './session-form'
import { sessionFormText } from './session-form-text'

interface SignupWindowProps {
  values: SessionFormValues
  set: <K extends keyof SessionFormValues>(name: K) => (value: SessionFormValues[K]) => void
}

/** When sign-up opens and closes, and until when a place may be given back freely. */
export function SignupWindow({ values, set }: SignupWindowProps) {
  const t = useText(sessionFormText)
  return (
    <Section title={t.window}>
      <Card>
        <View className="stack">
          <DayAndTime label={t.opens} day={values.opensDay} time={values.opensTime} onDay={set('opensDay')} onTime={set('opensTime')} />
          <DayAndTime
            label={t.closes}
            day={values.closesDay}
            time={values.closesTime}
            onDay={set('closesDay')}
            onTime={set('closesTime')}
          />
          <DayAndTime label={t.late} day={values.lateDay} time={values.lateTime} onDay={set('lateDay')} onTime={set('lateTime')} />
        </View>
      </Card>
    </Section>
  )
}
