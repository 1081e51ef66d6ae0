import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { TextInput } from '@/ui/form/TextInput'
import { loginText } from './text'

interface BindCodeFormProps {
  error: string | undefined
  busy: boolean
  onSubmit: (bindCode: string) => void
}

/** Joins a WeChat account to an employee, once. */
export function BindCodeForm({ error, busy, onSubmit }: BindCodeFormProps) {
  const t = useText(loginText)
  const [code, setCode] = useState('')
  const given = code.trim().toUpperCase()
  return (
    <Card>
      <View className="stack">
        <View className="t-heading">{t.bindTitle}</View>
        <Field label={t.bindLabel} hint={t.bindHint} error={error}>
          <TextInput kind="code" value={code} onChange={setCode} maxLength={16} onDone={() => given && onSubmit(given)} />
        </Field>
        <Button busy={busy} disabledReason={given ? undefined : t.bindMissing} onTap={() => onSubmit(given)}>
          {t.bind}
        </Button>
      </View>
    </Card>
  )
}
