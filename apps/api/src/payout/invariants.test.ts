import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { brokenOf, damage, examplesOf } from '../../../../test/support/faults.ts'
import { fundPeople } from '../../../../test/support/funds.ts'
import { makeFund } from '../../../../test/support/giving.ts'
import { arrivedDonation } from '../../../../test/support/payouts.ts'
import type { App } from '../core/app.ts'
import { buildPayouts } from './build-payouts.ts'
import { payoutInvariants } from './invariants.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'payout', asOwner: true })
})
afterAll(closeApps)

/** One fault each, and the invariant that finds it first. */
const faults: [string, string, string][] = [
  ['a line is lost', 'DELETE FROM payout_line WHERE payout_id = :payout', 'payout-lines-sum'],
  ['a line is made larger', 'UPDATE payout_line SET amount_fen = amount_fen + 1 WHERE payout_id = :payout', 'payout-lines-sum'],
  ['the batch says another amount', 'UPDATE payout SET amount_fen = amount_fen + 1 WHERE id = :payout', 'payout-is-journal'],
  ['the batch says another project', 'UPDATE payout SET fund_project_id = :other WHERE id = :payout', 'payout-is-journal'],
  ['the batch is lost', 'DELETE FROM payout WHERE id = :payout', 'payout-journals-have-batches'],
  [
    'its account was emptied',
    "UPDATE ledger_balance SET balance = 0 WHERE account_id = CONCAT(:payout, '/credit')",
    'payout-account-empties',
  ],
  [
    'it ended by the journal that built it',
    "UPDATE payout SET state = 'cancelled', ended_at = built_at, ended_by = built_by, end_journal_id = built_journal_id WHERE id = :payout",
    'payout-end-fits',
  ],
  ['a line lives on its own', 'UPDATE payout_line SET live = NULL WHERE payout_id = :payout', 'payout-lines-are-donations'],
  ['a line names another journal', 'UPDATE payout_line SET journal_id = :payout WHERE payout_id = :payout', 'payout-lines-are-donations'],
  [
    'the fund project has more',
    "UPDATE ledger_balance SET balance = 1 WHERE account_id = CONCAT(:fund, '/credit')",
    'fund-balance-is-unpaid-donations',
  ],
]

describe('the proof of payouts', () => {
  it.each(faults)('finds that %s', (_, statement, invariant) =>
    rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => {
      const { asOne } = await fundPeople(ctx)
      const [fund, other] = [await makeFund(ctx), await makeFund(ctx)]
      await arrivedDonation(ctx, [fund])
      const { items } = await buildPayouts(asOne, { fundProjectIds: [fund.id] })
      expect(await brokenOf(ctx, payoutInvariants)).toEqual([])
      await damage(ctx, statement, { payout: items[0]!.id, fund: fund.id, other: other.id })
      expect(await brokenOf(ctx, payoutInvariants)).toContain(invariant)
    }),
  )

  it('names the batch and its donation', () =>
    rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => {
      const { asOne } = await fundPeople(ctx)
      const fund = await makeFund(ctx)
      await arrivedDonation(ctx, [fund])
      const { items } = await buildPayouts(asOne, { fundProjectIds: [fund.id] })
      const { id, amountFen } = items[0]!
      await damage(ctx, 'UPDATE payout_line SET amount_fen = amount_fen + 1 WHERE payout_id = :payout', { payout: id })
      const broken = await examplesOf(ctx, payoutInvariants)
      expect(broken.get('payout-lines-sum')).toEqual([
        { id, part: 'amount_fen', expected: String(amountFen), found: String(amountFen + 1) },
      ])
      expect(broken.get('payout-lines-are-donations')).toMatchObject([{ id, part: expect.stringMatching(/^don_\w+ 1$/) as string }])
    }))
})
