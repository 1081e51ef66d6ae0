import { type Teller, nameTitle } from '../ledger/index.ts'
import { itemNames, orderWithNames, tasksByAward } from './read.ts'

/** Points of a task come from its award. */
const awardTeller: Teller = {
  source: 'taskAward',
  titles: async (ctx, awardIds) =>
    new Map([...(await tasksByAward(ctx, awardIds))].map(([awardId, { title }]) => [awardId, nameTitle(title)])),
  tell: async (ctx, { sourceId }) => {
    const task = (await tasksByAward(ctx, [sourceId])).get(sourceId)
    return task === undefined ? { kind: 'plain' } : { kind: 'task-award', taskId: task.id, taskName: nameTitle(task.title) }
  },
}

/** Points spent and given back come from an order of the shop. */
const orderTeller: Teller = {
  source: 'order',
  titles: async (ctx, orderIds) => new Map([...(await itemNames(ctx, orderIds))].map(([orderId, name]) => [orderId, nameTitle(name)])),
  tell: async (ctx, { sourceId }) => {
    const { order, item } = await orderWithNames(ctx, sourceId)
    return { kind: 'order', orderId: order.id, itemName: nameTitle(item.name), state: order.state }
  },
}

export const pointsTellers: readonly Teller[] = [awardTeller, orderTeller]
