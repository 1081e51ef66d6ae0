import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { pictureOf } from '../../../../test/support/pictures.ts'
import { asOperator, makeItem } from '../../../../test/support/points.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { storeImage } from '../file/index.ts'
import { changeShopItem } from './change-shop-item.ts'
import { changeStock } from './change-stock.ts'
import { createShopItem } from './create-shop-item.ts'
import { listShopItems } from './list-shop-items.ts'
import { listShopStock } from './list-shop-stock.ts'
import { listStockChanges } from './list-stock-changes.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)
const employee = (ctx: Ctx): Ctx => ({ ...ctx, actor: actorOf({ id: 'emp_0000000000001' }, 'hr') })
const draftOf = ({ id: _, stockLeft: __, picture: ___, ...item }: Awaited<ReturnType<typeof makeItem>>) => item

const handedIn = async (ctx: Ctx, seed: number) => storeImage(ctx, { purpose: 'item', bytes: await pictureOf(seed) })

describe('an item of the shop', () => {
  it('is offered with its first stock, the cheapest first', () =>
    inTest(async (ctx) => {
      const dear = await makeItem(ctx, { pricePoints: 2 })
      const cheap = await makeItem(ctx, { pricePoints: 1 })
      const first = await listShopItems(employee(ctx), { limit: 1 })
      expect(first.items).toEqual([{ item: cheap, myOrders: 0 }])
      const second = await listShopItems(employee(ctx), { limit: 1, cursor: first.nextCursor! })
      expect(second.items).toMatchObject([{ item: { id: dear.id } }])
      expect((await listStockChanges(asOperator(ctx), cheap.id, { limit: 9 })).items).toMatchObject([{ change: 5, reason: '首次上架' }])
      expect(await tracesOf(ctx, cheap.id)).toMatchObject([{ action: 'shop-item.created', detail: { stock: 5 } }])
    }))

  it('changes, is withdrawn and comes back', () =>
    inTest(async (ctx) => {
      const item = await makeItem(ctx, { pricePoints: 1 })
      const listed = async () => (await listShopItems(employee(ctx), { limit: 1 })).items.some((one) => one.item.id === item.id)
      const change = { ...draftOf(item), name: '帆布袋（第二版）' }
      expect(await changeShopItem(asOperator(ctx), item.id, { ...change, state: 'withdrawn' })).toMatchObject({ state: 'withdrawn' })
      expect(await listed()).toBe(false)
      const stocked = (await listShopStock(asOperator(ctx), { limit: 1 })).items
      expect(stocked).toMatchObject([{ item: { id: item.id, name: '帆布袋（第二版）', stockLeft: 5 }, waiting: 0, pickedUp: 0 }])
      await changeShopItem(asOperator(ctx), item.id, change)
      expect(await listed()).toBe(true)
    }))

  it('keeps every change of its stock with a reason, and never goes below nothing', () =>
    inTest(async (ctx) => {
      const item = await makeItem(ctx)
      expect(await changeStock(asOperator(ctx), item.id, { change: 10, reason: '第二批到货' })).toMatchObject({ stockLeft: 15 })
      expect(await changeStock(asOperator(ctx), item.id, { change: -15, reason: '仓库受潮' })).toMatchObject({ stockLeft: 0 })
      const tooMany = changeStock(asOperator(ctx), item.id, { change: -1, reason: '盘点' })
      await expect(tooMany).rejects.toMatchObject({ code: 'stock-too-low', data: { stockLeft: 0, change: -1 } })
      const { items, nextCursor } = await listStockChanges(asOperator(ctx), item.id, { limit: 2 })
      expect(items.map(({ change }) => change)).toEqual([-15, 10])
      const rest = await listStockChanges(asOperator(ctx), item.id, { limit: 2, cursor: nextCursor! })
      expect(rest.items.map(({ change }) => change)).toEqual([5])
    }))

  it('has a picture, which stays until it is changed or taken away', () =>
    inTest(async (ctx) => {
      const first = await handedIn(asOperator(ctx), 1)
      const item = await makeItem(ctx, { pictureId: first.id, pricePoints: 1 })
      expect(item.picture).toMatchObject({ id: first.id, widthPx: 640, heightPx: 480 })
      const change = draftOf(item)
      expect((await changeShopItem(asOperator(ctx), item.id, change)).picture).toMatchObject({ id: first.id })
      expect((await listShopItems(employee(ctx), { limit: 1 })).items[0]?.item.picture).toMatchObject({ id: first.id })
      // Another operator may keep it, though it is not their upload.
      const other: Ctx = { ...ctx, actor: actorOf(await makeEmployee(ctx), 'operator') }
      expect((await changeShopItem(other, item.id, { ...change, pictureId: first.id })).picture).toMatchObject({ id: first.id })
      const second = await handedIn(other, 2)
      expect((await changeShopItem(other, item.id, { ...change, pictureId: second.id })).picture).toMatchObject({ id: second.id })
      expect((await changeShopItem(asOperator(ctx), item.id, { ...change, pictureId: null })).picture).toBeNull()
      expect((await listShopStock(asOperator(ctx), { limit: 1 })).items[0]?.item.picture).toBeNull()
    }))

  it('refuses a picture that somebody else handed in, or for another thing', () =>
    inTest(async (ctx) => {
      const other: Ctx = { ...ctx, actor: actorOf(await makeEmployee(ctx), 'operator') }
      const theirs = await handedIn(other, 3)
      const unknown = (fileId: string) => ({ code: 'upload-unknown', data: { fileId } })
      await expect(makeItem(ctx, { pictureId: theirs.id })).rejects.toMatchObject(unknown(theirs.id))
      const item = await makeItem(ctx)
      const receipt = await storeImage(asOperator(ctx), { purpose: 'receipt', bytes: await pictureOf(4) })
      const change = changeShopItem(asOperator(ctx), item.id, { ...draftOf(item), pictureId: receipt.id })
      await expect(change).rejects.toMatchObject(unknown(receipt.id))
    }))

  it('refuses days in the wrong order', () =>
    inTest(async (ctx) => {
      const untilOn = addDays(shanghaiDay(ctx.now), -1)
      await expect(makeItem(ctx, { untilOn })).rejects.toMatchObject({ code: 'days-reversed', data: { untilOn } })
      const item = await makeItem(ctx)
      await expect(changeShopItem(asOperator(ctx), item.id, { ...draftOf(item), untilOn })).rejects.toMatchObject({ code: 'days-reversed' })
    }))

  it('refuses the wrong role: only operators keep the shop', () =>
    inTest(async (ctx) => {
      const item = await makeItem(ctx)
      const { state: _, ...draft } = draftOf(item)
      const denied = { code: 'role-required' }
      await expect(createShopItem(employee(ctx), { ...draft, stock: 1 })).rejects.toMatchObject(denied)
      await expect(changeShopItem(employee(ctx), item.id, draftOf(item))).rejects.toMatchObject(denied)
      await expect(changeStock(employee(ctx), item.id, { change: 1, reason: '到货' })).rejects.toMatchObject(denied)
      await expect(listShopStock(employee(ctx), { limit: 1 })).rejects.toMatchObject(denied)
      await expect(listStockChanges(employee(ctx), item.id, { limit: 1 })).rejects.toMatchObject(denied)
    }))
})
