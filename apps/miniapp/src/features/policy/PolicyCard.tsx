import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import type { PolicyKind, PolicyVersion } from '@yijian/shared/policy/shapes'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Heading, View } from '@/ui/elements'
import { Tag } from '@/ui/Tag'
import { Tappable } from '@/ui/Tappable'
import { policyWords } from './policy-words'
import { policyText } from './text'
import styles from './policy.module.scss'

interface PolicyCardProps {
  kind: PolicyKind
  /** Newest first. */
  versions: readonly PolicyVersion[]
  inForce: PolicyVersion | undefined
  /** What may be done about it; stands at the end of the card. */
  action?: ReactNode
}

/** One kind of rule: what holds today, what comes, what was. */
export function PolicyCard({ kind, versions, inForce, action }: PolicyCardProps) {
  const t = useText(policyText)
  const [isOpen, setOpen] = useState(false)
  const coming = inForce ? versions.filter(({ inForceFrom }) => inForceFrom > inForce.inForceFrom) : versions
  const older = inForce ? versions.filter(({ inForceFrom }) => inForceFrom < inForce.inForceFrom) : []
  return (
    <Card>
      <Heading level={2} className="t-heading">
        {t.kinds[kind]}
      </Heading>
      {coming.map((version) => (
        <Version key={version.id} version={version} state={t.coming} tone="gold" />
      ))}
      {inForce && <Version version={inForce} state={t.inForce} tone="brand" />}
      {older.length > 0 && (
        <Tappable onTap={() => setOpen(!isOpen)} expanded={isOpen} className={styles.more}>
          {isOpen ? t.hideOlder : t.older(older.length)}
        </Tappable>
      )}
      {isOpen && older.map((version) => <Version key={version.id} version={version} state={t.before} tone="neutral" />)}
      {action}
    </Card>
  )
}

interface VersionProps {
  version: PolicyVersion
  state: string
  tone: 'brand' | 'gold' | 'neutral'
}

function Version({ version, state, tone }: VersionProps) {
  const t = useText(policyText)
  const { language } = useSettings()
  const from = dayText(startOfShanghaiDay(version.inForceFrom), deviceNow(), language)
  return (
    <View className={styles.version}>
      <View className={styles.head}>
        <Tag tone={tone}>{state}</Tag>
        <View className="t-small">
          {t.version(version.label)} · {t.from(from)}
        </View>
      </View>
      {policyWords(version, language).map((words) => (
        <View key={words} className={styles.rule}>
          {words}
        </View>
      ))}
    </View>
  )
}
