import { Button } from './Button'
import { View } from './elements'
import { Icon } from './Icon'
import type { IconName } from './icon-names'
import styles from './empty.module.scss'

interface EmptyProps {
  icon?: IconName
  title: string
  /** What will stand here and how it gets there. */
  detail?: string
  action?: { words: string; onTap: () => void }
}

/** Nothing here yet, said kindly, with the way on. */
export function Empty({ icon = 'empty', title, detail, action }: EmptyProps) {
  return (
    <View className={styles.empty}>
      <View className={styles.disc}>
        <Icon name={icon} size="xl" />
      </View>
      <View className={styles.title}>{title}</View>
      {detail && <View className={styles.detail}>{detail}</View>}
      {action && (
        <View className={styles.action}>
          <Button kind="soft" size="small" onTap={action.onTap}>
            {action.words}
          </Button>
        </View>
      )}
    </View>
  )
}
