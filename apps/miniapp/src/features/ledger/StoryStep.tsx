import type { ReactNode } from 'react'
import { Heading, View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import type { IconName } from '@/ui/icon-names'
import styles from './story.module.scss'

interface StoryStepProps {
  icon: IconName
  title: string
  children: ReactNode
}

/** One station on the way from service to ledger. */
export function StoryStep({ icon, title, children }: StoryStepProps) {
  return (
    <View className={styles.step}>
      <View aria-hidden="true" className={styles.disc}>
        <Icon name={icon} size="s" />
      </View>
      <View className={styles.body}>
        <Heading level={2} className={styles.title}>
          {title}
        </Heading>
        {children}
      </View>
    </View>
  )
}
