import type { App } from '@yijian/api/core/app'
import { cancelOrder } from '@yijian/api/points/cancel-order'
import { pointsInvariants } from '@yijian/api/points/invariants'
import { pickUpOrder } from '@yijian/api/points/pick-up-order'
import { placeOrder } from '@yijian/api/points/place-order'
import { renewAwards } from '@yijian/api/points/renew-awards'
import { shopItem, shopOrder, taskAward } from '@yijian/api/points/tables'
import { inTransaction } from '@yijian/api/core/context'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { and, eq, ne } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeScene } from '../support/attendance.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { examplesOf } from '../support/faults.ts'
import { issue } from '../support/hours.ts'
import { actorOf, makeEmployee, makeEmployees } from '../support/people.ts'
import { givePoints, makeItem, makeTask, pointsOf } from '../support/points.ts'
import { race, times } from '../support/race.ts'

const PEOPLE = 60
const operator = actorOf({ id: 'emp_0000000000009' }, 'operator')

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'shop', connections: 32 })
})
afterAll(closeApps)

/** Stock and orders stay true; points out of nothing have no award, so awards are left out. */
async function shopIsTrue(): Promise<void> {
  const shop = pointsInvariants.filter((one) => one.name !== 'awards-are-journals')
  expect(await examplesOf(await systemCtx(app), shop)).toEqual(new Map())
}
const aliveOf = async (itemId: string) =>
  (await systemCtx(app)).db
    .select()
    .from(shopOrder)
    .where(and(eq(shopOrder.itemId, itemId), ne(shopOrder.state, 'cancelled')))

describe('the last item of the shop', () => {
  it('goes to exactly one of many, and the others keep their points', async () => {
    const ctx = await systemCtx(app)
    const people = await makeEmployees(app, PEOPLE)
    for (const person of people) await givePoints(ctx, person, 100)
    const item = await makeItem(ctx, { stock: 1 })
    const { won, refused } = await race(people.map((person) => async () => placeOrder(await ctxOf(app, actorOf(person)), item.id)))
    expect(won).toHaveLength(1)
    expect(refused).toEqual(times(PEOPLE - 1, () => 'item-sold-out'))
    const left = await Promise.all(people.map((person) => pointsOf(ctx, person)))
    expect(left.sort((a, b) => a - b)).toEqual([40, ...times(PEOPLE - 1, () => 100)])
    expect(await ctx.db.select().from(shopItem).where(eq(shopItem.id, item.id))).toMatchObject([{ stockLeft: 0 }])
    await shopIsTrue()
  })

  it('is one order for two taps of one person who may have one', async () => {
    const ctx = await systemCtx(app)
    const who = await makeEmployee(app)
    await givePoints(ctx, who, 1000)
    const item = await makeItem(ctx, { perPerson: 1 })
    const { won, refused } = await race(times(8, () => async () => placeOrder(await ctxOf(app, actorOf(who)), item.id)))
    expect(won).toHaveLength(1)
    expect(refused).toEqual(times(7, () => 'order-limit'))
    expect(await pointsOf(ctx, who)).toBe(940)
  })

  it('is never bought with points that are spent elsewhere in the same moment', async () => {
    const ctx = await systemCtx(app)
    const who = await makeEmployee(app)
    await givePoints(ctx, who, 100)
    const items = [await makeItem(ctx), await makeItem(ctx), await makeItem(ctx)]
    const { won, refused } = await race(
      items.map(
        ({ id }) =>
          async () =>
            placeOrder(await ctxOf(app, actorOf(who)), id),
      ),
    )
    expect(won).toHaveLength(1)
    expect(refused).toEqual(['points-insufficient', 'points-insufficient'])
    expect(await pointsOf(ctx, who)).toBe(40)
  })
})

describe('an order', () => {
  it('is handed over or cancelled when both are asked for at once, never both', async () => {
    const ctx = await systemCtx(app)
    const item = await makeItem(ctx, { stock: 20 })
    for (const who of await makeEmployees(app, 12)) {
      await givePoints(ctx, who, 60)
      const { id, pickUpCode } = await placeOrder(await ctxOf(app, actorOf(who)), item.id)
      const { won, refused } = await race([
        async () => pickUpOrder(await ctxOf(app, operator), pickUpCode!),
        async () => cancelOrder(await ctxOf(app, actorOf(who)), id, {}),
        async () => pickUpOrder(await ctxOf(app, operator), pickUpCode!),
      ])
      expect(won).toHaveLength(1)
      const [outcome] = won.map(({ state }) => state)
      expect(new Set(refused)).toEqual(new Set([outcome === 'picked-up' ? 'order-picked-up' : 'order-cancelled']))
      expect(await pointsOf(ctx, who)).toBe(outcome === 'picked-up' ? 0 : 60)
    }
    const alive = await aliveOf(item.id)
    expect(alive.every(({ state }) => state === 'picked-up')).toBe(true)
    await shopIsTrue()
  })
})

describe('a point task', () => {
  it('is awarded once when many workers hear of it at once', async () => {
    const ctx = await systemCtx(app)
    const { who, task } = await inTransaction(ctx, async (ctx) => {
      const scene = await makeScene(ctx)
      const task = await makeTask(ctx, { fromOn: shanghaiDay(scene.session.startsAt) })
      await issue(ctx, scene, { who: scene.people[0]! })
      return { who: scene.people[0]!, task }
    })
    const hear = async () => inTransaction(await systemCtx(app), (ctx) => renewAwards(ctx, who.id, ['session-served']))
    const { won } = await race(times(12, () => hear))
    expect(won).toHaveLength(12)
    expect(await ctx.db.select().from(taskAward).where(eq(taskAward.taskId, task.id))).toMatchObject([{ state: 'held', round: 1 }])
    expect(await pointsOf(ctx, who)).toBe(60 + 50)
  })
})
