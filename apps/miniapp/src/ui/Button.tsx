import { classes } from './classes'
import { Text, View } from './elements'
import { Icon } from './Icon'
import type { IconName } from './icon-names'
import { Tappable } from './Tappable'
import styles from './button.module.scss'

export interface ButtonProps {
  id?: string
  children: string
  onTap: () => void
  /** primary: the one thing to do on a screen; give: for credit; soft and plain: beside it; danger: cannot be undone. */
  kind?: 'primary' | 'give' | 'soft' | 'plain' | 'danger'
  size?: 'normal' | 'small'
  icon?: IconName
  /** Sends now: taps are ignored and a sign turns. */
  busy?: boolean
  /** Why it cannot be used now; stands below the button, or is shown on a tap when `small`. */
  disabledReason?: string
  label?: string
  className?: string
}

export function Button({
  id,
  children,
  onTap,
  kind = 'primary',
  size = 'normal',
  icon,
  busy,
  disabledReason,
  label,
  className,
}: ButtonProps) {
  const button = (
    <Tappable
      id={id}
      onTap={onTap}
      busy={busy}
      disabledReason={disabledReason}
      label={disabledReason ? `${label ?? children}, ${disabledReason}` : label}
      className={classes(styles.button, styles[kind], styles[size], disabledReason && styles.disabled, size === 'small' && className)}
    >
      {busy ? <View className={styles.turning} aria-hidden="true" /> : icon && <Icon name={icon} size="s" />}
      <Text>{children}</Text>
    </Tappable>
  )
  if (size === 'small') return button
  return (
    <View className={classes(styles.block, className)}>
      {button}
      {disabledReason && <View className={styles.reason}>{disabledReason}</View>}
    </View>
  )
}
