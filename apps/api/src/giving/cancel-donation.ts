import { canUndo } from '@yijian/shared/giving/rules'
import type { Donation } from '@yijian/shared/giving/shapes'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce, refuse } from '../core/problems.ts'
import { lockBalances, post, readJournal, reversalOf } from '../ledger/index.ts'
import { donationsWithParts } from './read.ts'
import { DONATION_SCOPE, type DonationRow, cancelRow, lockDonation } from './repo.ts'

/**
 * Undoes a donation within its cooling time (撤销): the journal that held it is reversed, so the credit is back at once.
 *
 * @throws Problem `not-found`, also for somebody else's donation, `cooling-over`, `donation-not-held`
 */
export async function cancelDonation(ctx: Ctx, donationId: string): Promise<Donation> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const row = await lockDonation(ctx, donationId)
    if (row.employeeId !== employeeId) throw refuse('not-found', { what: 'donation' })
    enforce(canUndo(row, ctx.now))
    await lockBalances(ctx, [employeeId])
    const journalId = await release(ctx, row)
    const change = { state: 'cancelled' as const, endedAt: ctx.now, releasedJournalId: journalId }
    if (!(await cancelRow(ctx, donationId, journalId))) throw refuse('cooling-over', { coolsAt: row.coolsAt.toISOString() })
    await record(ctx, { action: 'donation.cancelled', subject: donationId, detail: { totalFen: row.totalFen, journalId } })
    const [cancelled] = await donationsWithParts(ctx, [{ ...row, ...change }])
    if (cancelled === undefined) throw new Error(`${donationId} has no parts`)
    return cancelled
  })
}

async function release(ctx: Ctx, { id, heldJournalId }: DonationRow): Promise<string> {
  const held = await readJournal(ctx, heldJournalId)
  if (held === null) throw new Error(`${id} was never held`)
  const entries = held.entries.map(({ account, amount }) => ({ account, amount: -amount }))
  const deed = { kind: 'donation-released' as const, scope: DONATION_SCOPE, idempotencyKey: `${id}/cancelled`, asked: {}, entries }
  const [posted] = await post(ctx, [reversalOf(held, deed)])
  if (posted === undefined) throw new Error(`${id} was not released`)
  return posted.journalId
}
