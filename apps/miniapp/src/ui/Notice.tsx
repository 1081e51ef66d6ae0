import { classes } from './classes'
import type { Tone } from './Cell'
import { View } from './elements'
import { Icon } from './Icon'
import type { IconName } from './icon-names'
import styles from './notice.module.scss'

interface NoticeProps {
  children: string
  tone?: Exclude<Tone, 'give'>
  icon?: IconName
}

/** Something to know before going on; read out when it appears. */
export function Notice({ children, tone = 'info', icon = 'info' }: NoticeProps) {
  return (
    <View aria-role="status" className={classes(styles.notice, styles[tone])}>
      <Icon name={icon} size="s" className={styles.icon} />
      <View className={styles.words}>{children}</View>
    </View>
  )
}
