import type { Page } from '@yijian/shared/http/page'
import type { ShopItem, StockedItem } from '@yijian/shared/points/shapes'
import { requireRole } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf } from '../core/http/cursor.ts'
import { type PageQuery, lastIn } from './page.ts'
import { selectStock } from './read.ts'
import { toShopItems } from './shapes.ts'

/** All items, newest first, withdrawn ones too. */
export async function listShopStock(ctx: Ctx, { cursor, limit }: PageQuery): Promise<Page<StockedItem>> {
  requireRole(ctx, 'operator')
  const rows = await selectStock(ctx, { limit: limit + 1, beforeId: lastIn(cursor) })
  const page = pageOf(rows, limit, { item: (row) => row, cursor: ({ item }) => [item.id] })
  const items = await toShopItems(
    ctx,
    page.items.map(({ item }) => item),
  )
  return { ...page, items: page.items.flatMap(({ item: { id }, ...orders }) => ({ item: items.get(id) as ShopItem, ...orders })) }
}
