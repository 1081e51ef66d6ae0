import type { Branch, Employee } from '@yijian/shared/people/shapes'
import { eq } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { branch, branchMember, employee, roleGrant } from './tables.ts'

export type EmployeeRow = typeof employee.$inferSelect
export type BranchRow = typeof branch.$inferSelect
export type RoleGrantRow = typeof roleGrant.$inferSelect

const CHUNK_ROWS = 1000

/** Adds people in bulk. The rows of one statement share one round trip, which is what an import of a whole company needs. */
export async function insertEmployees(ctx: Ctx, rows: readonly EmployeeRow[]): Promise<void> {
  for (const chunk of chunksOf(rows)) await ctx.db.insert(employee).values(chunk)
}

export async function insertBranch(ctx: Ctx, row: BranchRow): Promise<void> {
  await ctx.db.insert(branch).values(row)
}

export async function insertMembers(ctx: Ctx, rows: readonly (typeof branchMember.$inferSelect)[]): Promise<void> {
  for (const chunk of chunksOf(rows)) await ctx.db.insert(branchMember).values(chunk)
}

export async function insertRoleGrant(ctx: Ctx, row: RoleGrantRow): Promise<void> {
  await ctx.db.insert(roleGrant).values(row)
}

/** The first lock of whatever changes what a person holds: roles, binding codes, the day of leaving. */
export async function lockEmployee(ctx: Ctx, employeeId: string): Promise<EmployeeRow> {
  const [row] = await ctx.db.select().from(employee).where(eq(employee.id, employeeId)).for('update')
  if (row === undefined) throw refuse('not-found', { what: 'employee' })
  return row
}

/** Slices for statements of bounded size. */
export function* chunksOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) yield rows.slice(from, from + CHUNK_ROWS)
}

export function toEmployee(row: EmployeeRow): Employee {
  const { wecomUserId: _, changedAt: __, ...shape } = row
  return shape
}

export function toBranch({ id, code, name, kind }: BranchRow): Branch {
  return { id, code, name, kind }
}
