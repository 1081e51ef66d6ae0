import { canGrantRole } from '@yijian/shared/people/rules'
import type { GrantRoleInput, RoleGrant } from '@yijian/shared/people/shapes'
import { requireRoleOrSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { roleGrantById } from './read.ts'
import { findBranch, grantsOf, insertRoleGrant, lockEmployee } from './repo.ts'

/**
 * Gives a role from one day to another. The system gives the first ones, people never to themself.
 *
 * @throws Problem `own-role`, `role-needs-branch`, `employee-left`, `role-held-already`
 */
export async function grantRole(ctx: Ctx, input: GrantRoleInput): Promise<RoleGrant> {
  const granterId = requireRoleOrSystem(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const { role, startsOn, endsOn = null, branchId = null } = input
    // The lock keeps two operators from giving the same role at once.
    const employee = await lockEmployee(ctx, input.employeeId)
    const grants = await grantsOf(ctx, employee.id)
    enforce(canGrantRole({ granterId, employee, role, branchId, startsOn, endsOn, grants }))
    if (branchId !== null) await findBranch(ctx, branchId)
    const id = ctx.app.newId('roleGrant')
    const term = { startsOn, endsOn, endedAt: null }
    await insertRoleGrant(ctx, { id, employeeId: employee.id, role, branchId, ...term, grantedBy: granterId, grantedAt: ctx.now })
    await record(ctx, { action: 'role.granted', subject: employee.id, detail: { roleGrantId: id, role, branchId, startsOn, endsOn } })
    return roleGrantById(ctx, id)
  })
}
