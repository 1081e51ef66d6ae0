import type { HoursLine } from '@yijian/shared/hours/shapes'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { wholeNumber } from '@/lib/whole-number'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { TextArea } from '@/ui/form/TextArea'
import { TextInput } from '@/ui/form/TextInput'
import { Sheet } from '@/ui/Sheet'
import type { Typed } from './confirmations'
import { hostedHoursText } from './hours-text'

interface MinutesSheetProps {
  line: HoursLine
  typed: Typed | undefined
  sessionMinutes: number
  onSet: (typed: Typed) => void
  onClose: () => void
}

/** Changes the minutes of one person before they are confirmed, with the reason. */
export function MinutesSheet({ line, typed, sessionMinutes, onSet, onClose }: MinutesSheetProps) {
  const t = useText(hostedHoursText)
  const [minutes, setMinutes] = useState(String(typed?.minutes ?? line.minutes ?? line.proposedMinutes))
  const [reason, setReason] = useState(typed?.reason ?? line.reason ?? '')
  const value = wholeNumber(minutes, 0, sessionMinutes)
  const isWrong = value === undefined
  const needsReason = (value !== line.proposedMinutes || line.reasonNeededFor.length > 0) && reason.trim() === ''
  const footer = (
    <Button
      id="set-minutes"
      disabledReason={isWrong ? t.minutesWrong(sessionMinutes) : needsReason ? t.whyMissing : undefined}
      onTap={() => value !== undefined && onSet({ minutes: value, reason: reason.trim() })}
    >
      {t.set}
    </Button>
  )
  return (
    <Sheet isOpen title={`${line.person.name} · ${t.change}`} onClose={onClose} footer={footer}>
      <View className="stack">
        <Field
          label={t.minutes}
          hint={t.minutesHint(line.proposedMinutes, sessionMinutes)}
          error={isWrong ? t.minutesWrong(sessionMinutes) : undefined}
        >
          <TextInput kind="whole" value={minutes} onChange={setMinutes} maxLength={4} />
        </Field>
        <Field label={t.why} hint={t.whyHint}>
          <TextArea value={reason} onChange={setReason} maxLength={200} />
        </Field>
      </View>
    </Sheet>
  )
}
