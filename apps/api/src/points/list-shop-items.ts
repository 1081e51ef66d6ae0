import type { Page } from '@yijian/shared/http/page'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { OfferedItem } from '@yijian/shared/points/shapes'
import * as z from 'zod/mini'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import type { PageQuery } from './page.ts'
import { itemById, ordersByItem, selectOnSale } from './read.ts'
import { shopItemOf, toShopItems } from './shapes.ts'

const lastItem = z.tuple([z.int(), z.string()])

/** What can be had today, the cheapest first; sold out items stay in sight. */
export async function listShopItems(ctx: Ctx, { cursor, limit }: PageQuery): Promise<Page<OfferedItem>> {
  const { employeeId } = requireEmployee(ctx)
  const from = cursor === undefined ? undefined : readCursor(cursor, lastItem)
  const rows = await selectOnSale(ctx, shanghaiDay(ctx.now), { limit: limit + 1, from })
  const orders = await ordersByItem(
    ctx,
    employeeId,
    rows.map(({ id }) => id),
  )
  const page = pageOf(rows, limit, { item: (row) => row, cursor: ({ pricePoints, id }) => [pricePoints, id] })
  const items = await toShopItems(ctx, page.items)
  return { ...page, items: [...items.values()].map((item) => ({ item, myOrders: orders.get(item.id) ?? 0 })) }
}

/** One item, also when it is not on sale any more: an order leads to it. @throws Problem `not-found` */
export async function getShopItem(ctx: Ctx, itemId: string): Promise<OfferedItem> {
  const { employeeId } = requireEmployee(ctx)
  const item = await itemById(ctx, itemId)
  return { item: await shopItemOf(ctx, item), myOrders: (await ordersByItem(ctx, employeeId, [itemId])).get(itemId) ?? 0 }
}
