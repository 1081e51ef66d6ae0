import { addMinutes } from '@yijian/shared/kernel/time'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { brokenOf } from '../../../../test/support/faults.ts'
import { giveCredit, makeFund, setFundState } from '../../../../test/support/giving.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { outboxMessage } from '../core/tables.ts'
import { readBalances, readJournal } from '../ledger/index.ts'
import { balance } from '../ledger/tables.ts'
import { cancelDonation } from './cancel-donation.ts'
import { donate } from './donate.ts'
import { getMyDonation } from './get-my-donation.ts'
import { givingInvariants } from './invariants.ts'
import { countSettledDonations } from './read.ts'
import { settleDonation } from './settle-donation.ts'
import { donation } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'giving', listeners: listenersTo('donation.cooled', 'donation.settled', 'donation.returned') })
})
afterAll(closeApps)

const now = '2026-11-20T06:00:00.000Z'
const minute = (after: number) => addMinutes(now, after)

/** 200 of 300 yuan given to two projects, three to one. */
async function scene(ctx: Ctx) {
  const me = await makeEmployee(ctx)
  await giveCredit(ctx, me, 30_000)
  const [lunch, birds] = [await makeFund(ctx), await makeFund(ctx, { name: '候鸟守护' })]
  const mine = actingAs(ctx, actorOf(me))
  const parts = [
    { fundProjectId: lunch.id, weight: 3 },
    { fundProjectId: birds.id, weight: 1 },
  ]
  const { id } = await donate(mine, { totalFen: 20_000, parts })
  const receivedBy = async (fund: { id: string }) => {
    const [row] = await ctx.db
      .select()
      .from(balance)
      .where(eq(balance.accountId, `${fund.id}/credit`))
    return row?.balance
  }
  const settle = (after = 30) => settleDonation({ ...ctx, now: minute(after) }, id)
  return { ctx, me, lunch, birds, mine, id, settle, receivedBy }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>) =>
  rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => test(await scene(ctx)), now)

describe('settleDonation', () => {
  it('brings every part to its project by one journal, from the end of the cooling time on', () =>
    inScene(async ({ ctx, me, lunch, birds, mine, id, settle, receivedBy }) => {
      await settle()
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 10_000, creditHeldFen: 0 })
      expect([await receivedBy(lunch), await receivedBy(birds)]).toEqual([15_000, 5000])
      const { donation: settled, journals, policy } = await getMyDonation(mine, id)
      expect(settled).toMatchObject({
        state: 'settled',
        endedAt: minute(30).toISOString(),
        parts: [{ state: 'settled' }, { state: 'settled' }],
      })
      expect(policy.kind).toBe('giving')
      expect(journals.map(({ kind }) => kind)).toEqual(['donation-held', 'donation-settled'])
      expect((await readJournal(ctx, journals[1]!.id))?.entries.map(({ account, amount }) => [account, amount])).toEqual([
        [`${me.id}/credit-held`, -20_000],
        [`${lunch.id}/credit`, 15_000],
        [`${birds.id}/credit`, 5000],
      ])
      expect(await countSettledDonations(ctx, me.id)).toBe(1)
      expect(await messagesOf(ctx, 'donation.settled', id)).toEqual([{ donationId: id, employeeId: me.id }])
      expect(await messagesOf(ctx, 'donation.returned', id)).toEqual([])
      expect(await brokenOf(ctx, givingInvariants)).toEqual([])
    }))

  it('does it once, however often it is told', () =>
    inScene(async ({ ctx, lunch, id, settle, receivedBy }) => {
      await settle()
      await settle(31)
      expect(await receivedBy(lunch)).toBe(15_000)
      expect(await messagesOf(ctx, 'donation.settled', id)).toHaveLength(1)
      expect((await tracesOf(ctx, id)).map(({ action }) => action)).toEqual(['donation.held', 'donation.settled'])
    }))

  it('waits for the end when told too early, and is due again at it', () =>
    inScene(async ({ ctx, me, id, settle }) => {
      await settle(29)
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditHeldFen: 20_000 })
      const due = await ctx.db
        .select()
        .from(outboxMessage)
        .where(and(eq(outboxMessage.topic, 'donation.cooled'), eq(outboxMessage.state, 'waiting')))
      const mine = due.filter(({ payload }) => payload['donationId'] === id)
      expect(mine.map(({ dueAt }) => dueAt.toISOString())).toEqual([minute(30).toISOString(), minute(30).toISOString()])
    }))

  it('leaves an undone donation alone', () =>
    inScene(async ({ ctx, me, mine, id, settle }) => {
      await cancelDonation(mine, id)
      await settle()
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 30_000, creditHeldFen: 0 })
      expect(await countSettledDonations(ctx, me.id)).toBe(0)
    }))

  it.each(['paused', 'closed'] as const)('gives back the part of a project that was %s meanwhile, with a notice', (state) =>
    inScene(async ({ ctx, me, lunch, birds, mine, id, settle, receivedBy }) => {
      await setFundState(ctx, birds, state)
      await settle()
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 15_000, creditHeldFen: 0 })
      expect([await receivedBy(lunch), await receivedBy(birds)]).toEqual([15_000, 0])
      const { donation: settled, journals } = await getMyDonation(mine, id)
      expect(settled).toMatchObject({ state: 'settled', parts: [{ state: 'settled' }, { state: 'returned' }] })
      expect(journals.map(({ kind }) => kind)).toEqual(['donation-held', 'donation-settled', 'donation-released'])
      expect(await messagesOf(ctx, 'donation.settled', id)).toHaveLength(1)
      expect(await messagesOf(ctx, 'donation.returned', id)).toEqual([{ donationId: id, employeeId: me.id }])
      expect(await brokenOf(ctx, givingInvariants)).toEqual([])
    }),
  )

  it('gives everything back when no project takes anything any more', () =>
    inScene(async ({ ctx, me, lunch, birds, mine, id, settle }) => {
      for (const fund of [lunch, birds]) await setFundState(ctx, fund, 'paused')
      await settle()
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 30_000, creditHeldFen: 0 })
      expect((await getMyDonation(mine, id)).donation).toMatchObject({
        state: 'returned',
        parts: [{ state: 'returned' }, { state: 'returned' }],
      })
      expect(await messagesOf(ctx, 'donation.settled', id)).toEqual([])
      expect(await countSettledDonations(ctx, me.id)).toBe(0)
      expect(await brokenOf(ctx, givingInvariants)).toEqual([])
    }))

  it('is done by the system alone', () =>
    inScene(async ({ ctx, mine, id }) => {
      await expect(settleDonation(mine, id)).rejects.toMatchObject({ code: 'role-required' })
      const [row] = await ctx.db.select().from(donation).where(eq(donation.id, id))
      expect(row?.state).toBe('held')
    }))
})
