import { useState } from 'react'
import { useText } from '@/i18n/use-text'
import { hasPrivacyContract, openPrivacyContract } from '@/platform/privacy'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { View } from '@/ui/elements'
import { Section } from '@/ui/Section'
import { Sheet } from '@/ui/Sheet'
import { settingsText } from './text'

export function PrivacySettings() {
  const t = useText(settingsText)
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={t.privacy}>
      <Card flush>
        <Cell icon="shield" title={t.dataUse} detail={t.dataUseDetail} onTap={() => setOpen(true)} />
        {hasPrivacyContract && <Cell icon="document" tone="neutral" title={t.contract} onTap={openPrivacyContract} />}
      </Card>
      <Sheet isOpen={isOpen} title={t.dataUse} onClose={() => setOpen(false)}>
        <View className="stack">
          {t.dataUseParts.map((part) => (
            <View key={part.title}>
              <View className="t-strong">{part.title}</View>
              <View className="t-body t-muted">{part.detail}</View>
            </View>
          ))}
        </View>
      </Sheet>
    </Section>
  )
}
