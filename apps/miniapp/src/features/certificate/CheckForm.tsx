import { readCertificateNo } from '@yijian/shared/certificate/rules'
import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Field } from '@/ui/form/Field'
import { TextInput } from '@/ui/form/TextInput'
import { certificateText } from './text'

/** For who has the paper and no camera. */
export function CheckForm({ onNumber }: { onNumber: (certificateNo: string) => void }) {
  const t = useText(certificateText)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const send = () => {
    const certificateNo = readCertificateNo(typed)
    setWrong(certificateNo === null)
    if (certificateNo !== null) onNumber(certificateNo)
  }
  return (
    <Card>
      <View className="stack">
        <View className="t-body t-muted">{t.checkIntro}</View>
        <Field label={t.number} hint={t.numberHint} error={isWrong ? t.numberWrong : undefined}>
          <TextInput kind="code" value={typed} maxLength={24} onChange={setTyped} onDone={send} />
        </Field>
        <Button icon="shield" onTap={send}>
          {t.checkNow}
        </Button>
      </View>
    </Card>
  )
}
