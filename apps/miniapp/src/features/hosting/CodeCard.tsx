import type { ScanKind, SessionCode } from '@yijian/shared/attendance/shapes'
import { isBefore } from '@yijian/shared/kernel/time'
import { useText } from '@/i18n/use-text'
import { clockTime, moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { Countdown } from '@/ui/Countdown'
import { View } from '@/ui/elements'
import { Loaded } from '@/ui/Loaded'
import { QrCode } from '@/ui/QrCode'
import { hostedSessionText } from './session-text'
import styles from './code.module.scss'
import { useSessionCode } from './use-session-code'

/** The rotating code, gone when it has ended and no new one comes; large and always light, since cameras read dark on light best. */
export function CodeCard({ sessionId, kind }: { sessionId: string; kind: ScanKind }) {
  const { code: t } = useText(hostedSessionText)
  const { code, secondsLeft, share } = useSessionCode(sessionId, kind)
  return (
    <Card>
      <Loaded of={code.error && secondsLeft === 0 ? { ...code, data: undefined } : code}>
        {(data) => (
          <View className={styles.code}>
            <QrCode text={data.code} label={kind === 'in' ? t.in : t.out} maxSize={280} />
            <View className={styles.life} aria-live="off">
              <Countdown share={share} />
              <View className="t-body t-muted">{t.next(secondsLeft)}</View>
            </View>
            <Window code={data} />
          </View>
        )}
      </Loaded>
    </Card>
  )
}

/** Said only outside the time in which a scan counts. */
function Window({ code: { now, opensAt, closesAt } }: { code: SessionCode }) {
  const { code: t } = useText(hostedSessionText)
  const { language } = useSettings()
  if (isBefore(now, opensAt)) return <View className="t-small">{t.opens(moment(opensAt, now, language))}</View>
  if (isBefore(closesAt, now)) return <View className="t-small">{t.closed(clockTime(closesAt))}</View>
  return null
}
