import { randomInt } from 'node:crypto'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { accountOf, systemAccount } from '@yijian/shared/ledger/accounts'
import { transfer } from '@yijian/shared/ledger/rules'
import { PICK_UP_ALPHABET, PICK_UP_LENGTH, canOrder } from '@yijian/shared/points/rules'
import type { Order } from '@yijian/shared/points/shapes'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce, refuse } from '../core/problems.ts'
import { lockBalances, post } from '../ledger/index.ts'
import { orderWithNames, ordersByItem } from './read.ts'
import { insertOrder, lockItem, takeOne } from './repo.ts'
import { POINTS_SCOPE } from './scope.ts'
import { toOrder } from './shapes.ts'

/**
 * Has one of an item (兑换): the points are spent and the stock is taken in one transaction, at the price of this moment.
 * The person's balances are locked first, so that two taps of one person take turns; then the item, so that people do.
 *
 * @throws Problem `not-found`, `item-not-on-sale`, `order-limit`, `item-sold-out`, `points-insufficient`
 */
export async function placeOrder(ctx: Ctx, itemId: string): Promise<Order> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const points = (await lockBalances(ctx, [employeeId])).get(employeeId)?.points ?? 0
    const item = await lockItem(ctx, itemId)
    const orders = (await ordersByItem(ctx, employeeId, [itemId])).get(itemId) ?? 0
    const today = shanghaiDay(ctx.now)
    enforce(canOrder({ today, item, mine: { points, orders } }))

    const { name, pricePoints } = item
    if (!(await takeOne(ctx, itemId))) throw refuse('item-sold-out', { name })
    const id = ctx.app.newId('order')
    const [posted] = await post(ctx, [
      {
        kind: 'points-spent',
        sourceId: id,
        servedOn: today,
        policyIds: [],
        scope: POINTS_SCOPE,
        idempotencyKey: `${id}/spent`,
        asked: { employeeId, itemId, pricePoints },
        entries: transfer(accountOf(employeeId, 'points'), systemAccount('points'), pricePoints),
      },
    ])
    if (posted === undefined) throw new Error(`${id} was not posted`)
    await insertOrder(ctx, {
      id,
      itemId,
      employeeId,
      pricePoints,
      state: 'placed',
      pickUpCode: newPickUpCode(),
      placedAt: ctx.now,
      endedAt: null,
      endedBy: null,
      cancelReason: null,
      journalId: posted.journalId,
      refundId: null,
    })
    await record(ctx, { action: 'order.placed', subject: id, detail: { itemId, pricePoints } })
    await put(ctx, 'order.placed', { orderId: id })
    return toOrder(await orderWithNames(ctx, id))
  })
}

/** Some 650 thousand million codes, and only operators may try one. */
function newPickUpCode(): string {
  return Array.from({ length: PICK_UP_LENGTH }, () => PICK_UP_ALPHABET[randomInt(PICK_UP_ALPHABET.length)]).join('')
}
