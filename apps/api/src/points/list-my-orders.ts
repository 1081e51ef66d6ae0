import type { Page } from '@yijian/shared/http/page'
import type { Order } from '@yijian/shared/points/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf } from '../core/http/cursor.ts'
import { refuse } from '../core/problems.ts'
import { type PageQuery, lastIn } from './page.ts'
import { orderWithNames, ordersOfPerson, selectOrders } from './read.ts'
import { toOrder } from './shapes.ts'

/** My orders, newest first, open ones with their pick-up code. */
export async function listMyOrders(ctx: Ctx, { cursor, limit }: PageQuery): Promise<Page<Order>> {
  const { employeeId } = requireEmployee(ctx)
  const rows = await selectOrders(ctx, ordersOfPerson(employeeId), { limit: limit + 1, beforeId: lastIn(cursor) })
  return pageOf(rows, limit, { item: toOrder, cursor: ({ order }) => [order.id] })
}

/** @throws Problem `not-found`, also for somebody else's order */
export async function getMyOrder(ctx: Ctx, orderId: string): Promise<Order> {
  const { employeeId } = requireEmployee(ctx)
  const row = await orderWithNames(ctx, orderId)
  if (row.person.id !== employeeId) throw refuse('not-found', { what: 'order' })
  return toOrder(row)
}
