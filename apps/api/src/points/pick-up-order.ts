import { canEndOrder } from '@yijian/shared/points/rules'
import type { DeskOrder } from '@yijian/shared/points/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce, refuse } from '../core/problems.ts'
import { openOrderBy } from './find-order-by-code.ts'
import { orderWithNames } from './read.ts'
import { endOrder, lockOrder } from './repo.ts'
import { toDeskOrder } from './shapes.ts'

/**
 * Hands an order over to whoever shows its code (核销), once, and never to oneself.
 *
 * @throws Problem `pick-up-code-unknown`, `order-picked-up`, `order-cancelled`, `own-pick-up`
 */
export async function pickUpOrder(ctx: Ctx, words: string): Promise<DeskOrder> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const order = await lockOrder(ctx, (await openOrderBy(ctx, words)).id)
    // Another desk, or a cancellation, may have been first.
    enforce(canEndOrder({ state: order.state, endedAt: order.endedAt?.toISOString() ?? null }))
    if (order.employeeId === employeeId) throw refuse('own-pick-up', {})
    await endOrder(ctx, order.id, { state: 'picked-up', endedBy: employeeId, cancelReason: null, refundId: null })
    await record(ctx, { action: 'order.picked-up', subject: order.id, detail: { itemId: order.itemId, employeeId: order.employeeId } })
    await put(ctx, 'order.ended', { orderId: order.id, outcome: 'picked-up' })
    return toDeskOrder(await orderWithNames(ctx, order.id))
  })
}
