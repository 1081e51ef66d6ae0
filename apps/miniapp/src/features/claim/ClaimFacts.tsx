import type { Claim } from '@yijian/shared/claim/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { dayText, yuan } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { View } from '@/ui/elements'
import styles from './claim.module.scss'
import { claimText } from './text'

/** What the person wrote, to be held against the receipt. */
export function ClaimFacts({ claim }: { claim: Claim }) {
  const t = useText(claimText)
  const { language } = useSettings()
  const facts = [
    [t.platform, claim.platformName ?? t.platforms[claim.platform]],
    [t.amount, yuan(claim.amountFen)],
    [t.giftOn, dayText(startOfShanghaiDay(claim.giftOn), deviceNow(), language)],
    [t.order, claim.orderNo],
  ] as const
  return (
    <View className={styles.facts}>
      {facts.map(([name, value]) => (
        <View key={name} className={styles.fact}>
          <View className={styles.name}>{name}</View>
          <View className={styles.value}>{value}</View>
        </View>
      ))}
    </View>
  )
}
