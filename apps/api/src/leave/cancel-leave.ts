import { canCancelLeave } from '@yijian/shared/leave/rules'
import type { Leave } from '@yijian/shared/leave/shapes'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce, refuse } from '../core/problems.ts'
import { lockBalances } from '../ledger/index.ts'
import { giveBack } from './give-back.ts'
import { leaveById } from './read.ts'
import { leaveRowById, moveLeave } from './repo.ts'

/**
 * The person takes their leave back before its day, decided or not; the minutes can be asked for again.
 *
 * @throws Problem `not-found`, also for somebody else's, `leave-state`, `leave-day-passed`
 */
export async function cancelLeave(ctx: Ctx, leaveId: string): Promise<Leave> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    // The balances are the first lock of all that moves a person's leave; its state is read behind them.
    await lockBalances(ctx, [employeeId])
    const leave = await leaveRowById(ctx, leaveId)
    if (leave.employeeId !== employeeId) throw refuse('not-found', { what: 'leave' })
    enforce(canCancelLeave(leave, ctx.now))
    const endJournalId = (await giveBack(ctx, [leave])).get(leaveId) ?? null
    await moveLeave(ctx, leave, { state: 'cancelled', active: null, endJournalId })
    await record(ctx, { action: 'leave.cancelled', subject: leaveId, detail: { was: leave.state } })
    return leaveById(ctx, leaveId)
  })
}
