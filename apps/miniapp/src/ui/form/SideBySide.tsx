import type { ReactNode } from 'react'
import { View } from '../elements'
import styles from './side-by-side.module.scss'

/** Two fields that belong together. */
export function SideBySide({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <View className={styles.row}>
      <View className={styles.part}>{first}</View>
      <View className={styles.part}>{second}</View>
    </View>
  )
}
