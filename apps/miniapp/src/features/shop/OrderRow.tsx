import type { Order } from '@yijian/shared/points/shapes'
import { useText } from '@/i18n/use-text'
import { deviceNow } from '@/lib/clock'
import { count, moment } from '@/lib/format'
import { go, routes } from '@/lib/routes'
import { useSettings } from '@/lib/settings'
import { Cell } from '@/ui/Cell'
import { Tag } from '@/ui/Tag'
import { ItemPicture } from './ItemPicture'
import { shopText } from './text'

/** An order of mine; opens to its pick-up code. */
export function OrderRow({ order: { id, item, state, pricePoints, placedAt } }: { order: Order }) {
  const t = useText(shopText)
  const { language } = useSettings()
  return (
    <Cell
      start={<ItemPicture item={item} size="thumb" />}
      title={item.name}
      detail={[moment(placedAt, deviceNow(), language), t.cost(count(pricePoints))].join(' · ')}
      end={<Tag tone={state === 'placed' ? 'gold' : state === 'picked-up' ? 'brand' : 'neutral'}>{t.states[state]}</Tag>}
      onTap={() => go(routes.order, { orderId: id })}
    />
  )
}
