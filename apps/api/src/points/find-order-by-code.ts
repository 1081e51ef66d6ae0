import { canEndOrder, readPickUpCode } from '@yijian/shared/points/rules'
import type { DeskOrder } from '@yijian/shared/points/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { enforce, refuse } from '../core/problems.ts'
import { orderWithNames } from './read.ts'
import { type ShopOrderRow, findByCode } from './repo.ts'
import { toDeskOrder } from './shapes.ts'

/**
 * What a pick-up code stands for, so that the desk sees item and person before it hands over. Who looked is recorded.
 *
 * @throws Problem `pick-up-code-unknown`, `order-picked-up`, `order-cancelled`
 */
export async function findOrderByCode(ctx: Ctx, words: string): Promise<DeskOrder> {
  requireRole(ctx, 'operator')
  const { id } = await openOrderBy(ctx, words)
  await record(ctx, { action: 'order.looked-up', subject: id })
  return toDeskOrder(await orderWithNames(ctx, id))
}

/** The order of a code that is still open. */
export async function openOrderBy(ctx: Ctx, words: string): Promise<ShopOrderRow> {
  const code = readPickUpCode(words)
  const order = code === null ? null : await findByCode(ctx, code)
  if (order === null) throw refuse('pick-up-code-unknown', {})
  enforce(canEndOrder({ state: order.state, endedAt: order.endedAt?.toISOString() ?? null }))
  return order
}
