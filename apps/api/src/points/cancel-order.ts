import { accountOf, systemAccount } from '@yijian/shared/ledger/accounts'
import { transfer } from '@yijian/shared/ledger/rules'
import { canEndOrder } from '@yijian/shared/points/rules'
import type { CancelOrderInput, DeskOrder } from '@yijian/shared/points/shapes'
import { holdsRole, requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce, refuse } from '../core/problems.ts'
import { lockBalances, post, readJournal, reversalOf } from '../ledger/index.ts'
import { orderWithNames } from './read.ts'
import { endOrder, lockOrder, moveStock, orderById } from './repo.ts'
import { POINTS_SCOPE } from './scope.ts'
import { toDeskOrder } from './shapes.ts'

/**
 * Takes an order back before it is handed over: the person their own, an operator anybody's with a reason. The points
 * return to the person and the item to the stock in the same moment.
 *
 * @throws Problem `not-found`, also for somebody else's order, `reason-required`, `order-picked-up`, `order-cancelled`
 */
export async function cancelOrder(ctx: Ctx, orderId: string, { reason }: CancelOrderInput): Promise<DeskOrder> {
  const actor = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const { employeeId } = await orderById(ctx, orderId)
    const own = employeeId === actor.employeeId
    if (!own && !holdsRole(actor, 'operator')) throw refuse('not-found', { what: 'order' })
    if (!own && reason === undefined) throw refuse('reason-required', { for: 'cancellation' })
    // Balances before orders before items, the order in which every verb here takes its locks.
    await lockBalances(ctx, [employeeId])
    const order = await lockOrder(ctx, orderId)
    enforce(canEndOrder({ state: order.state, endedAt: order.endedAt?.toISOString() ?? null }))
    const refundId = await refund(ctx, order)
    await endOrder(ctx, orderId, { state: 'cancelled', endedBy: actor.employeeId, cancelReason: reason ?? null, refundId })
    await moveStock(ctx, order.itemId, 1)
    await record(ctx, { action: 'order.cancelled', subject: orderId, detail: { itemId: order.itemId, own, reason: reason ?? null } })
    await put(ctx, 'order.ended', { orderId, outcome: 'cancelled' })
    return toDeskOrder(await orderWithNames(ctx, orderId))
  })
}

async function refund(
  ctx: Ctx,
  { id, employeeId, pricePoints, journalId }: { id: string; employeeId: string; pricePoints: number; journalId: string },
): Promise<string> {
  const original = await readJournal(ctx, journalId)
  if (original === null) throw new Error(`${id} has no journal`)
  const [posted] = await post(ctx, [
    reversalOf(original, {
      kind: 'points-refunded',
      scope: POINTS_SCOPE,
      idempotencyKey: `${id}/refunded`,
      asked: { employeeId, pricePoints },
      entries: transfer(systemAccount('points'), accountOf(employeeId, 'points'), pricePoints),
    }),
  ])
  if (posted === undefined) throw new Error(`${id} was not refunded`)
  return posted.journalId
}
