import { classes } from './classes'
import type { Tone } from './Cell'
import { Text, View } from './elements'
import { Icon } from './Icon'
import type { IconName } from './icon-names'
import styles from './tag.module.scss'

interface TagProps {
  children: string
  tone?: Tone
  icon?: IconName
}

/** A word about a thing: its state, its field, a reason. */
export function Tag({ children, tone = 'neutral', icon }: TagProps) {
  return (
    <View className={classes(styles.tag, styles[tone])}>
      {icon && <Icon name={icon} className={styles.icon} />}
      <Text>{children}</Text>
    </View>
  )
}
