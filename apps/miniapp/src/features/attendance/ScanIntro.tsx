import { useLogin } from '@/api/login'
import { useRead } from '@/api/use-read'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { span } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { Notice } from '@/ui/Notice'
import { attendanceText } from './text'
import { useCheckIn } from './use-check-in'
import styles from './scan.module.scss'

/** What to scan, and for which of my sessions it is time. */
export function ScanIntro() {
  const t = useText(attendanceText)
  const { language } = useSettings()
  const home = useRead('getHome', {}, { enabled: useLogin() !== undefined })
  const next = home.data?.next?.session
  const state = useCheckIn(next)
  const isTime = state?.kind === 'open' || (state?.kind === 'arrived' && state.canLeave)
  return (
    <>
      <View className={styles.intro}>
        <View className={styles.frame}>
          <Icon name="scan" size="xl" />
        </View>
        <View className="t-heading">{t.aim}</View>
        <View className={styles.note}>{t.aimDetail}</View>
      </View>
      {isTime && next && (
        <Notice tone="brand" icon="clock">
          {t.nowAt(`${next.title} · ${span(next.startsAt, next.endsAt, deviceNow(), language)}`)}
        </Notice>
      )}
    </>
  )
}
