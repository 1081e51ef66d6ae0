import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '@yijian/api/core/app'
import { workOnce } from '@yijian/api/core/jobs/worker'
import { cancelDonation, donate, givingInvariants, givingListeners } from '@yijian/api/giving/index'
import { settleDonation } from '@yijian/api/giving/settle-donation'
import { donation } from '@yijian/api/giving/tables'
import { proveLedger, readBalances } from '@yijian/api/ledger/index'
import { balance, journal } from '@yijian/api/ledger/tables'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { giveCredit, makeFund } from '../support/giving.ts'
import { actorOf, makeEmployee } from '../support/people.ts'
import { race, times } from '../support/race.ts'

const CONNECTIONS = 12

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'giving', connections: CONNECTIONS, listeners: givingListeners })
})
afterAll(async () => {
  const { invariants } = await proveLedger(await systemCtx(app), givingInvariants)
  expect(invariants.filter(({ violations }) => violations > 0)).toEqual([])
  await closeApps()
})

/** A donation whose cooling time ends in so many milliseconds from now, by the database's clock. */
async function given(endsInMs: number) {
  const [me, fund] = [await makeEmployee(app), await makeFund(app)]
  await giveCredit(app, me, 10_000)
  const { id } = await donate(await ctxOf(app, actorOf(me)), { totalFen: 10_000, parts: [{ fundProjectId: fund.id, weight: 1 }] })
  const { db } = await systemCtx(app)
  const endsAt = sql`now(3) + interval ${endsInMs * 1000} microsecond`
  await db
    .update(donation)
    .set({ heldAt: sql`now(3) - interval 30 minute`, coolsAt: endsAt })
    .where(eq(donation.id, id))
  return { me, fund, id }
}
type Given = Awaited<ReturnType<typeof given>>

const undo =
  ({ me, id }: Given) =>
  async () =>
    cancelDonation(await ctxOf(app, actorOf(me)), id)
const settle =
  ({ id }: Given) =>
  async () =>
    settleDonation(await systemCtx(app), id)

/** Where the money is, and in what state the donation: the two must tell the same. */
async function endOf({ me, fund, id }: Given) {
  const ctx = await systemCtx(app)
  const { creditFen, creditHeldFen } = await readBalances(ctx, me.id)
  const [received] = await ctx.db
    .select()
    .from(balance)
    .where(eq(balance.accountId, `${fund.id}/credit`))
  const [row] = await ctx.db.select().from(donation).where(eq(donation.id, id))
  const journals = await ctx.db.select({ kind: journal.kind }).from(journal).where(eq(journal.sourceId, id))
  return { state: row?.state, creditFen, creditHeldFen, receivedFen: received?.balance, journals: journals.length }
}
const undone = { state: 'cancelled', creditFen: 10_000, creditHeldFen: 0, receivedFen: 0, journals: 2 }
const arrived = { state: 'settled', creditFen: 0, creditHeldFen: 0, receivedFen: 10_000, journals: 2 }

describe('undo and settling at once', () => {
  it('before the end: one undo wins, nothing arrives', async () => {
    const it = await given(60_000)
    const { won, refused } = await race<unknown>([...times(6, () => undo(it)), ...times(6, () => settle(it))])
    // Settling too early is no refusal: it is due again at the end.
    expect(won.length).toBe(7)
    expect(refused).toEqual(times(5, () => 'donation-not-held'))
    expect(await endOf(it)).toEqual(undone)
  })

  it('after the end: it arrives once, every undo is too late', async () => {
    const it = await given(-1000)
    const { refused } = await race<unknown>(times(12, (n) => (n % 2 === 0 ? undo(it) : settle(it)) as () => Promise<unknown>))
    expect(refused).toHaveLength(6)
    expect(refused.filter((code) => code !== 'cooling-over' && code !== 'donation-not-held')).toEqual([])
    expect(await endOf(it)).toEqual(arrived)
  })

  it('around the very end: exactly one wins, whichever', { timeout: 60_000 }, async () => {
    for (const endsInMs of times(16, (n) => n * 4)) {
      const it = await given(endsInMs)
      const { won, refused } = await race<unknown>(times(12, (n) => (n % 2 === 0 ? undo(it) : settle(it)) as () => Promise<unknown>))
      const undos = won.filter((value) => value !== undefined)
      expect(undos.length).toBeLessThanOrEqual(1)
      expect(refused).toHaveLength(6 - undos.length)
      // Whoever settled too early, the scheduler comes back; afterwards it is over either way.
      await sleep(endsInMs)
      await settle(it)()
      expect(await endOf(it)).toEqual(undos.length === 1 ? undone : arrived)
    }
  })
})

describe('the scheduler', () => {
  it('settles each donation once, though several workers run', async () => {
    const many = []
    for (const _ of times(8, () => null)) many.push(await given(-1000))
    const { db } = await systemCtx(app)
    await db.execute(
      sql`update outbox_message set due_at = now(3) - interval 1 second where topic = 'donation.cooled' and state = 'waiting'`,
    )
    await Promise.all(
      times(4, async () => {
        while ((await workOnce(app)) > 0);
      }),
    )
    for (const one of many) expect(await endOf(one)).toEqual(arrived)
  })
})
