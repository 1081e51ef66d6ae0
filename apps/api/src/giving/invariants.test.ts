import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { brokenOf, damage } from '../../../../test/support/faults.ts'
import { giveCredit, makeFund, setFundState } from '../../../../test/support/giving.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { cancelDonation } from './cancel-donation.ts'
import { donate } from './donate.ts'
import { givingInvariants } from './invariants.ts'
import { settleDonation } from './settle-donation.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'giving', asOwner: true })
})
afterAll(closeApps)

const now = '2026-11-20T06:00:00.000Z'

/** A donation in each state: held, cancelled, settled with a part that came back, returned whole. */
async function scene(ctx: Ctx) {
  const me = await makeEmployee(ctx)
  await giveCredit(ctx, me, 100_000)
  const [lunch, birds] = [await makeFund(ctx), await makeFund(ctx, { name: '候鸟守护' })]
  const mine = actingAs(ctx, actorOf(me))
  const later = { ...ctx, now: addMinutes(now, 30) }
  const both = [lunch, birds].map(({ id }) => ({ fundProjectId: id, weight: 1 }))
  const give = async (parts = both) => (await donate(mine, { totalFen: 10_000, parts })).id
  const [held, cancelled, settled, returned] = [await give(), await give(), await give(), await give(both.slice(1))]
  await cancelDonation(mine, cancelled)
  await setFundState(ctx, birds, 'paused')
  await settleDonation(later, settled)
  await settleDonation(later, returned)
  return { held, cancelled, settled, returned, me: me.id, lunch: lunch.id, other: (await makeEmployee(ctx)).id }
}

const faults: Record<string, { by: string; breaks: string[] }> = {
  'a part that is not what it was': {
    by: 'UPDATE donation_part SET amount_fen = amount_fen + 1 WHERE donation_id = :held AND part_no = 1',
    breaks: ['donation-parts-sum'],
  },
  'a part that arrived with another amount': {
    by: "UPDATE donation_part SET amount_fen = IF(state = 'settled', 4999, 5001) WHERE donation_id = :settled",
    breaks: ['donation-released-journal', 'donation-settled-entries'],
  },
  'a part that never arrived and says so': {
    by: `UPDATE donation_part SET state = 'settled', settled_at = NOW(3), settled_journal_id = (SELECT held_journal_id FROM donation WHERE id = :held)
      WHERE donation_id = :held AND part_no = 1`,
    breaks: ['donation-parts-ended', 'donation-settled-entries'],
  },
  'a part lost': {
    by: 'DELETE FROM donation_part WHERE donation_id = :settled AND part_no = 1',
    breaks: ['donation-parts-sum', 'donation-parts-ended', 'donation-settled-entries'],
  },
  'a larger donation than was held': {
    by: 'UPDATE donation SET total_fen = total_fen + 1 WHERE id = :cancelled',
    breaks: ['donation-parts-sum', 'donation-held-journal'],
  },
  'a donation that is another person’s': {
    by: 'UPDATE donation SET employee_id = :other WHERE id = :cancelled',
    breaks: ['donation-held-journal', 'donation-released-journal'],
  },
  'a policy that did not set the cooling time': {
    by: "UPDATE donation SET policy_id = 'pol_0000000000000' WHERE id = :returned",
    breaks: ['donation-held-journal'],
  },
  'a donation that ended without a posting': {
    by: `UPDATE donation SET state = 'cancelled', ended_at = held_at, released_journal_id = 'jnl_0000000000000' WHERE id = :held`,
    breaks: ['donation-parts-ended', 'held-credit-is-donations'],
  },
  'a posting that no donation knows': {
    by: "UPDATE ledger_journal SET source_id = 'don_0000000000000' WHERE source_id = :held",
    breaks: ['donation-held-journal', 'donation-journals-explained'],
  },
  'a release that took nothing back': {
    by: 'UPDATE ledger_journal SET reverses = NULL, reversible = 1, reverses_reversible = NULL WHERE source_id = :cancelled AND reverses IS NOT NULL',
    breaks: ['donation-released-journal'],
  },
  'held credit that moved by itself': {
    by: "UPDATE ledger_balance SET balance = balance + 1 WHERE account_id = CONCAT(:me, '/credit-held')",
    breaks: ['held-credit-is-donations'],
  },
  'a cooling time that ended before it began': {
    by: 'UPDATE donation SET cools_at = held_at - INTERVAL 1 SECOND WHERE id = :held',
    breaks: ['donation-undone-in-time'],
  },
}

describe('the proof of donations', () => {
  it('is clean whatever became of them', () =>
    rolledBack(
      app,
      { kind: 'system', job: 'test' },
      async (ctx) => {
        await scene(ctx)
        expect(await brokenOf(ctx, givingInvariants)).toEqual([])
      },
      now,
    ))

  it.each(Object.entries(faults))('notices %s', (_, { by, breaks }) =>
    rolledBack(
      app,
      { kind: 'system', job: 'test' },
      async (ctx) => {
        await damage(ctx, by, await scene(ctx))
        expect(await brokenOf(ctx, givingInvariants)).toEqual(breaks)
      },
      now,
    ),
  )
})
