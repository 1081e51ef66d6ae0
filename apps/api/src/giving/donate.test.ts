import { addMinutes } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
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
import { policyOn } from '../policy/index.ts'
import { insertPolicy } from '../policy/repo.ts'
import { donate } from './donate.ts'
import { getGivingTerms } from './get-giving-terms.ts'
import { givingInvariants } from './invariants.ts'
import { previewDonation } from './preview-donation.ts'
import { donation } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'giving', listeners: listenersTo('donation.held', 'donation.cooled') })
})
afterAll(closeApps)

const now = '2026-11-20T06:00:00.000Z'

/** Somebody with 300 yuan, two listed projects. */
async function scene(ctx: Ctx) {
  const me = await makeEmployee(ctx)
  await giveCredit(ctx, me, 30_000)
  const [lunch, birds] = [await makeFund(ctx), await makeFund(ctx, { name: '候鸟守护' })]
  return { ctx, me, lunch, birds, mine: actingAs(ctx, actorOf(me)) }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>) =>
  rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => test(await scene(ctx)), now)
const whole = (fund: { id: string }) => [{ fundProjectId: fund.id, weight: 1 }]

/** Terms of giving from a day on; no other version lies between it and the default. */
async function publish(ctx: Ctx, terms: Partial<Awaited<ReturnType<typeof policyOn<'giving'>>>['settings']>): Promise<string> {
  const { settings } = await policyOn(ctx, 'giving', '2026-11-20')
  const id = ctx.app.newId('policy')
  const version = { id, kind: 'giving' as const, label: '2026-g', inForceFrom: '2026-11-20', publishedAt: now }
  await insertPolicy(ctx, { ...version, settings: { ...settings, ...terms } }, null)
  return id
}

describe('donate', () => {
  it('holds the credit until the end of the cooling time, split to the fen', () =>
    inScene(async ({ ctx, me, lunch, birds, mine }) => {
      const parts = [
        { fundProjectId: lunch.id, weight: 2 },
        { fundProjectId: birds.id, weight: 1 },
      ]
      const made = await donate(mine, { totalFen: 20_000, parts })
      expect(made).toMatchObject({
        state: 'held',
        totalFen: 20_000,
        heldAt: now,
        coolsAt: '2026-11-20T06:30:00.000Z',
        endedAt: null,
        parts: [
          { partNo: 1, fundProject: { id: lunch.id, name: lunch.name, state: 'listed' }, amountFen: 13_333, state: 'held' },
          { partNo: 2, fundProject: { id: birds.id }, amountFen: 6667, state: 'held' },
        ],
      })
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 10_000, creditHeldFen: 20_000 })
      expect(await brokenOf(ctx, givingInvariants)).toEqual([])
    }))

  it('names the policy version in one journal, and says who did it', () =>
    inScene(async ({ ctx, me, lunch, mine }) => {
      const { id } = await donate(mine, { totalFen: 500, parts: whole(lunch) })
      const [row] = await ctx.db.select().from(donation).where(eq(donation.id, id))
      const policy = await policyOn(ctx, 'giving', '2026-11-20')
      expect(row).toMatchObject({ employeeId: me.id, policyId: policy.id })
      expect(await readJournal(ctx, row!.heldJournalId)).toMatchObject({
        kind: 'donation-held',
        sourceId: id,
        servedOn: '2026-11-20',
        policyIds: [policy.id],
        actorId: me.id,
        entries: [
          { account: `${me.id}/credit`, amount: -500 },
          { account: `${me.id}/credit-held`, amount: 500 },
        ],
      })
      expect(await tracesOf(ctx, id)).toMatchObject([{ action: 'donation.held', actorId: me.id, detail: { totalFen: 500, parts: 1 } }])
    }))

  it('tells the scheduler when the cooling time ends', () =>
    inScene(async ({ ctx, lunch, mine }) => {
      const { id } = await donate(mine, { totalFen: 500, parts: whole(lunch) })
      expect(await messagesOf(ctx, 'donation.held', id)).toHaveLength(1)
      const due = await ctx.db.select().from(outboxMessage).where(eq(outboxMessage.topic, 'donation.cooled'))
      const [message] = due.filter(({ payload }) => payload['donationId'] === id)
      expect(message?.dueAt.toISOString()).toBe('2026-11-20T06:30:00.000Z')
    }))

  it('gives all there is when asked for all', () =>
    inScene(async ({ ctx, me, lunch, mine }) => {
      expect(await donate(mine, { totalFen: 'all', parts: whole(lunch) })).toMatchObject({ totalFen: 30_000 })
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 0, creditHeldFen: 30_000 })
      await expect(donate(mine, { totalFen: 'all', parts: whole(lunch) })).rejects.toMatchObject({
        code: 'credit-insufficient',
        data: { wantedFen: 1, availableFen: 0 },
      })
    }))

  it('follows the terms in force: cooling time, least amount, most projects', () =>
    inScene(async ({ ctx, lunch, birds, mine }) => {
      const policyId = await publish(ctx, { coolingMinutes: 120, minDonationFen: 1000, maxProjects: 1 })
      const made = await donate(mine, { totalFen: 1000, parts: whole(lunch) })
      expect(made.coolsAt).toBe('2026-11-20T08:00:00.000Z')
      expect(await ctx.db.select({ policyId: donation.policyId }).from(donation).where(eq(donation.id, made.id))).toEqual([{ policyId }])
      await expect(donate(mine, { totalFen: 999, parts: whole(lunch) })).rejects.toMatchObject({ code: 'part-below-minimum' })
      const both = [...whole(lunch), ...whole(birds)]
      await expect(donate(mine, { totalFen: 2000, parts: both })).rejects.toMatchObject({ code: 'too-many-fund-projects' })
    }))

  it('refuses more than there is, with both figures', () =>
    inScene(async ({ lunch, mine }) => {
      await expect(donate(mine, { totalFen: 30_001, parts: whole(lunch) })).rejects.toMatchObject({
        code: 'credit-insufficient',
        data: { wantedFen: 30_001, availableFen: 30_000 },
      })
    }))

  it('refuses amounts that do not sum, and a project named twice', () =>
    inScene(async ({ lunch, birds, mine }) => {
      const amounts = [
        { fundProjectId: lunch.id, amountFen: 100 },
        { fundProjectId: birds.id, amountFen: 200 },
      ]
      expect(await donate(mine, { totalFen: 300, parts: amounts })).toMatchObject({ parts: [{ amountFen: 100 }, { amountFen: 200 }] })
      await expect(donate(mine, { totalFen: 301, parts: amounts })).rejects.toMatchObject({ code: 'parts-do-not-sum' })
      const twice = [...whole(lunch), ...whole(lunch)]
      await expect(donate(mine, { totalFen: 300, parts: twice })).rejects.toMatchObject({ code: 'fund-project-twice' })
    }))

  it.each(['paused', 'closed'] as const)('refuses a project that is %s', (state) =>
    inScene(async ({ ctx, lunch, mine }) => {
      await setFundState(ctx, lunch, state)
      await expect(donate(mine, { totalFen: 300, parts: whole(lunch) })).rejects.toMatchObject({
        code: 'fund-project-not-listed',
        data: { name: lunch.name, state },
      })
    }),
  )

  it('does not know a project that nobody may look at yet', () =>
    inScene(async ({ ctx, lunch, mine }) => {
      await setFundState(ctx, lunch, 'checked')
      await expect(donate(mine, { totalFen: 300, parts: whole(lunch) })).rejects.toMatchObject({ code: 'not-found' })
      const nowhere = { id: ctx.app.newId('fundProject') }
      await expect(donate(mine, { totalFen: 300, parts: whole(nowhere) })).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('is for people, not for the system', () =>
    inScene(async ({ ctx, lunch }) => {
      await expect(donate(ctx, { totalFen: 300, parts: whole(lunch) })).rejects.toMatchObject({ code: 'login-required' })
    }))
})

describe('previewDonation', () => {
  it('says what giving would do, to the fen, and changes nothing', () =>
    inScene(async ({ ctx, me, lunch, birds, mine }) => {
      const preview = await previewDonation(mine, { totalFen: '20001', by: 'weight', parts: `${lunch.id}:1,${birds.id}:1` })
      expect(preview).toEqual({
        totalFen: 20_001,
        parts: [
          { fundProject: { ...lunch, state: 'listed' }, amountFen: 10_001 },
          { fundProject: { ...birds, state: 'listed' }, amountFen: 10_000 },
        ],
        availableFen: 30_000,
        availableAfterFen: 9999,
        coolingMinutes: 30,
        undoUntil: addMinutes(now, 30).toISOString(),
      })
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 30_000, creditHeldFen: 0 })
    }))

  it('is refused where giving would be', () =>
    inScene(async ({ lunch, mine }) => {
      const all = { totalFen: 'all', by: 'amount' as const, parts: `${lunch.id}:300` }
      await expect(previewDonation(mine, all)).rejects.toMatchObject({
        code: 'parts-do-not-sum',
        data: { totalFen: 30_000, partsFen: 300 },
      })
    }))
})

describe('getGivingTerms', () => {
  it('names what can be given and the terms of today', () =>
    inScene(async ({ lunch, mine }) => {
      await donate(mine, { totalFen: 12_000, parts: whole(lunch) })
      expect(await getGivingTerms(mine)).toEqual({
        availableFen: 18_000,
        heldFen: 12_000,
        owedFen: 0,
        coolingMinutes: 30,
        minDonationFen: 1,
        maxProjects: 10,
        asOf: now,
      })
    }))
})
