import type { RoleGrant } from '@yijian/shared/people/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { roleGrantById } from './read.ts'
import { endGrant } from './repo.ts'

/** Ends a role at once; the grant stays as history. @throws Problem `own-role`, `role-ended` */
export async function endRoleGrant(ctx: Ctx, roleGrantId: string): Promise<RoleGrant> {
  const actor = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const grant = await roleGrantById(ctx, roleGrantId)
    if (grant.employee.id === actor.employeeId) throw refuse('own-role', {})
    if (!(await endGrant(ctx, roleGrantId))) throw refuse('role-ended', {})
    await record(ctx, { action: 'role.ended', subject: grant.employee.id, detail: { roleGrantId, role: grant.role } })
    return roleGrantById(ctx, roleGrantId)
  })
}
