import type { ReactNode } from 'react'
import { Heading, View } from './elements'
import { Icon } from './Icon'
import { Tappable } from './Tappable'
import styles from './section.module.scss'

interface SectionProps {
  title: string
  /** A way to more of the same, at the right of the title. */
  action?: { words: string; onTap: () => void }
  children: ReactNode
}

/** A titled part of a page. */
export function Section({ title, action, children }: SectionProps) {
  return (
    <View className={styles.section}>
      <View className={styles.head}>
        <Heading level={2} className={styles.title}>
          {title}
        </Heading>
        {action && (
          <Tappable onTap={action.onTap} label={`${title}, ${action.words}`} className={styles.action}>
            {action.words}
            <Icon name="forward" size="s" />
          </Tappable>
        )}
      </View>
      {children}
    </View>
  )
}
