import type { LeaveAllowance } from '@yijian/shared/leave/shapes'
import { useText } from '@/i18n/use-text'
import { hours, shortDuration } from '@/lib/format'
import { useSettings } from '@/lib/settings'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Progress } from '@/ui/Progress'
import { leaveText } from './text'
import styles from './leave.module.scss'

/** What is left of the year, and what became of the rest. */
export function LeaveHero({ allowance }: { allowance: LeaveAllowance }) {
  const t = useText(leaveText)
  const { language } = useSettings()
  const { year, allowanceMinutes, leftMinutes, heldMinutes, usedMinutes, next } = allowance
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
      {next.heldMinutes > 0 && (
        <View className={styles.nextYear}>
          {t.nextYear(next.year, shortDuration(next.heldMinutes, language), shortDuration(next.leftMinutes, language))}
        </View>
      )}
    </Card>
  )
}
