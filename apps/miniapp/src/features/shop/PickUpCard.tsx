import { pickUpQr } from '@yijian/shared/points/rules'
import type { Order } from '@yijian/shared/points/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { QrCode } from '@/ui/QrCode'
import { shopText } from './text'
import styles from './shop.module.scss'

/** The code as image and letters while it waits, and how it ended afterwards. */
export function PickUpCard({ order: { state, pickUpCode, endedAt, cancelReason } }: { order: Order }) {
  const t = useText(shopText)
  const { language } = useSettings()
  if (pickUpCode !== null)
    return (
      <Card>
        <View className={styles.code}>
          <View className="t-body t-muted">{t.showCode}</View>
          <QrCode text={pickUpQr(pickUpCode.replace('-', ''))} label={t.code} maxSize={232} />
          <View className={styles.letters} aria-role="img" aria-label={t.spelled(pickUpCode)}>
            {pickUpCode}
          </View>
        </View>
      </Card>
    )
  const time = endedAt === null ? '' : moment(endedAt, deviceNow(), language)
  return (
    <Card>
      <View className={styles.ended}>
        <Icon name={state === 'picked-up' ? 'check' : 'close'} size="xl" />
        <View className="t-strong">{t.states[state]}</View>
        <View className="t-body">{state === 'picked-up' ? t.pickedUpAt(time) : t.cancelledAt(time)}</View>
        {cancelReason !== null && <View className="t-body">{t.because(cancelReason)}</View>}
      </View>
    </Card>
  )
}
