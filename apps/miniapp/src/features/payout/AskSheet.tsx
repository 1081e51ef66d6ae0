import { useState } from 'react'
import { Button } from '@/ui/Button'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { TextArea } from '@/ui/form/TextArea'
import { TextInput } from '@/ui/form/TextInput'
import { Sheet } from '@/ui/Sheet'

interface AskSheetProps {
  title: string
  detail: string
  label: string
  hint?: string
  /** Said while nothing is typed; left out where nothing need be. */
  missing?: string
  /** A reference is one line, a word of the charity several. */
  isLong?: boolean
  busy: boolean
  onConfirm: (typed: string) => void
  onClose: () => void
}

/** One more thing to type before a step. */
export function AskSheet({ title, detail, label, hint, missing, isLong, busy, onConfirm, onClose }: AskSheetProps) {
  const [typed, setTyped] = useState('')
  const given = typed.trim()
  const footer = (
    <Button busy={busy} disabledReason={given === '' ? missing : undefined} onTap={() => onConfirm(given)}>
      {title}
    </Button>
  )
  return (
    <Sheet isOpen title={title} onClose={onClose} footer={footer}>
      <View className="stack">
        <View className="t-body t-muted">{detail}</View>
        <Field label={label} hint={hint} isOptional={missing === undefined}>
          {isLong ? (
            <TextArea value={typed} onChange={setTyped} maxLength={300} />
          ) : (
            <TextInput kind="code" value={typed} onChange={setTyped} maxLength={60} />
          )}
        </Field>
      </View>
    </Sheet>
  )
}
