import { shanghaiDay } from '@yijian/shared/kernel/time'
import { roleHeldAt } from '@yijian/shared/people/rules'
import type { ImportResult, RoleGrant } from '@yijian/shared/people/shapes'
import { asc, eq } from 'drizzle-orm'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Actor, type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { grantRole } from './grant-role.ts'
import { importEmployees } from './import-employees.ts'
import { employee, roleGrant } from './tables.ts'

export interface FirstOperator {
  grant: RoleGrant
  /** What became of the file of people, where one came along. */
  imported: ImportResult | null
}

/**
 * Gives the role of operator to somebody by their staff number, when nobody could give it in the app: there is no
 * operator yet. Once there is one, that person has to be named, and gives it. The first people may come along as a file;
 * they stay out too when the role is refused.
 *
 * @throws Problem `not-found`, `operator-exists`, `role-required`, and those of `importEmployees` and `grantRole`
 */
export async function giveFirstOperator(
  ctx: Ctx,
  input: { employeeNo: string; by?: string | undefined; people?: Uint8Array | undefined },
): Promise<FirstOperator> {
  requireSystem(ctx)
  return inTransaction(ctx, async (ctx) => {
    const imported = input.people === undefined ? null : await importEmployees(ctx, { bytes: input.people })
    // Two who run this at once wait for each other here; an empty list of operators would hold neither of them up.
    await ctx.db.select({ id: employee.id }).from(employee).orderBy(asc(employee.id)).limit(1).for('update')
    const grants = await ctx.db.select().from(roleGrant).where(eq(roleGrant.role, 'operator'))
    const operators = new Set(grants.filter((grant) => roleHeldAt(grant, ctx.now)).map(({ employeeId }) => employeeId))
    const employeeId = await idByNumber(ctx, input.employeeNo)
    const granterId = input.by === undefined ? null : await idByNumber(ctx, input.by)
    if (granterId === null && operators.size > 0) throw refuse('operator-exists', { operators: operators.size })
    if (granterId !== null && !operators.has(granterId)) throw refuse('role-required', { roles: 'operator' })
    // That a command and no page did it is told apart from the grant itself.
    await record(ctx, { action: 'operator.named', subject: employeeId, detail: { by: input.by ?? null } })
    const grant = { employeeId, role: 'operator', startsOn: shanghaiDay(ctx.now) } as const
    return { grant: await grantRole(granterId === null ? ctx : { ...ctx, actor: operatorOf(ctx, granterId) }, grant), imported }
  })
}

function operatorOf(ctx: Ctx, employeeId: string): Actor {
  return { kind: 'employee', employeeId, loginId: ctx.app.newId('login'), roles: [{ role: 'operator', branchId: null }] }
}

async function idByNumber(ctx: Ctx, employeeNo: string): Promise<string> {
  const [row] = await ctx.db.select({ id: employee.id }).from(employee).where(eq(employee.employeeNo, employeeNo))
  if (row === undefined) throw refuse('not-found', { what: 'employee' })
  return row.id
}
