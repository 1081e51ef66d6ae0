import type { Page } from '@yijian/shared/http/page'
import type { DeskOrder, Order } from '@yijian/shared/points/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf } from '../core/http/cursor.ts'
import { type PageQuery, lastIn } from './page.ts'
import { ordersIn, selectOrders } from './read.ts'
import { toDeskOrder } from './shapes.ts'

/** Orders of everybody in one state, newest first, without their codes. Who looked is recorded. */
export async function listOrders(ctx: Ctx, { state, cursor, limit }: PageQuery & { state: Order['state'] }): Promise<Page<DeskOrder>> {
  requireRole(ctx, 'operator')
  const rows = await selectOrders(ctx, ordersIn(state), { limit: limit + 1, beforeId: lastIn(cursor) })
  const page = pageOf(rows, limit, { item: toDeskOrder, cursor: ({ order }) => [order.id] })
  await record(ctx, { action: 'orders.listed', subject: 'orders', detail: { state, shown: page.items.map(({ id }) => id) } })
  return page
}
