import type { Page } from '@yijian/shared/http/page'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { Leave, LeaveState } from '@yijian/shared/leave/shapes'
import { branchesLed, holdsRole, requireEmployee, requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { type PageQuery, pageOfMyLeave, pageOfYear, pageToDecide } from './read.ts'

/** Leave I asked for. */
export async function listMyLeave(ctx: Ctx, query: PageQuery): Promise<Page<Leave>> {
  return pageOfMyLeave(ctx, requireEmployee(ctx).employeeId, query)
}

/** Leave that waits for me: of everybody for HR, of the people of my branches for a branch lead, my own never. */
export async function listLeaveToDecide(ctx: Ctx, query: PageQuery): Promise<Page<Leave>> {
  const actor = requireRole(ctx, 'hr', 'branch-lead')
  const branchIds = holdsRole(actor, 'hr') ? null : branchesLed(actor)
  const page = await pageToDecide(ctx, { employeeId: actor.employeeId, branchIds, today: shanghaiDay(ctx.now) }, query)
  await record(ctx, { action: 'leave.listed', subject: 'leave-to-decide', detail: { shown: page.items.map(({ id }) => id) } })
  return page
}

/** All leave of a year for HR; who looked is recorded. */
export async function listLeave(ctx: Ctx, query: PageQuery & { year: number; state?: LeaveState | undefined }): Promise<Page<Leave>> {
  requireRole(ctx, 'hr')
  const page = await pageOfYear(ctx, query)
  await record(ctx, { action: 'leave.listed', subject: `leave-${query.year}`, detail: { shown: page.items.map(({ id }) => id) } })
  return page
}
