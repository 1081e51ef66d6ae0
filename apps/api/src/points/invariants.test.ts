import { shanghaiDay } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, makeScene } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { brokenOf, damage, examplesOf } from '../../../../test/support/faults.ts'
import { issue } from '../../../../test/support/hours.ts'
import { actorOf } from '../../../../test/support/people.ts'
import { asOperator, makeItem, makeTask } from '../../../../test/support/points.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { cancelOrder } from './cancel-order.ts'
import { pointsInvariants } from './invariants.ts'
import { pickUpOrder } from './pick-up-order.ts'
import { placeOrder } from './place-order.ts'
import { renewAwards } from './renew-awards.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'points-invariants', asOwner: true })
})
afterAll(closeApps)

/** Somebody served, did a task, and ordered three times: one waits, one is handed over, one is cancelled. */
async function scene(ctx: Ctx) {
  const made = await makeScene(ctx)
  const who = made.people[0]!
  const task = await makeTask(ctx, { fromOn: shanghaiDay(made.session.startsAt) })
  await issue(ctx, made, { who })
  await renewAwards(actingAs(ctx, { kind: 'system', job: 'test' }), who.id, ['session-served'])
  const item = await makeItem(ctx, { pricePoints: 20 })
  const me = { ...ctx, actor: actorOf(who) }
  const [waiting, handed, back] = [await placeOrder(me, item.id), await placeOrder(me, item.id), await placeOrder(me, item.id)]
  await pickUpOrder(asOperator(ctx), handed.pickUpCode!)
  await cancelOrder(me, back.id, {})
  return { who: who.id, task: task.id, item: item.id, waiting: waiting.id, handed: handed.id, back: back.id }
}

const faults: Record<string, { by: string; breaks: string[] }> = {
  'an award of more than its task gives': {
    by: 'UPDATE task_award SET points = 51 WHERE task_id = :task',
    breaks: ['awards-are-journals', 'awards-follow-terms'],
  },
  'an award without its journal': {
    by: "UPDATE task_award SET state = 'taken-back', round = 2, journal_id = NULL WHERE task_id = :task",
    breaks: ['awards-are-journals'],
  },
  'an award for a day before the task began': {
    by: "UPDATE point_task SET from_on = '2099-01-01' WHERE id = :task",
    breaks: ['awards-follow-terms'],
  },
  'stock that came from nowhere': {
    by: 'UPDATE shop_item SET stock_left = stock_left + 1 WHERE id = :item',
    breaks: ['stock-is-accounted'],
  },
  'a price changed afterwards': { by: 'UPDATE shop_order SET price_points = 19 WHERE id = :waiting', breaks: ['orders-are-journals'] },
  'an order handed to somebody else': {
    by: 'UPDATE shop_order SET employee_id = (SELECT id FROM employee WHERE id <> :who LIMIT 1) WHERE id = :waiting',
    breaks: ['orders-are-journals'],
  },
  'a refund that is forgotten': {
    by: "UPDATE shop_order SET state = 'picked-up', refund_id = NULL, ended_by = 'emp_0000000000009' WHERE id = :back",
    breaks: ['stock-is-accounted', 'orders-are-journals'],
  },
}

describe('pointsInvariants', () => {
  it('hold of tasks and orders that went their ordinary way', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      await scene(ctx)
      expect(await brokenOf(ctx, pointsInvariants)).toEqual([])
    }))

  it.each(Object.entries(faults))('find %s', (_, { by, breaks }) =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      await damage(ctx, by, await scene(ctx))
      expect(await brokenOf(ctx, pointsInvariants)).toEqual(breaks)
    }),
  )

  it('name the order, the item and the award that are broken', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const made = await scene(ctx)
      await damage(ctx, 'UPDATE shop_order SET price_points = 19 WHERE id = :waiting', made)
      await damage(ctx, 'UPDATE shop_item SET stock_left = stock_left + 1 WHERE id = :item', made)
      await damage(ctx, 'UPDATE task_award SET points = 51 WHERE task_id = :task', made)
      const broken = await examplesOf(ctx, pointsInvariants)
      expect(broken.get('orders-are-journals')).toMatchObject([{ id: made.waiting, expected: '-19', found: '-20' }])
      expect(broken.get('stock-is-accounted')).toMatchObject([{ id: made.item, part: 'stock_left' }])
      expect(broken.get('awards-are-journals')).toMatchObject([{ expected: '51', found: '50' }])
      expect(broken.get('awards-follow-terms')).toMatchObject([{ part: `${made.task} points`, expected: '50', found: '51' }])
    }))
})
