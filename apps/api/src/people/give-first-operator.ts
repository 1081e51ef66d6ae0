import { shanghaiDay } from '@yijian/shared/kernel/time'
import { roleHeldAt } from '@yijian/shared/people/rules'
import type { RoleGrant } from '@yijian/shared/people/shapes'
import { eq } from 'drizzle-orm'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { grantRole } from './grant-role.ts'
import { employee, roleGrant } from './tables.ts'

/**
 * Gives the role of operator to somebody by their staff number, when nobody could give it in the app: there is no
 * operator yet. Once there is one, that person has to be named, and gives it.
 *
 * @throws Problem `not-found`, `operator-exists`, `role-required`, and those of `grantRole`
 */
export async function giveFirstOperator(ctx: Ctx, input: { employeeNo: string; by?: string | undefined }): Promise<RoleGrant> {
  requireSystem(ctx)
  return inTransaction(ctx, async (ctx) => {
    // Locked, so that two who run this at once do not both find nobody.
    const grants = await ctx.db.select().from(roleGrant).where(eq(roleGrant.role, 'operator')).for('update')
    const operators = new Set(grants.filter((grant) => roleHeldAt(grant, ctx.now)).map(({ employeeId }) => employeeId))
    const employeeId = await idByNumber(ctx, input.employeeNo)
    const startsOn = shanghaiDay(ctx.now)
    if (input.by === undefined && operators.size > 0) throw refuse('operator-exists', { operators: operators.size })
    // That a command and no page did it is told apart from the grant itself.
    await record(ctx, { action: 'operator.named', subject: employeeId, detail: { by: input.by ?? null } })
    if (input.by === undefined) {
      return grantRole(ctx, { employeeId, role: 'operator', startsOn })
    }
    const granterId = await idByNumber(ctx, input.by)
    if (!operators.has(granterId)) throw refuse('role-required', { roles: 'operator' })
    const roles = [{ role: 'operator', branchId: null }] as const
    const granter = { kind: 'employee', employeeId: granterId, loginId: ctx.app.newId('login'), roles } as const
    return grantRole({ ...ctx, actor: granter }, { employeeId, role: 'operator', startsOn })
  })
}

async function idByNumber(ctx: Ctx, employeeNo: string): Promise<string> {
  const [row] = await ctx.db.select({ id: employee.id }).from(employee).where(eq(employee.employeeNo, employeeNo))
  if (row === undefined) throw refuse('not-found', { what: 'employee' })
  return row.id
}
