import type { Payout } from '@yijian/shared/payout/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { movePayout } from './move-payout.ts'

/** Notes that the bank was told to transfer an approved batch (打款). @throws Problem `payout-state` */
export async function sendPayout(ctx: Ctx, payoutId: string, { bankReference }: { bankReference: string }): Promise<Payout> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const payout = await movePayout(ctx, { payoutId, move: 'send', employeeId }, { bankReference })
    await record(ctx, { action: 'payout.sent', subject: payoutId, detail: { bankReference } })
    return payout
  })
}
