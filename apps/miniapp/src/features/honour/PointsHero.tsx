import type { Points } from '@yijian/shared/kernel/quantity'
import { useText } from '@/i18n/use-text'
import { count } from '@/lib/format'
import { BigNumber } from '@/ui/BigNumber'
import { Card } from '@/ui/Card'
import { View } from '@/ui/elements'
import { honourText } from './text'

export function PointsHero({ points }: { points: Points }) {
  const t = useText(honourText)
  return (
    <Card>
      <View className="t-small">{t.points}</View>
      <BigNumber size="xl" tone="gold" value={count(points)} unit={t.pointsUnit} />
      <View className="t-small">{t.pointsNote}</View>
    </Card>
  )
}
