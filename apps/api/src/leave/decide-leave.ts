import { canDecideLeave } from '@yijian/shared/leave/rules'
import type { Leave } from '@yijian/shared/leave/shapes'
import { branchesLed, holdsRole, requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { lockBalances } from '../ledger/index.ts'
import { branchesOf } from '../people/index.ts'
import { giveBack } from './give-back.ts'
import { leaveById } from './read.ts'
import { leaveRowById, moveLeave } from './repo.ts'

/**
 * HR or a lead of a branch the person belongs to approves or declines; nobody decides about themself. What is declined
 * goes back to the allowance.
 *
 * @throws Problem of `DecideRefusal`, `not-found`, `role-required`
 */
export async function decideLeave(
  ctx: Ctx,
  leaveId: string,
  { decision, reason = null }: { decision: 'approved' | 'declined'; reason?: string | null | undefined },
): Promise<Leave> {
  const actor = requireRole(ctx, 'hr', 'branch-lead')
  return inTransaction(ctx, async (ctx) => {
    const { employeeId } = await leaveRowById(ctx, leaveId)
    await lockBalances(ctx, [employeeId])
    const leave = await leaveRowById(ctx, leaveId)
    enforce(
      canDecideLeave({
        actorId: actor.employeeId,
        actorIsHr: holdsRole(actor, 'hr'),
        actorLeads: branchesLed(actor),
        person: { id: employeeId, branches: await branchesOf(ctx, employeeId) },
        leave,
        decision,
        reason,
        now: ctx.now,
      }),
    )
    const decided = { state: decision, reason, decidedBy: actor.employeeId, decidedAt: ctx.now }
    if (decision === 'approved') await moveLeave(ctx, leave, decided)
    else await moveLeave(ctx, leave, { ...decided, active: null, endJournalId: (await giveBack(ctx, [leave])).get(leaveId) ?? null })
    await record(ctx, { action: `leave.${decision}`, subject: leaveId, detail: { employeeId, ...(reason === null ? {} : { reason }) } })
    await put(ctx, 'leave.decided', { leaveId, decision })
    return leaveById(ctx, leaveId)
  })
}
