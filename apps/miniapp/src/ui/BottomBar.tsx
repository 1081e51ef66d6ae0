import type { ReactNode } from 'react'
import { classes } from './classes'
import { View } from './elements'
import styles from './bottom-bar.module.scss'

interface BottomBarProps {
  /** The primary action, and at most one beside it. */
  children: ReactNode
  /** One line above the buttons: what follows from the action. */
  note?: string
  /** Why it was refused: said here in place of the note, where the thumb is and nothing can hide it. */
  alert?: string
}

/** The action of the page at the thumb; give it to `Page` as `footer`. */
export function BottomBar({ children, note, alert }: BottomBarProps) {
  return (
    <View className={styles.bar}>
      <View className={styles.inner}>
        {alert ? (
          <View aria-role="alert" className={classes(styles.note, styles.alert)}>
            {alert}
          </View>
        ) : (
          note && <View className={styles.note}>{note}</View>
        )}
        <View className={styles.buttons}>{children}</View>
      </View>
    </View>
  )
}
