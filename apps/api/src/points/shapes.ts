import { spokenPickUpCode } from '@yijian/shared/points/rules'
import type { DeskOrder, Order, PointTask, ShopItem } from '@yijian/shared/points/shapes'
import type { OrderWithNames } from './read.ts'
import type { PointTaskRow, ShopItemRow } from './repo.ts'

export function toPointTask({ createdBy: _, createdAt: __, ...task }: PointTaskRow): PointTask {
  return task
}

export function toShopItem({ createdAt: _, ...item }: ShopItemRow): ShopItem {
  return item
}

function toFields({ order, item }: OrderWithNames) {
  const { id, pricePoints, state, placedAt, endedAt, cancelReason } = order
  return { id, item, pricePoints, state, placedAt: placedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, cancelReason }
}

/** As its person sees it; a code that can do nothing any more is not shown. */
export function toOrder(row: OrderWithNames): Order {
  return { ...toFields(row), pickUpCode: row.order.state === 'placed' ? spokenPickUpCode(row.order.pickUpCode) : null }
}

export function toDeskOrder(row: OrderWithNames): DeskOrder {
  return { ...toFields(row), person: row.person }
}
