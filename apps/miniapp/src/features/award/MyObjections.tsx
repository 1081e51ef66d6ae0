import type { Objection } from '@yijian/shared/award/shapes'
import { usePages } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { awardPartText } from './part-text'
import styles from './award.module.scss'

const tones = { open: 'gold', upheld: 'brand', dismissed: 'neutral' } as const

/** What I objected to in a cycle, and what became of it; nothing where I did not. */
export function MyObjections({ cycleId }: { cycleId: string }) {
  const t = useText(awardPartText)
  const mine = usePages('listMyObjections', { params: { cycleId }, query: {} })
  if (!mine.items?.length) return null
  return (
    <Section title={t.myObjections}>
      {mine.items.map((objection) => (
        <ObjectionCard key={objection.id} objection={objection} />
      ))}
    </Section>
  )
}

export function ObjectionCard({ objection: { against, reason, state, decision } }: { objection: Objection }) {
  const t = useText(awardPartText)
  return (
    <Card>
      <View className="stack">
        <View className="row between">
          <View className="t-strong grow">{t.against(against.name)}</View>
          <Tag tone={tones[state]}>{t.states[state]}</Tag>
        </View>
        <View className={`t-body ${styles.reason}`}>{reason}</View>
        <View className="t-small">{decision === null ? t.waits : t.decision(decision)}</View>
      </View>
    </Card>
  )
}
