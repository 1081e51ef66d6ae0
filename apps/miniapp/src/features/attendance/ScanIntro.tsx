import { useText } from '@/i18n/use-text'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { attendanceText } from './text'
import styles from './scan.module.scss'

/** What to scan. */
export function ScanIntro() {
  const t = useText(attendanceText)
  return (
    <View className={styles.intro}>
      <View className={styles.frame}>
        <Icon name="scan" size="xl" />
      </View>
      <View className="t-heading">{t.aim}</View>
      <View className={styles.note}>{t.aimDetail}</View>
    </View>
  )
}
