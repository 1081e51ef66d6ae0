import { View } from './elements'
import styles from './countdown.module.scss'

interface CountdownProps {
  /** How much is left, 1 to 0. */
  share: number
  tone?: 'brand' | 'give'
}

/** A small ring that empties; the seconds stand beside it in words. */
export function Countdown({ share, tone = 'brand' }: CountdownProps) {
  const degrees = Math.round(Math.min(1, Math.max(0, share)) * 360)
  return (
    <View
      aria-hidden="true"
      className={styles.ring}
      style={{ backgroundImage: `conic-gradient(var(--${tone}) ${degrees}deg, var(--line) ${degrees}deg)` }}
    />
  )
}
