import type { OfferedItem } from '@yijian/shared/points/shapes'
import { useText } from '@/i18n/use-text'
import { count } from '@/lib/format'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { Icon } from '@/ui/Icon'
import { pointsText } from './text'
import styles from './points.module.scss'

interface BalanceHeroProps {
  points: number
  /** What the shop has, the cheapest first. */
  offers: readonly OfferedItem[]
}

/** What I can spend, and what it is enough for. */
export function BalanceHero({ points, offers }: BalanceHeroProps) {
  const t = useText(pointsText)
  const inReach = offers.filter(({ item, myOrders }) => item.stockLeft > 0 && (item.perPerson === null || myOrders < item.perPerson))
  const missing = inReach.find(({ item }) => item.pricePoints > points)?.item
  const dearest = inReach.filter(({ item }) => item.pricePoints <= points).at(-1)?.item
  const next = missing ? t.reach(count(missing.pricePoints - points), missing.name) : dearest && t.enough(dearest.name)
  return (
    <Card className={styles.hero}>
      <View className={styles.label}>{t.balance}</View>
      <BigNumber size="xl" tone="gold" value={count(points)} unit={t.unit} />
      {next !== undefined && (
        <View className={styles.next}>
          <Icon name="gift" size="s" />
          <View className="grow">{next}</View>
        </View>
      )}
      <View className="t-small">{points < 0 ? t.owing : t.note}</View>
    </Card>
  )
}
