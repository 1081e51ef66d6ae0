import { View } from './elements'
import { classes } from './classes'
import { useText } from '@/i18n/use-text'
import { uiText } from './text'
import styles from './skeleton.module.scss'

interface SkeletonProps {
  /** hero: the figure card; card: a titled card; rows: lines of a list. */
  shape?: 'hero' | 'card' | 'rows'
  count?: number
}

/** The shape of what is coming, in place of a spinner. */
export function Skeleton({ shape = 'card', count = 1 }: SkeletonProps) {
  const t = useText(uiText)
  return (
    <View aria-role="status" aria-label={t.loading} className={classes(styles.group, shape === 'rows' && styles.rows)}>
      {Array.from({ length: count }, (_, index) => (
        <View key={index} aria-hidden="true" className={styles[shape]}>
          {shape === 'rows' && <View className={styles.disc} />}
          <View className={styles.lines}>
            <View className={classes(styles.line, styles.short)} />
            {shape === 'hero' && <View className={classes(styles.line, styles.figure)} />}
            <View className={styles.line} />
            {shape === 'card' && <View className={classes(styles.line, styles.middle)} />}
          </View>
        </View>
      ))}
    </View>
  )
}
