import type { ImageView } from '@yijian/shared/file/shapes'
import { spokenPickUpCode } from '@yijian/shared/points/rules'
import type { DeskOrder, Order, PointTask, ShopItem } from '@yijian/shared/points/shapes'
import type { Ctx } from '../core/context.ts'
import { filesById, toImageView } from '../file/index.ts'
import type { OrderWithNames } from './read.ts'
import type { PointTaskRow, ShopItemRow } from './repo.ts'

export function toPointTask({ createdBy: _, createdAt: __, ...task }: PointTaskRow): PointTask {
  return task
}

function toShopItem({ createdAt: _, pictureId, ...item }: ShopItemRow, pictures: ReadonlyMap<string, ImageView>): ShopItem {
  return { ...item, picture: pictures.get(pictureId ?? '') ?? null }
}

/** Items with their pictures, in one query; everybody may see those. */
export async function toShopItems(ctx: Ctx, rows: readonly ShopItemRow[]): Promise<Map<string, ShopItem>> {
  const files = await filesById(
    ctx,
    rows.flatMap(({ pictureId }) => pictureId ?? []),
  )
  const pictures = new Map(files.map((file) => [file.id, toImageView(ctx, file)]))
  return new Map(rows.map((row) => [row.id, toShopItem(row, pictures)]))
}

export async function shopItemOf(ctx: Ctx, row: ShopItemRow): Promise<ShopItem> {
  // It was asked for with this very row.
  return (await toShopItems(ctx, [row])).get(row.id) as ShopItem
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
