import { transfer } from '@yijian/shared/ledger/rules'
import { stateAfterDay } from '@yijian/shared/leave/rules'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { accountOf, lockBalances, post, systemAccount } from '../ledger/index.ts'
import { LEAVE_SCOPE } from './allowance.ts'
import { leaveRowById, moveLeave } from './repo.ts'
import { returnAll } from './return-leave.ts'

/** Once the day is over approved leave was taken, and what nobody decided comes back. Told twice it ends the same. */
export async function endLeaveDay(ctx: Ctx, { leaveId }: { leaveId: string }): Promise<void> {
  requireSystem(ctx)
  const { employeeId } = await leaveRowById(ctx, leaveId)
  await lockBalances(ctx, [employeeId])
  const leave = await leaveRowById(ctx, leaveId)
  const state = stateAfterDay(leave.state)
  if (state === leave.state) return
  if (state === 'returned') return returnAll(ctx, [leave], 'undecided')
  const { minutes, leaveOn } = leave
  const [used] = await post(ctx, [
    {
      kind: 'leave-used',
      sourceId: leaveId,
      servedOn: leaveOn,
      policyIds: [],
      scope: LEAVE_SCOPE,
      idempotencyKey: `${leaveId}/used`,
      asked: { employeeId, minutes },
      entries: transfer(accountOf(employeeId, 'leave-held'), systemAccount('leave-used'), minutes),
    },
  ])
  await moveLeave(ctx, leave, { state, endJournalId: used?.journalId ?? null })
  await record(ctx, { action: 'leave.used', subject: leaveId, detail: { employeeId, minutes } })
}
