import type { DonationReceipt } from '@yijian/shared/giving/shapes'
import { givableFen } from '@yijian/shared/giving/rules'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { readHoldings } from '../ledger/index.ts'
import { policiesByIds } from '../policy/index.ts'
import { donationOf, donationsWithParts, journalsOf } from './read.ts'

/** The receipt of a donation of mine. @throws Problem `not-found`, also for somebody else's */
export async function getMyDonation(ctx: Ctx, donationId: string): Promise<DonationReceipt> {
  const { employeeId } = requireEmployee(ctx)
  const row = await donationOf(ctx, employeeId, donationId)
  const [donation] = await donationsWithParts(ctx, [row])
  const [policy] = await policiesByIds(ctx, [row.policyId])
  if (donation === undefined || policy === undefined) throw new Error(`${donationId} is not whole`)
  const journals = await journalsOf(ctx, donationId)
  return {
    donation,
    availableFen: givableFen(await readHoldings(ctx, employeeId)),
    policy,
    journals: journals.map(({ recordedAt, ...journal }) => ({ ...journal, recordedAt: recordedAt.toISOString() })),
    asOf: ctx.now.toISOString(),
  }
}
