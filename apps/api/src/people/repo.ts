import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { Branch, Employee } from '@yijian/shared/people/shapes'
import { and, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { branch, employee, roleGrant } from './tables.ts'

export type EmployeeRow = typeof employee.$inferSelect
export type BranchRow = typeof branch.$inferSelect
export type RoleGrantRow = typeof roleGrant.$inferSelect

/** The first lock of whatever changes what a person holds: roles, binding codes, the day of leaving. */
export async function lockEmployee(ctx: Ctx, employeeId: string): Promise<EmployeeRow> {
  const [row] = await ctx.db.select().from(employee).where(eq(employee.id, employeeId)).for('update')
  return known(row)
}

export async function findEmployee(ctx: Ctx, employeeId: string): Promise<EmployeeRow> {
  const [row] = await ctx.db.select().from(employee).where(eq(employee.id, employeeId))
  return known(row)
}

function known(row: EmployeeRow | undefined): EmployeeRow {
  if (row === undefined) throw refuse('not-found', { what: 'employee' })
  return row
}

export async function findByWeComUserId(ctx: Ctx, wecomUserId: string): Promise<EmployeeRow | null> {
  const [row] = await ctx.db.select().from(employee).where(eq(employee.wecomUserId, wecomUserId))
  return row ?? null
}

export async function setLeftOn(ctx: Ctx, employeeId: string, leftOn: string): Promise<void> {
  await ctx.db.update(employee).set({ leftOn, changedAt: ctx.now }).where(eq(employee.id, employeeId))
}

export async function insertBranch(ctx: Ctx, row: BranchRow): Promise<void> {
  await ctx.db.insert(branch).values(row)
}

export async function findBranch(ctx: Ctx, branchId: string): Promise<BranchRow> {
  const [row] = await ctx.db.select().from(branch).where(eq(branch.id, branchId))
  if (row === undefined) throw refuse('not-found', { what: 'branch' })
  return row
}

/** Ids by code; a code without a branch has no entry. */
export async function branchIdsByCode(ctx: Ctx, codes: string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await ctx.db.select({ id: branch.id, code: branch.code }).from(branch).where(inArray(branch.code, codes))
  return new Map(rows.map(({ id, code }) => [code, id]))
}

export async function grantsOf(ctx: Ctx, employeeId: string): Promise<RoleGrantRow[]> {
  return ctx.db.select().from(roleGrant).where(eq(roleGrant.employeeId, employeeId))
}

export async function insertRoleGrant(ctx: Ctx, row: RoleGrantRow): Promise<void> {
  await ctx.db.insert(roleGrant).values(row)
}

/** False when it had ended before. */
export async function endGrant(ctx: Ctx, roleGrantId: string): Promise<boolean> {
  const stillOpen = or(isNull(roleGrant.endsOn), gte(roleGrant.endsOn, shanghaiDay(ctx.now)))
  const [ended] = await ctx.db
    .update(roleGrant)
    .set({ endedAt: ctx.now })
    .where(and(eq(roleGrant.id, roleGrantId), isNull(roleGrant.endedAt), stillOpen))
  return ended.affectedRows === 1
}

export function toEmployee(row: EmployeeRow): Employee {
  const { wecomUserId: _, changedAt: __, ...shape } = row
  return shape
}

export function toBranch({ id, code, name, kind }: BranchRow): Branch {
  return { id, code, name, kind }
}
