import type { App, HeldRole } from '@yijian/api/core/app'
import { type Actor, type Ctx, inTransaction } from '@yijian/api/core/context'
import { openAccounts } from '@yijian/api/ledger/index'
import { insertEmployees, insertMembers } from '@yijian/api/people/import-repo'
import { type EmployeeRow, insertBranch, insertRoleGrant, toBranch } from '@yijian/api/people/repo'
import type { Role } from '@yijian/shared/people/roles'
import type { Branch } from '@yijian/shared/people/shapes'
import { systemCtx } from './database.ts'

/** An app commits at once; a context joins its transaction. */
export type Where = App | Ctx

export async function ctxFor(where: Where): Promise<Ctx> {
  return 'pool' in where ? systemCtx(where) : where
}

/** A branch of the test's own. */
export async function makeBranch(where: Where, overrides: Partial<Branch> = {}): Promise<Branch> {
  const ctx = await ctxFor(where)
  const id = ctx.app.newId('branch')
  const row = { id, code: id.replace('_', '-'), name: '测试分会', kind: 'region' as const, openedAt: ctx.now, ...overrides }
  await insertBranch(ctx, row)
  return toBranch(row)
}

/** A person of the test's own, with accounts, employed since 2020; a member of the given branches. */
export async function makeEmployee(
  where: Where,
  overrides: Partial<EmployeeRow> & { branches?: readonly Branch[] } = {},
): Promise<EmployeeRow> {
  const [made] = await makeEmployees(where, 1, overrides)
  return made!
}

/** Several people at once, for crowds and races. */
export async function makeEmployees(
  where: Where,
  count: number,
  overrides: Partial<EmployeeRow> & { branches?: readonly Branch[] } = {},
): Promise<EmployeeRow[]> {
  const ctx = await ctxFor(where)
  const { branches = [], ...columns } = overrides
  const rows = Array.from({ length: count }, () => {
    const id = ctx.app.newId('employee')
    return { ...person, id, employeeNo: id, wecomUserId: id, changedAt: ctx.now, ...columns }
  })
  const members = rows.flatMap(({ id: employeeId }) => branches.map(({ id: branchId }) => ({ employeeId, branchId })))
  await inTransaction(ctx, async (ctx) => {
    await insertEmployees(ctx, rows)
    await insertMembers(ctx, members)
    await openAccounts(
      ctx,
      rows.map(({ id }) => id),
    )
  })
  return rows
}

const person = {
  name: '陈小禾',
  department: '技术工程',
  city: '深圳',
  region: '华南',
  employmentType: 'regular',
  level: 'other',
  sex: 'female',
  ageBand: '30-50',
  hiredOn: '2020-01-01',
  leftOn: null,
} as const

/** A role by its name; a branch lead with the branch they lead. */
export type RoleOf = Exclude<Role, 'branch-lead'> | { leads: { id: string } }

function held(role: RoleOf): HeldRole {
  return typeof role === 'string' ? { role, branchId: null } : { role: 'branch-lead', branchId: role.leads.id }
}

/** A stored grant since 2020. `actorOf` is enough where nothing reads the table. */
export async function grantRoleTo(where: Where, employee: { id: string }, role: RoleOf): Promise<void> {
  const ctx = await ctxFor(where)
  const row = { id: ctx.app.newId('roleGrant'), employeeId: employee.id, startsOn: '2020-01-01', endsOn: null, endedAt: null }
  await insertRoleGrant(ctx, { ...row, ...held(role), grantedBy: null, grantedAt: ctx.now })
}

/** The person as a request of theirs arrives. */
export function actorOf(employee: { id: string }, ...roles: RoleOf[]): Extract<Actor, { kind: 'employee' }> {
  return { kind: 'employee', employeeId: employee.id, loginId: employee.id.replace('emp_', 'lgn_'), roles: roles.map(held) }
}
