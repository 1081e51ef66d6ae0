import type { LeaveAllowance } from '@yijian/shared/leave/shapes'
import { useText } from '@/i18n/use-text'
import { hours } from '@/lib/format'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Progress } from '@/ui/Progress'
import { leaveText } from './text'
import styles from './leave.module.scss'

/** What is left of the year, and what became of the rest. */
export function LeaveHero({ allowance }: { allowance: LeaveAllowance }) {
  const t = useText(leaveText)
  const { year, allowanceMinutes, leftMinutes, heldMinutes, usedMinutes } = allowance
  const parts = [
    [t.allowance, allowanceMinutes],
    [t.held, heldMinutes],
    [t.used, usedMinutes],
  ] as const
  return (
    <Card tone="hero">
      <View className={styles.heroLabel}>{t.left(year)}</View>
      <BigNumber size="xl" tone="inherit" value={hours(leftMinutes)} unit={t.unit} />
      <View className={styles.bar}>
        <Progress share={allowanceMinutes === 0 ? 0 : leftMinutes / allowanceMinutes} label={t.left(year)} tone="hero" />
      </View>
      <View className={styles.heroParts}>
        {parts.map(([words, minutes]) => (
          <View key={words}>{`${words} ${hours(minutes)} ${t.unit}`}</View>
        ))}
      </View>
    </Card>
  )
}
