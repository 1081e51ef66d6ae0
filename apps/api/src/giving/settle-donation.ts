import { donationAtEnd, partAtEnd } from '@yijian/shared/giving/rules'
import { isBefore, shanghaiDay } from '@yijian/shared/kernel/time'
import { accountOf, creditOf } from '@yijian/shared/ledger/accounts'
import { transfer } from '@yijian/shared/ledger/rules'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put, putAt } from '../core/jobs/outbox.ts'
import { type JournalDraft, lockBalances, post } from '../ledger/index.ts'
import { lockFundProjects } from './read.ts'
import { DONATION_SCOPE, type DonationPartRow, type DonationRow, lockDonation, partsOfDonation, settleRow } from './repo.ts'

/**
 * Ends the cooling time of a donation: one journal brings every part to its fund project, and what a project takes no
 * more goes back to the person with a notice. Told twice, or after an undo, it does nothing.
 */
export async function settleDonation(ctx: Ctx, donationId: string): Promise<void> {
  requireSystem(ctx)
  await inTransaction(ctx, async (ctx) => {
    const row = await lockDonation(ctx, donationId)
    if (row.state !== 'held') return
    // Told too early, as after a clock was set back: until the end the person may still undo it.
    if (isBefore(ctx.now, row.coolsAt)) return putAt(ctx, row.coolsAt, 'donation.cooled', { donationId })
    const { settled, returned } = await partsAtEnd(ctx, donationId)
    await lockBalances(ctx, [row.employeeId])
    const journals = await postEnd(ctx, row, { settled, returned })
    const numbersOf = (parts: readonly DonationPartRow[]) => parts.map(({ partNo }) => partNo)
    const state = donationAtEnd([...settled.map(() => 'settled' as const), ...returned.map(() => 'returned' as const)])
    await settleRow(ctx, donationId, { state, ...journals, settled: numbersOf(settled), returned: numbersOf(returned) })
    await record(ctx, {
      action: `donation.${state}`,
      subject: donationId,
      detail: { settledFen: sum(settled), returnedFen: sum(returned), ...journals },
    })
    const { employeeId } = row
    if (settled.length > 0) await put(ctx, 'donation.settled', { donationId, employeeId })
    if (returned.length > 0) await put(ctx, 'donation.returned', { donationId, employeeId })
  })
}

interface Ends {
  settled: DonationPartRow[]
  returned: DonationPartRow[]
}

/** Behind a shared lock on the projects: one that is being paused is paused before or after, never in between. */
async function partsAtEnd(ctx: Ctx, donationId: string): Promise<Ends> {
  const parts = await partsOfDonation(ctx, donationId)
  const funds = await lockFundProjects(
    ctx,
    parts.map(({ fundProjectId }) => fundProjectId),
  )
  const endOf = ({ fundProjectId }: DonationPartRow) => partAtEnd(funds.get(fundProjectId)?.state ?? 'closed')
  return {
    settled: parts.filter((part) => endOf(part) === 'settled'),
    returned: parts.filter((part) => endOf(part) === 'returned'),
  }
}

async function postEnd(
  ctx: Ctx,
  { id, employeeId }: DonationRow,
  { settled, returned }: Ends,
): Promise<{ settledJournalId: string | null; releasedJournalId: string | null }> {
  const held = accountOf(employeeId, 'credit-held')
  // No policy values what arrives: the terms are those of the journal that held it.
  const common = { sourceId: id, servedOn: shanghaiDay(ctx.now), policyIds: [], scope: DONATION_SCOPE, asked: {} }
  const drafts: JournalDraft[] = []
  if (settled.length > 0) {
    const arrivals = settled.map(({ fundProjectId, amountFen }) => ({ account: creditOf(fundProjectId), amount: amountFen }))
    const entries = [{ account: held, amount: -sum(settled) }, ...arrivals]
    drafts.push({ ...common, kind: 'donation-settled', idempotencyKey: `${id}/settled`, entries })
  }
  if (returned.length > 0) {
    const entries = transfer(held, accountOf(employeeId, 'credit'), sum(returned))
    drafts.push({ ...common, kind: 'donation-released', idempotencyKey: `${id}/returned`, entries })
  }
  const posted = await post(ctx, drafts)
  const journalOf = (kind: JournalDraft['kind']) => posted[drafts.findIndex((draft) => draft.kind === kind)]?.journalId ?? null
  return { settledJournalId: journalOf('donation-settled'), releasedJournalId: journalOf('donation-released') }
}

function sum(parts: readonly DonationPartRow[]): number {
  return parts.reduce((total, { amountFen }) => total + amountFen, 0)
}
