import type { DonationReceipt } from '@yijian/shared/giving/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { moment, yuanParts } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { Countdown } from '@/ui/Countdown'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { givingText } from './text'
import { type Cooling, clockLeft } from './use-cooling'
import styles from './giving.module.scss'

/** What was given and where it stands: counting down, on its way, arrived or back. */
export function DonationHero({ receipt, cooling }: { receipt: DonationReceipt; cooling: Cooling }) {
  const t = useText(givingText)
  const { language } = useSettings()
  const { state, totalFen, parts, endedAt } = receipt.donation
  const first = parts[0]?.fundProject.name ?? ''
  const title = { held: t.heldTitle, settled: t.settledTitle, cancelled: t.cancelledTitle, returned: t.returnedTitle }[state]
  return (
    <Card tone="warm">
      <View className={styles.receiptHead}>
        <Icon name={state === 'settled' ? 'check' : state === 'held' ? 'heart' : 'history'} size="s" />
        <View>{title}</View>
      </View>
      <BigNumber size="xl" tone="inherit" {...yuanParts(totalFen)} />
      <View className={styles.warmWords}>{t.toTitle(first, parts.length)}</View>
      {state === 'held' ? (
        <CoolingLine receipt={receipt} cooling={cooling} />
      ) : (
        endedAt !== null && <View className={styles.warmWords}>{t.endedAt(moment(endedAt, deviceNow(), language))}</View>
      )}
    </Card>
  )
}

function CoolingLine({ receipt, cooling }: { receipt: DonationReceipt; cooling: Cooling }) {
  const t = useText(givingText)
  const { language } = useSettings()
  const { secondsLeft, share } = cooling
  if (secondsLeft === 0) return <View className={styles.warmWords}>{t.settling}</View>
  const { days, time } = clockLeft(secondsLeft)
  return (
    <View className={styles.cooling} aria-role="timer" aria-label={t.coolingLabel}>
      <Countdown share={share} tone="give" />
      <View>
        <View className={styles.left}>{t.coolingLeft(days, time)}</View>
        <View className={styles.warmWords}>{t.arrivesAt(moment(receipt.donation.coolsAt, deviceNow(), language))}</View>
      </View>
    </View>
  )
}
