import { View } from '@/ui/elements'
import styles from './shop.module.scss'

/** One line of what is good to know. */
export function Fact({ name, children }: { name: string; children: string }) {
  return (
    <View className={styles.fact}>
      <View className={styles.factName}>{name}</View>
      <View className={styles.factValue}>{children}</View>
    </View>
  )
}
