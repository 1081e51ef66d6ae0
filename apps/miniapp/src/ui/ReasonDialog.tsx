import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { Button } from './Button'
import { View } from './elements'
import { Field } from './form/Field'
import { TextArea } from './form/TextArea'
import { Sheet } from './Sheet'
import { uiText } from './text'

interface ReasonDialogProps {
  isOpen: boolean
  title: string
  detail: string
  busy: boolean
  /** What the reason may have at most; 300 unless given. */
  maxLength?: number
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** Asks why before something that people concerned will read about. */
export function ReasonDialog({ isOpen, title, detail, busy, maxLength = 300, onConfirm, onClose }: ReasonDialogProps) {
  const t = useText(uiText)
  const [reason, setReason] = useState('')
  const given = reason.trim()
  const footer = (
    <Button kind="danger" busy={busy} disabledReason={given ? undefined : t.reasonMissing} onTap={() => onConfirm(given)}>
      {title}
    </Button>
  )
  return (
    <Sheet isOpen={isOpen} title={title} onClose={onClose} footer={footer}>
      <View className="stack">
        <View className="t-body t-muted">{detail}</View>
        <Field label={t.reason} hint={t.reasonHint}>
          <TextArea value={reason} onChange={setReason} maxLength={maxLength} />
        </Field>
      </View>
    </Sheet>
  )
}
