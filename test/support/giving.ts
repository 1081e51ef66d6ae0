import type { App } from '@yijian/api/core/app'
import { inTransaction } from '@yijian/api/core/context'
import { fundProject } from '@yijian/api/fund/tables'
import { lockBalances, openAccounts, post } from '@yijian/api/ledger/index'
import { policyOn } from '@yijian/api/policy/index'
import type { FundProjectState } from '@yijian/shared/fund/shapes'
import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { giftEntries } from '@yijian/shared/ledger/rules'
import { eq } from 'drizzle-orm'
import { type Where, ctxFor, makeEmployees } from './people.ts'

export interface MadeFund {
  id: string
  name: string
}

/** A fund project of the test's own with its account, listed unless said otherwise, checked by a second person. */
export async function makeFund(where: Where, wish: { name?: string; state?: FundProjectState } = {}): Promise<MadeFund> {
  const ctx = await ctxFor(where)
  const { name = '山区儿童营养午餐', state = 'listed' } = wish
  const id = ctx.app.newId('fundProject')
  const [creator, checker] = await makeEmployees(where, 2)
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.insert(fundProject).values({
      id,
      name,
      state,
      field: 'education-aid',
      city: null,
      summary: '让山区孩子在学校吃上热乎的午餐',
      story: '很多孩子每天步行一小时上学，中午只有冷饭。',
      effect: '20 份热午餐',
      charity: '贵州省青年志愿服务基金会',
      charityCode: '53520000MJR123456X',
      charityAccount: '工商银行贵阳分行 2402 0012 3456',
      targetFen: 50_000_000,
      reportEveryDays: 180,
      reportDueOn: addDays(shanghaiDay(ctx.now), 180),
      createdBy: creator!.id,
      charityBy: creator!.id,
      createdAt: ctx.now,
      checkedBy: checker!.id,
      checkedAt: ctx.now,
      listedAt: ctx.now,
    })
    await openAccounts(ctx, [id])
  })
  return { id, name }
}

/** As an operator would move it, without the way there. */
export async function setFundState(where: Where, fund: MadeFund, state: FundProjectState): Promise<void> {
  const { db } = await ctxFor(where)
  await db.update(fundProject).set({ state }).where(eq(fundProject.id, fund.id))
}

/** Credit to give: an own donation of whole units, matched yuan for yuan. */
export async function giveCredit(where: Where, employee: { id: string }, fen: number): Promise<void> {
  await inTransaction(await ctxFor(where), async (ctx) => {
    const holdings = (await lockBalances(ctx, [employee.id])).get(employee.id)!
    const servedOn = shanghaiDay(ctx.now)
    const { id, settings } = await policyOn(ctx, 'matching', servedOn)
    const sourceId = ctx.app.newId('claim')
    const entries = giftEntries({ employeeId: employee.id, giftFen: fen, holdings }, settings)
    const asked = { employeeId: employee.id, fen }
    await post(ctx, [
      { kind: 'gift-matched', sourceId, servedOn, policyIds: [id], scope: 'test', idempotencyKey: sourceId, asked, entries },
    ])
  })
}

/** Lets so many minutes pass for one donation: it was held that much earlier, and its settling is due that much sooner. */
export async function passCooling(app: App, donationId: string, minutes: number): Promise<void> {
  await app.pool.query('UPDATE donation SET held_at = held_at - INTERVAL ? MINUTE, cools_at = cools_at - INTERVAL ? MINUTE WHERE id = ?', [
    minutes,
    minutes,
    donationId,
  ])
  await app.pool.query(
    "UPDATE outbox_message SET due_at = due_at - INTERVAL ? MINUTE WHERE topic = 'donation.cooled' AND JSON_UNQUOTE(JSON_EXTRACT(payload, '$.donationId')) = ?",
    [minutes, donationId],
  )
}
