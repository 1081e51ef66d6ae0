import type { Payout } from '@yijian/shared/payout/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { movePayout } from './move-payout.ts'

/** Notes that the bank sent the money back (退回); its donations are free for the next batch. @throws Problem `payout-state` */
export async function bouncePayout(ctx: Ctx, payoutId: string, { reason }: { reason: string }): Promise<Payout> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const payout = await movePayout(ctx, { payoutId, move: 'bounce', employeeId }, { note: reason })
    await record(ctx, { action: 'payout.bounced', subject: payoutId, detail: { reason } })
    return payout
  })
}
