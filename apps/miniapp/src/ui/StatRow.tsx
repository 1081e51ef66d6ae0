import { BigNumber } from './BigNumber'
import { View } from './elements'
import styles from './stat-row.module.scss'

export interface Stat {
  words: string
  value: string
  unit?: string
  sign?: string
  decimals?: string
  tone?: 'ink' | 'brand' | 'give' | 'gold'
}

interface StatRowProps {
  stats: readonly Stat[]
  align?: 'start' | 'center'
}

/** Two to four figures side by side, each with its name below. */
export function StatRow({ stats, align = 'start' }: StatRowProps) {
  return (
    <View className={styles.row}>
      {stats.map(({ words, ...figure }) => (
        <View key={words} className={align === 'center' ? styles.centred : styles.stat}>
          <BigNumber size="m" {...figure} />
          <View className={styles.words}>{words}</View>
        </View>
      ))}
    </View>
  )
}
