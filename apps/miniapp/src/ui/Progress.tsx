import { classes } from './classes'
import { View } from './elements'
import styles from './progress.module.scss'

interface ProgressProps {
  /** 0 to 1; more is shown as full. */
  share: number
  /** What the bar says, for those who do not see it: `公益时 30 / 60 分钟`. */
  label: string
  tone?: 'brand' | 'give' | 'gold' | 'hero'
}

export function Progress({ share, label, tone = 'brand' }: ProgressProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <View
      aria-role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className={classes(styles.track, tone === 'hero' && styles.heroTrack)}
    >
      <View className={classes(styles.bar, styles[tone])} style={{ width: `${percent}%` }} />
    </View>
  )
}
