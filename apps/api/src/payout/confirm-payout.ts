import type { Payout } from '@yijian/shared/payout/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { movePayout } from './move-payout.ts'

/** Notes that the charity confirmed the money (到账); its word reaches every giver. @throws Problem `payout-state` */
export async function confirmPayout(ctx: Ctx, payoutId: string, { note }: { note?: string | undefined }): Promise<Payout> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const payout = await movePayout(ctx, { payoutId, move: 'confirm', employeeId }, { note: note ?? null })
    await record(ctx, { action: 'payout.confirmed', subject: payoutId, detail: { amountFen: payout.amountFen } })
    await put(ctx, 'payout.confirmed', { payoutId })
    return payout
  })
}
