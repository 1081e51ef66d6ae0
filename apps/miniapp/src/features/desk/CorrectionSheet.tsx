import type { IssuedLine } from '@yijian/shared/hours/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { useState } from 'react'
import { api } from '@/api/client'
import { useRead } from '@/api/use-read'
import { useToldAction } from '@/api/use-told-action'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, duration, keepFigures } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { wholeNumber } from '@/lib/whole-number'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { TextArea } from '@/ui/form/TextArea'
import { TextInput } from '@/ui/form/TextInput'
import { Loaded } from '@/ui/Loaded'
import { Sheet } from '@/ui/Sheet'
import { useDraft } from '@/ui/use-draft'
import { CorrectionEffects } from './CorrectionEffects'
import { correctionText } from './correction-text'

type Correction = Parameters<typeof api.correctHours>[0]['body']

interface CorrectionSheetProps {
  line: IssuedLine
  onClose: () => void
}

/**
 * New minutes for one person, all that follows from them, and why; what was typed stays when it is refused. The figure the
 * effect was worked out from goes along, so that nothing is corrected upon what another lead has changed meanwhile.
 */
export function CorrectionSheet({ line, onClose }: CorrectionSheetProps) {
  const t = useText(correctionText)
  const { language } = useSettings()
  const { attendanceId, person, sessionMinutes } = line
  const params = { attendanceId }
  const [settled, setSettled] = useState('')
  const { draft, type } = useDraft(settled, setSettled)
  const [reason, setReason] = useState('')
  const minutes = wholeNumber(draft, 0, sessionMinutes)
  const isWrong = draft !== '' && minutes === undefined
  const isSame = minutes === line.minutes
  const isAsked = minutes !== undefined && !isSame && draft === settled
  const save = useToldAction((body: Correction, options) => api.correctHours({ params, body }, options), {
    changes: ['listIssuedHours', 'previewCorrection', 'listSessionHours'],
    done: t.corrected(person.name),
    onDone: onClose,
  })
  // Once corrected, asking what the same correction would change could only be refused.
  const isOpen = !save.isBusy && save.output === undefined
  const preview = useRead('previewCorrection', { params, query: { minutes: minutes ?? 0 } }, { enabled: isAsked && isOpen })
  const effect = isAsked ? preview.data : undefined
  const given = reason.trim()
  const wrong = isWrong ? t.minutesWrong(sessionMinutes) : isSame ? t.same : undefined
  // Nobody corrects what they have not seen the effect of.
  const missing = wrong ?? (minutes === undefined ? t.minutesMissing : effect ? undefined : t.effectMissing)
  const footer = (
    <Button
      id="correct-hours"
      busy={save.isBusy}
      disabledReason={missing ?? (given ? undefined : t.reasonMissing)}
      onTap={() => effect && save.start({ minutes: effect.minutesAfter, minutesBefore: effect.minutesBefore, reason: given })}
    >
      {minutes === undefined || isSame ? t.correct : t.correctTo(duration(minutes, language))}
    </Button>
  )
  return (
    <Sheet isOpen title={t.sheetTitle(person.name)} onClose={onClose} footer={footer}>
      <View className="stack">
        <Facts line={line} minutes={effect?.minutesBefore ?? line.minutes} />
        <Field label={t.minutes} hint={t.minutesHint(sessionMinutes)} error={wrong}>
          <TextInput kind="whole" unit={t.unit} value={draft} onChange={type} maxLength={4} />
        </Field>
        {isAsked && <Loaded of={preview}>{(effect) => <CorrectionEffects effect={effect} />}</Loaded>}
        <Field label={t.reason} hint={t.reasonHint}>
          <TextArea value={reason} onChange={setReason} maxLength={300} />
        </Field>
      </View>
    </Sheet>
  )
}

function Facts({ line: { sessionTitle, servedOn, grade, corrections }, minutes }: { line: IssuedLine; minutes: number }) {
  const t = useText(correctionText)
  const { language } = useSettings()
  const day = dayText(startOfShanghaiDay(servedOn), deviceNow(), language)
  const facts = [day, t.grade(grade), corrections > 0 && t.times(corrections)]
  return (
    <View>
      <View className="t-strong">{keepFigures(sessionTitle)}</View>
      <View className="t-small">{facts.filter(Boolean).join(' · ')}</View>
      <View className="t-body">{t.now(duration(minutes, language))}</View>
    </View>
  )
}
