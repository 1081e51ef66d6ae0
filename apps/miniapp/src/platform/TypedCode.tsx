import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/form/Field'
import { TextInput } from '@/ui/form/TextInput'
import { View } from '@/ui/elements'
import type { ScannerProps } from './scanner.types'
import { platformText } from './text'

/** The code typed by hand: no camera, no grade lost. */
export function TypedCode({ onCode, busy, words }: ScannerProps) {
  const t = useText(platformText)
  const [code, setCode] = useState('')
  const submit = () => onCode(code.trim())
  return (
    <View className="stack">
      <Field label={words?.label ?? t.typeCode} hint={words?.hint ?? t.typeCodeHint}>
        <TextInput kind="code" value={code} onChange={setCode} maxLength={200} onDone={() => code.trim() && submit()} />
      </Field>
      <Button kind="soft" busy={busy} disabledReason={code.trim() ? undefined : (words?.missing ?? t.codeMissing)} onTap={submit}>
        {t.submitCode}
      </Button>
    </View>
  )
}
