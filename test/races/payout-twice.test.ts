import type { App } from '@yijian/api/core/app'
import { type Ctx, inTransaction } from '@yijian/api/core/context'
import { invariants } from '@yijian/api/invariants'
import { proveLedger } from '@yijian/api/ledger/index'
import { journal } from '@yijian/api/ledger/tables'
import { approvePayout } from '@yijian/api/payout/approve-payout'
import { bouncePayout } from '@yijian/api/payout/bounce-payout'
import { buildPayouts } from '@yijian/api/payout/build-payouts'
import { cancelPayout } from '@yijian/api/payout/cancel-payout'
import { confirmPayout } from '@yijian/api/payout/confirm-payout'
import { sendPayout } from '@yijian/api/payout/send-payout'
import { payoutLine } from '@yijian/api/payout/tables'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { type MadeFund, makeFund } from '../support/giving.ts'
import { arrivedDonation } from '../support/payouts.ts'
import { actorOf, makeEmployees } from '../support/people.ts'
import { race, times } from '../support/race.ts'

const CONNECTIONS = 10

let app: App
let ctx: Ctx
let operators: { id: string }[]
beforeAll(async () => {
  app = await testApp({ database: 'payout_race', connections: CONNECTIONS })
  ctx = await systemCtx(app)
  operators = await makeEmployees(app, 2)
})
afterAll(async () => {
  // Credit is posted by the tests themselves, with no claim behind it: only the proof of that is left out.
  const proof = await proveLedger(await systemCtx(app), invariants)
  expect(proof.invariants.filter(({ name, violations }) => violations > 0 && /^(payout|fund|donation|balance)/.test(name))).toEqual([])
  await closeApps()
})

const asBuilder = () => ctxOf(app, actorOf(operators[0]!, 'operator'))
const asChecker = () => ctxOf(app, actorOf(operators[1]!, 'operator'))
const bank = { bankReference: '20261120-0088' }
const fresh = async () => systemCtx(app)

/** Fund projects that have received so many donations. */
async function given(funds: number, donations: number) {
  return inTransaction(await fresh(), async (ctx) => {
    const made: MadeFund[] = []
    for (const n of times(funds, (index) => index)) made.push(await makeFund(ctx, { name: `项目 ${n}` }))
    const donationIds: string[] = []
    for (const _ of times(donations, () => null)) donationIds.push((await arrivedDonation(ctx, made)).donationId)
    return { funds: made, donationIds }
  })
}

async function builtPayout(): Promise<string> {
  const { funds } = await given(1, 1)
  const { items } = await buildPayouts(await asBuilder(), { fundProjectIds: [funds[0]!.id] })
  return items[0]!.id
}

describe('ten operators at once', () => {
  it('who build take every donation exactly once', async () => {
    const { funds, donationIds } = await given(3, 8)
    const ids = funds.map(({ id }) => id)
    // Each names the projects in an order of its own.
    const deeds = times(
      CONNECTIONS,
      (n) => async () => buildPayouts(await asBuilder(), { fundProjectIds: [...ids.slice(n % 3), ...ids.slice(0, n % 3)] }),
    )
    const { won, refused } = await race(deeds)
    expect(won).toHaveLength(1)
    expect(refused).toEqual(times(CONNECTIONS - 1, () => 'nothing-to-pay'))
    const lines = await ctx.db
      .select()
      .from(payoutLine)
      .where(and(inArray(payoutLine.donationId, donationIds), isNotNull(payoutLine.live)))
    expect(lines).toHaveLength(funds.length * donationIds.length)
    expect(new Set(lines.map(({ donationId, partNo }) => `${donationId} ${partNo}`)).size).toBe(lines.length)
  })

  it('who build while donations arrive leave no donation out and none twice', async () => {
    const { funds } = await given(1, 1)
    const fundProjectIds = [funds[0]!.id]
    const { refused } = await race<unknown>([
      ...times(5, () => async () => arrivedDonation(await fresh(), funds)),
      ...times(5, () => async () => buildPayouts(await asBuilder(), { fundProjectIds })),
    ])
    expect(refused.every((code) => code === 'nothing-to-pay')).toBe(true)
    await race([async () => buildPayouts(await asBuilder(), { fundProjectIds })])
    await expect(buildPayouts(await asBuilder(), { fundProjectIds })).rejects.toMatchObject({ code: 'nothing-to-pay' })
  })

  it('who approve one batch: one does', async () => {
    const payoutId = await builtPayout()
    const { won, refused } = await race(times(CONNECTIONS, () => async () => approvePayout(await asChecker(), payoutId)))
    expect([won.length, refused]).toEqual([1, times(CONNECTIONS - 1, () => 'payout-state')])
  })

  it('who approve and cancel one batch: it ends in one way', async () => {
    const payoutId = await builtPayout()
    const { won } = await race<unknown>([
      ...times(5, () => async () => approvePayout(await asChecker(), payoutId)),
      ...times(5, () => async () => cancelPayout(await asBuilder(), payoutId, { reason: '改期' })),
    ])
    // An approved batch may still be cancelled; approving a cancelled one never happens.
    expect(won.length).toBeLessThanOrEqual(2)
  })

  it('who confirm and bounce one batch pay it once or send it back once', async () => {
    const payoutId = await builtPayout()
    await approvePayout(await asChecker(), payoutId)
    await sendPayout(await asBuilder(), payoutId, bank)
    const { won, refused } = await race<unknown>([
      ...times(6, () => async () => confirmPayout(await asBuilder(), payoutId, {})),
      ...times(4, () => async () => bouncePayout(await asBuilder(), payoutId, { reason: '退回' })),
    ])
    expect([won.length, refused]).toEqual([1, times(CONNECTIONS - 1, () => 'payout-state')])
    const journals = await ctx.db.select().from(journal).where(eq(journal.sourceId, payoutId))
    expect(journals).toHaveLength(2)
  })
})
