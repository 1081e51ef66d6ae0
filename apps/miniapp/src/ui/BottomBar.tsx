import type { ReactNode } from 'react'
import { View } from './elements'
import styles from './bottom-bar.module.scss'

interface BottomBarProps {
  /** The primary action, and at most one beside it. */
  children: ReactNode
  /** One line above the buttons: what follows from the action. */
  note?: string
}

/** The action of the page at the thumb; give it to `Page` as `footer`. */
export function BottomBar({ children, note }: BottomBarProps) {
  return (
    <View className={styles.bar}>
      <View className={styles.inner}>
        {note && <View className={styles.note}>{note}</View>}
        <View className={styles.buttons}>{children}</View>
      </View>
    </View>
  )
}
