import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { asOperator, givePoints, makeItem, pointsOf } from '../../../../test/support/points.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readJournal } from '../ledger/index.ts'
import { cancelOrder } from './cancel-order.ts'
import { changeShopItem } from './change-shop-item.ts'
import { findOrderByCode } from './find-order-by-code.ts'
import { getMyOrder, listMyOrders } from './list-my-orders.ts'
import { listOrders } from './list-orders.ts'
import { getShopItem, listShopItems } from './list-shop-items.ts'
import { pickUpOrder } from './pick-up-order.ts'
import { placeOrder } from './place-order.ts'
import { shopOrder } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('order.placed', 'order.ended') })
})
afterAll(closeApps)

/** A person with a hundred points, and somebody else. */
async function scene(ctx: Ctx) {
  const [who, other] = [await makeEmployee(ctx, { name: '何小满' }), await makeEmployee(ctx)]
  await givePoints(ctx, who, 100)
  const as = (person: { id: string }, ...roles: 'operator'[]): Ctx => ({ ...ctx, actor: actorOf(person, ...roles) })
  return { ctx, who, me: as(who), other: as(other), desk: asOperator(ctx), as }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>) =>
  rolledBack(app, { kind: 'anonymous' }, async (ctx) => test(await scene(ctx)))
const refusal = (code: string, data: object = {}) => ({ code, data: expect.objectContaining(data) as unknown })

describe('placeOrder', () => {
  it('spends the points and takes the stock, and gives a code to pick it up', () =>
    inScene(async ({ ctx, who, me }) => {
      const item = await makeItem(ctx)
      const order = await placeOrder(me, item.id)
      expect(order).toMatchObject({ item: { id: item.id, name: '益践帆布袋' }, pricePoints: 60, state: 'placed', endedAt: null })
      expect(order.pickUpCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
      expect(await pointsOf(ctx, who)).toBe(40)
      expect(await getShopItem(me, item.id)).toMatchObject({ item: { stockLeft: 4 }, myOrders: 1 })
      const [row] = await ctx.db.select().from(shopOrder).where(eq(shopOrder.id, order.id))
      expect(await readJournal(ctx, row!.journalId)).toMatchObject({ kind: 'points-spent', sourceId: order.id, actorId: who.id })
      expect(await tracesOf(ctx, order.id)).toMatchObject([{ action: 'order.placed', detail: { itemId: item.id, pricePoints: 60 } }])
      expect(await messagesOf(ctx, 'order.placed', order.id)).toHaveLength(1)
    }))

  it('refuses more than one has, naming wanted and available', () =>
    inScene(async ({ ctx, me }) => {
      const item = await makeItem(ctx, { pricePoints: 101 })
      await expect(placeOrder(me, item.id)).rejects.toMatchObject(refusal('points-insufficient', { wanted: 101, available: 100 }))
    }))

  it('refuses when none is left, and when a person has had their share', () =>
    inScene(async ({ ctx, me }) => {
      const none = await makeItem(ctx, { stock: 0 })
      await expect(placeOrder(me, none.id)).rejects.toMatchObject(refusal('item-sold-out', { name: none.name }))
      const once = await makeItem(ctx, { perPerson: 1, pricePoints: 10 })
      await placeOrder(me, once.id)
      await expect(placeOrder(me, once.id)).rejects.toMatchObject(refusal('order-limit', { perPerson: 1 }))
    }))

  it('refuses before, after and once withdrawn', () =>
    inScene(async ({ ctx, me, desk }) => {
      const today = shanghaiDay(ctx.now)
      const coming = await makeItem(ctx, { fromOn: addDays(today, 1) })
      await expect(placeOrder(me, coming.id)).rejects.toMatchObject(refusal('item-not-on-sale', { fromOn: addDays(today, 1) }))
      const past = await makeItem(ctx, { fromOn: addDays(today, -9), untilOn: addDays(today, -1) })
      await expect(placeOrder(me, past.id)).rejects.toMatchObject(refusal('item-not-on-sale', { fromOn: null }))
      const { id, stockLeft: _, ...item } = await makeItem(ctx)
      await changeShopItem(desk, id, { ...item, state: 'withdrawn' })
      await expect(placeOrder(me, id)).rejects.toMatchObject(refusal('item-not-on-sale', { fromOn: null }))
      const shown = (await listShopItems(me, { limit: 100 })).items.map((offered) => offered.item.id)
      expect([coming.id, past.id, id].filter((gone) => shown.includes(gone))).toEqual([])
    }))

  it('refuses the wrong role: nobody without a login', () =>
    inScene(async ({ ctx }) => {
      await expect(placeOrder(ctx, 'itm_0000000000000')).rejects.toMatchObject({ code: 'login-required' })
    }))
})

describe('cancelOrder', () => {
  it('gives points, stock and the right to another one back', () =>
    inScene(async ({ ctx, who, me }) => {
      const item = await makeItem(ctx, { perPerson: 1 })
      const { id } = await placeOrder(me, item.id)
      expect(await cancelOrder(me, id, {})).toMatchObject({ state: 'cancelled', cancelReason: null, person: { id: who.id } })
      expect(await pointsOf(ctx, who)).toBe(100)
      expect(await getShopItem(me, item.id)).toMatchObject({ item: { stockLeft: 5 }, myOrders: 0 })
      expect(await messagesOf(ctx, 'order.ended', id)).toEqual([{ orderId: id, outcome: 'cancelled' }])
      await placeOrder(me, item.id)
    }))

  it('returns the price that was paid, whatever it costs by now', () =>
    inScene(async ({ ctx, who, me, desk }) => {
      const { id: itemId, stockLeft: _, ...item } = await makeItem(ctx)
      const { id } = await placeOrder(me, itemId)
      await changeShopItem(desk, itemId, { ...item, pricePoints: 90 })
      await cancelOrder(me, id, {})
      expect(await pointsOf(ctx, who)).toBe(100)
    }))

  it('is once, and never after the pick-up', () =>
    inScene(async ({ ctx, me, desk }) => {
      const item = await makeItem(ctx, { pricePoints: 10 })
      const first = await placeOrder(me, item.id)
      await cancelOrder(me, first.id, {})
      await expect(cancelOrder(me, first.id, {})).rejects.toMatchObject({ code: 'order-cancelled' })
      const second = await placeOrder(me, item.id)
      await pickUpOrder(desk, second.pickUpCode!)
      await expect(cancelOrder(me, second.id, {})).rejects.toMatchObject({ code: 'order-picked-up' })
    }))

  it('needs a reason from an operator, which the person reads', () =>
    inScene(async ({ ctx, me, desk }) => {
      const { id } = await placeOrder(me, (await makeItem(ctx)).id)
      await expect(cancelOrder(desk, id, {})).rejects.toMatchObject({ code: 'reason-required' })
      await cancelOrder(desk, id, { reason: '到货破损' })
      expect(await getMyOrder(me, id)).toMatchObject({ state: 'cancelled', cancelReason: '到货破损', pickUpCode: null })
    }))

  it('refuses the wrong role: somebody else’s order is not there', () =>
    inScene(async ({ ctx, me, other }) => {
      const { id } = await placeOrder(me, (await makeItem(ctx)).id)
      await expect(cancelOrder(other, id, { reason: '试试' })).rejects.toMatchObject({ code: 'not-found' })
      await expect(getMyOrder(other, id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(cancelOrder(ctx, id, {})).rejects.toMatchObject({ code: 'login-required' })
    }))
})

describe('pickUpOrder', () => {
  it('shows what a code stands for, hands it over once, and the code is spent', () =>
    inScene(async ({ ctx, who, me, desk }) => {
      const { id, pickUpCode } = await placeOrder(me, (await makeItem(ctx)).id)
      const typed = pickUpCode!.toLowerCase().replace('-', ' ')
      expect(await findOrderByCode(desk, typed)).toMatchObject({ id, person: { id: who.id, name: '何小满' }, state: 'placed' })
      expect(await pickUpOrder(desk, `YJP1.${pickUpCode!.replace('-', '')}`)).toMatchObject({ id, state: 'picked-up' })
      await expect(pickUpOrder(desk, typed)).rejects.toMatchObject({ code: 'order-picked-up' })
      await expect(findOrderByCode(desk, typed)).rejects.toMatchObject({ code: 'order-picked-up' })
      expect((await tracesOf(ctx, id)).map(({ action }) => action)).toEqual(['order.placed', 'order.looked-up', 'order.picked-up'])
      expect(await messagesOf(ctx, 'order.ended', id)).toEqual([{ orderId: id, outcome: 'picked-up' }])
      expect(await pointsOf(ctx, who)).toBe(40)
    }))

  it('refuses codes that are unknown, unreadable or cancelled', () =>
    inScene(async ({ ctx, me, desk }) => {
      await expect(pickUpOrder(desk, '2222-2222')).rejects.toMatchObject({ code: 'pick-up-code-unknown' })
      await expect(pickUpOrder(desk, 'YJ1.0D3K9X2M4Q7RT')).rejects.toMatchObject({ code: 'pick-up-code-unknown' })
      const { id, pickUpCode } = await placeOrder(me, (await makeItem(ctx)).id)
      await cancelOrder(me, id, {})
      await expect(pickUpOrder(desk, pickUpCode!)).rejects.toMatchObject({ code: 'order-cancelled' })
    }))

  it('refuses the wrong role: employees, and an operator’s own order', () =>
    inScene(async ({ ctx, who, me, as }) => {
      const { pickUpCode } = await placeOrder(me, (await makeItem(ctx)).id)
      await expect(pickUpOrder(me, pickUpCode!)).rejects.toMatchObject({ code: 'role-required' })
      await expect(findOrderByCode(me, pickUpCode!)).rejects.toMatchObject({ code: 'role-required' })
      await expect(pickUpOrder(as(who, 'operator'), pickUpCode!)).rejects.toMatchObject({ code: 'own-pick-up' })
    }))
})

describe('lists of orders', () => {
  it('are mine with codes, and the desk’s without, looked at on record', () =>
    inScene(async ({ ctx, me, desk, who }) => {
      const item = await makeItem(ctx, { pricePoints: 10 })
      const [first, second] = [await placeOrder(me, item.id), await placeOrder(me, item.id)]
      const page = await listMyOrders(me, { limit: 1 })
      expect(page.items).toEqual([second])
      expect((await listMyOrders(me, { limit: 1, cursor: page.nextCursor! })).items).toEqual([first])
      const { items } = await listOrders(desk, { state: 'placed', limit: 2 })
      expect(items.map(({ id, person }) => [id, person.id])).toEqual([
        [second.id, who.id],
        [first.id, who.id],
      ])
      expect(JSON.stringify(items)).not.toContain(second.pickUpCode!.slice(0, 4))
      expect((await tracesOf(ctx, 'orders')).at(-1)).toMatchObject({ action: 'orders.listed' })
      await expect(listOrders(me, { state: 'placed', limit: 1 })).rejects.toMatchObject({ code: 'role-required' })
    }))
})
