import { classes } from '@/ui/classes'
import { Text } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import type { IconName } from '@/ui/icon-names'
import { Tappable } from '@/ui/Tappable'
import styles from './discovery.module.scss'

interface ToggleChipProps {
  children: string
  isOn: boolean
  icon?: IconName
  /** Opens a sheet instead of switching by itself. */
  opens?: boolean
  onTap: () => void
}

/** One filter that is on or off. */
export function ToggleChip({ children, isOn, icon, opens, onTap }: ToggleChipProps) {
  return (
    <Tappable
      onTap={onTap}
      role={opens ? 'button' : 'switch'}
      checked={opens ? undefined : isOn}
      className={classes(styles.chip, isOn && styles.chosen)}
    >
      {icon && <Icon name={icon} size="s" />}
      <Text>{children}</Text>
    </Tappable>
  )
}
