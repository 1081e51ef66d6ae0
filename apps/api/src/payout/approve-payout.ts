import type { Payout } from '@yijian/shared/payout/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { movePayout } from './move-payout.ts'

/** Approves a batch that another person built (复核). @throws Problem `payout-state`, `own-payout` */
export async function approvePayout(ctx: Ctx, payoutId: string): Promise<Payout> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const payout = await movePayout(ctx, { payoutId, move: 'approve', employeeId })
    await record(ctx, { action: 'payout.approved', subject: payoutId, detail: { amountFen: payout.amountFen } })
    return payout
  })
}
