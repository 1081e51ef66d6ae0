import type { Balances } from '@yijian/shared/ledger/shapes'
import { toGive } from '@/features/ledger/amounts'
import { useText } from '@/i18n/use-text'
import { count, yuanShortParts } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { homeText } from './text'
import styles from './home.module.scss'

/** Credit and points, each a way to where they came from. */
export function HomeBalances({ balances }: { balances: Balances }) {
  const t = useText(homeText)
  const givable = toGive(balances)
  return (
    <View className={styles.pair}>
      <Card className={styles.half} onTap={() => go(routes.credit)}>
        <View className="t-small">{t.credit}</View>
        <BigNumber tone="give" {...yuanShortParts(givable)} />
        <View className="t-small">{givable > 0 ? t.creditToGive : t.creditNote}</View>
      </Card>
      <Card className={styles.half} onTap={() => go(routes.points)}>
        <View className="t-small">{t.points}</View>
        <BigNumber tone="gold" value={count(balances.points)} />
        <View className="t-small">{t.pointsNote}</View>
      </Card>
    </View>
  )
}
