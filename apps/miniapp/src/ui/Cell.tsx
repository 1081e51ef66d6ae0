import type { ReactNode } from 'react'
import { keepTogether } from '@/lib/format'
import { classes } from './classes'
import { View } from './elements'
import { Icon } from './Icon'
import type { IconName } from './icon-names'
import { Tappable } from './Tappable'
import styles from './cell.module.scss'

export type Tone = 'brand' | 'give' | 'gold' | 'info' | 'danger' | 'neutral'

interface CellProps {
  title: string
  detail?: string
  icon?: IconName
  /** Colour of the icon's ground. */
  tone?: Tone
  /** What stands at the right: a figure, a tag, a switch. */
  end?: ReactNode
  /** In place of the icon: an avatar or a picture. */
  start?: ReactNode
  onTap?: () => void
  /** Why it cannot be opened now. */
  disabledReason?: string
  label?: string
}

/** One row of a list; put several into `<Card flush>`. */
export function Cell({ title, detail, icon, tone = 'brand', end, start, onTap, disabledReason, label }: CellProps) {
  const content = (
    <>
      {start}
      {icon && (
        <View className={classes(styles.icon, styles[tone])}>
          <Icon name={icon} />
        </View>
      )}
      <View className={styles.body}>
        <View className={styles.words}>
          <View className={classes(styles.title, title.includes(' ') && 't-facts')}>{keepTogether(title)}</View>
          {detail && <View className={styles.detail}>{keepTogether(detail)}</View>}
        </View>
        {end !== undefined && <View className={styles.end}>{end}</View>}
      </View>
      {onTap && <Icon name="forward" size="s" className={styles.more} />}
    </>
  )
  if (!onTap) return <View className={styles.cell}>{content}</View>
  return (
    <Tappable onTap={onTap} label={label} disabledReason={disabledReason} className={styles.cell}>
      {content}
    </Tappable>
  )
}
