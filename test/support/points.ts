import { type Ctx, inTransaction } from '@yijian/api/core/context'
import { lockBalances, post } from '@yijian/api/ledger/index'
import { createShopItem } from '@yijian/api/points/create-shop-item'
import { insertPointTask } from '@yijian/api/points/repo'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { transfer } from '@yijian/shared/ledger/rules'
import type { CreatePointTaskInput, CreateShopItemInput, PointTask, ShopItem } from '@yijian/shared/points/shapes'
import { actorOf } from './people.ts'

/** An operator who is nobody in particular. */
const operator = actorOf({ id: 'emp_0000000000009' }, 'operator')
export const asOperator = (ctx: Ctx): Ctx => ({ ...ctx, actor: operator })

/** Points out of nothing, where no task or session is told of. */
export async function givePoints(ctx: Ctx, { id }: { id: string }, points: number): Promise<void> {
  const sourceId = ctx.app.newId('taskAward')
  await inTransaction(ctx, async (ctx) => {
    await post(ctx, [
      {
        kind: 'points-earned',
        sourceId,
        servedOn: shanghaiDay(ctx.now),
        policyIds: [],
        scope: 'test',
        idempotencyKey: sourceId,
        asked: { points },
        entries: transfer('system/points', `${id}/points`, points),
      },
    ])
  })
}

export async function pointsOf(ctx: Ctx, { id }: { id: string }): Promise<number> {
  return inTransaction(ctx, async (ctx) => (await lockBalances(ctx, [id])).get(id)?.points ?? 0)
}

export async function makeItem(ctx: Ctx, wish: Partial<CreateShopItemInput> = {}): Promise<ShopItem> {
  const sale = { fromOn: shanghaiDay(ctx.now), untilOn: null, perPerson: null }
  const words = { name: '益践帆布袋', description: '再生棉帆布，容量 12 升。', category: 'bag' as const }
  return createShopItem(asOperator(ctx), { ...words, ...sale, pricePoints: 60, stock: 5, ...wish })
}

/** A task that counts from today on, as if an operator had created it some days before. */
export async function makeTask(ctx: Ctx, wish: Partial<CreatePointTaskInput> = {}): Promise<PointTask> {
  const terms = { title: '完成志愿服务', fact: 'session-served', kind: 'one-off', need: 1, points: 50 } as const
  const limits = { timesADay: 1, timesInAll: null, fromOn: shanghaiDay(ctx.now), untilOn: null, endedOn: null }
  const task = { id: ctx.app.newId('pointTask'), ...terms, ...limits, ...wish }
  await insertPointTask(ctx, { ...task, createdBy: operator.employeeId, createdAt: ctx.now })
  return task
}
