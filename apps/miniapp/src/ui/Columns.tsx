import type { ReactNode } from 'react'
import { classes } from './classes'
import { View } from './elements'
import styles from './columns.module.scss'

interface ColumnsProps {
  /** Comes first on a phone and at the left of a desktop. */
  first: ReactNode
  second: ReactNode
  /** The wider one; both alike unless given. */
  main?: 'first' | 'second'
}

/** Two parts of a page: one below the other on a phone, side by side on a desktop. The page must be wide. */
export function Columns({ first, second, main }: ColumnsProps) {
  return (
    <View className={classes(styles.columns, main && styles[main])}>
      <View className={styles.column}>{first}</View>
      <View className={styles.column}>{second}</View>
    </View>
  )
}
