import { addMinutes } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { brokenOf } from '../../../../test/support/faults.ts'
import { giveCredit, makeFund } from '../../../../test/support/giving.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances, readJournal } from '../ledger/index.ts'
import { cancelDonation } from './cancel-donation.ts'
import { donate } from './donate.ts'
import { givingInvariants } from './invariants.ts'
import { settleDonation } from './settle-donation.ts'
import { donation } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'giving' })
})
afterAll(closeApps)

const now = '2026-11-20T06:00:00.000Z'
/** On the clock of the donation; the database's own stands at `now`. */
const minute = (after: number) => addMinutes(now, after)

/** 200 of 300 yuan given, as long ago as said. */
async function scene(ctx: Ctx, minutesAgo: number) {
  const me = await makeEmployee(ctx)
  await giveCredit(ctx, me, 30_000)
  const lunch = await makeFund(ctx)
  const mine = actingAs(ctx, actorOf(me), minute(-minutesAgo))
  const { id } = await donate(mine, { totalFen: 20_000, parts: [{ fundProjectId: lunch.id, weight: 1 }] })
  const [row] = await ctx.db.select().from(donation).where(eq(donation.id, id))
  const at = (after: number) => actingAs(ctx, actorOf(me), minute(after))
  return { ctx, me, lunch, id, row: row!, at }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>, minutesAgo = 0) =>
  rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => test(await scene(ctx, minutesAgo)), now)

describe('cancelDonation', () => {
  it('reverses the journal that held it: the credit is back at once', () =>
    inScene(async ({ ctx, me, id, row, at }) => {
      expect(await cancelDonation(at(29), id)).toMatchObject({
        state: 'cancelled',
        endedAt: minute(29).toISOString(),
        parts: [{ state: 'cancelled', amountFen: 20_000 }],
      })
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 30_000, creditHeldFen: 0 })
      const held = await readJournal(ctx, row.heldJournalId)
      expect(await readJournal(ctx, held!.reversedBy!)).toMatchObject({
        kind: 'donation-released',
        reverses: row.heldJournalId,
        sourceId: id,
      })
      expect((await tracesOf(ctx, id)).map(({ action }) => action)).toEqual(['donation.held', 'donation.cancelled'])
      expect(await brokenOf(ctx, givingInvariants)).toEqual([])
    }))

  it('is refused from the very end of the cooling time on', () =>
    inScene(async ({ ctx, me, id, at }) => {
      await expect(cancelDonation(at(30), id)).rejects.toMatchObject({
        code: 'cooling-over',
        data: { coolsAt: minute(30).toISOString() },
      })
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 10_000, creditHeldFen: 20_000 })
    }))

  it('is refused by the clock of the database to whoever waited for a lock past the end', () =>
    inScene(async ({ id, at }) => {
      // The request began a second before the end, and the statement that undoes it comes a minute after.
      await expect(cancelDonation(at(-1 - 1 / 60), id)).rejects.toMatchObject({ code: 'cooling-over' })
    }, 31))

  it('is refused the second time, and after it was settled', () =>
    inScene(async ({ ctx, id, at }) => {
      await cancelDonation(at(1), id)
      await expect(cancelDonation(at(2), id)).rejects.toMatchObject({ code: 'donation-not-held', data: { state: 'cancelled' } })
      await settleDonation({ ...ctx, now: minute(31) }, id)
      expect(await brokenOf(ctx, givingInvariants)).toEqual([])
    }))

  it('is nobody else’s to do', () =>
    inScene(async ({ ctx, id }) => {
      const other = actingAs(ctx, actorOf(await makeEmployee(ctx), 'operator'), minute(1))
      await expect(cancelDonation(other, id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(cancelDonation(ctx, id)).rejects.toMatchObject({ code: 'login-required' })
    }))
})
