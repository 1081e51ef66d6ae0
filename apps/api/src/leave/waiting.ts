import { shanghaiDay } from '@yijian/shared/kernel/time'
import { count, min } from 'drizzle-orm'
import { branchesLed, holdsRole } from '../core/access.ts'
import type { WaitingReader } from '../core/waiting.ts'
import { toDecide } from './read.ts'
import { leaveRequest } from './tables.ts'

/** Leave that HR or a branch lead has to decide, by the rule of the list they open. */
export const leaveWaiting: WaitingReader = async (ctx, actor) => {
  const branchIds = holdsRole(actor, 'hr') ? null : branchesLed(actor)
  if (branchIds?.length === 0) return []
  const rows = await ctx.db
    .select({ at: min(leaveRequest.requestedAt), count: count() })
    .from(leaveRequest)
    .where(toDecide(ctx, { employeeId: actor.employeeId, branchIds, today: shanghaiDay(ctx.now) }))
  return rows.map((row) => ({ kind: 'leave-to-decide', ...row }))
}
