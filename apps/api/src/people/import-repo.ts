import { and, eq, getTableColumns, inArray } from 'drizzle-orm'
import { type Ctx, connectionOf } from '../core/context.ts'
import type { EmployeeRow } from './repo.ts'
import { branchMember, employee, importRun } from './tables.ts'

const CHUNK_ROWS = 1000

export interface MemberKey {
  employeeId: string
  branchId: string
}

/** The unique key on `running` makes a second import wait here until the first has committed. */
export async function startImport(ctx: Ctx, run: { id: string; fileHash: string; rows: number; importedBy: string | null }): Promise<void> {
  await ctx.db.insert(importRun).values({ ...run, added: 0, changed: 0, left: 0, importedAt: ctx.now, running: 1 })
}

export async function finishImport(ctx: Ctx, id: string, counts: { added: number; changed: number; left: number }): Promise<void> {
  const { added, changed, left } = counts
  await ctx.db.update(importRun).set({ added, changed, left, running: null }).where(eq(importRun.id, id))
}

/** People by staff number; those who are locked cannot get another row, such as a departure, until the import has written theirs. */
export async function employeesByNumber(
  ctx: Ctx,
  numbers: readonly string[],
  options: { locked: boolean },
): Promise<Map<string, EmployeeRow>> {
  const known = new Map<string, EmployeeRow>()
  for (const chunk of chunksOf(numbers)) {
    const query = ctx.db.select().from(employee).where(inArray(employee.employeeNo, chunk))
    const rows = options.locked ? await query.for('update') : await query
    for (const row of rows) known.set(row.employeeNo, row)
  }
  return known
}

/** Who holds these WeCom accounts now: employee ids by account. */
export async function holdersOfWeComIds(ctx: Ctx, wecomUserIds: readonly string[]): Promise<Map<string, string>> {
  const holders = new Map<string, string>()
  const { id, wecomUserId } = employee
  for (const chunk of chunksOf(wecomUserIds)) {
    const rows = await ctx.db.select({ id, wecomUserId }).from(employee).where(inArray(wecomUserId, chunk))
    for (const row of rows) holders.set(row.wecomUserId, row.id)
  }
  return holders
}

export async function membershipsOf(ctx: Ctx, employeeIds: readonly string[]): Promise<Map<string, string[]>> {
  const held = new Map<string, string[]>()
  for (const chunk of chunksOf(employeeIds)) {
    const rows = await ctx.db.select().from(branchMember).where(inArray(branchMember.employeeId, chunk))
    for (const { employeeId, branchId } of rows) held.set(employeeId, [...(held.get(employeeId) ?? []), branchId])
  }
  return held
}

/** Rewrites known people in bulk, by id. */
export async function replaceEmployees(ctx: Ctx, rows: readonly EmployeeRow[]): Promise<void> {
  // Accounts that change hands are put aside first: two people who swap them would meet on the unique key.
  for (const chunk of chunksOf(rows)) {
    await connectionOf(ctx).query("UPDATE employee SET wecom_user_id = CONCAT('~', id) WHERE id IN (?)", [chunk.map(({ id }) => id)])
  }
  for (const chunk of chunksOf(rows)) await connectionOf(ctx).query(REPLACE, [chunk.map(valuesOf)])
}

const columns = Object.entries(getTableColumns(employee)).map(([property, column]) => ({
  property: property as keyof EmployeeRow,
  name: column.name,
}))
const names = columns.map(({ name }) => name)
const INSERT = `INSERT INTO employee (${names.join(', ')}) VALUES ?`
const REPLACE = `${INSERT} ON DUPLICATE KEY UPDATE ${names.map((name) => `${name} = VALUES(${name})`).join(', ')}`

/** Plain SQL: at the size of a company the ORM takes half of the time. */
export async function insertEmployees(ctx: Ctx, rows: readonly EmployeeRow[]): Promise<void> {
  for (const chunk of chunksOf(rows)) await connectionOf(ctx).query(INSERT, [chunk.map(valuesOf)])
}

function valuesOf(row: EmployeeRow): unknown[] {
  return columns.map(({ property }) => row[property])
}

export async function insertMembers(ctx: Ctx, keys: readonly MemberKey[]): Promise<void> {
  for (const chunk of chunksOf(keys)) {
    const rows = chunk.map(({ branchId, employeeId }) => [branchId, employeeId, ctx.now])
    await connectionOf(ctx).query('INSERT INTO branch_member (branch_id, employee_id, joined_at) VALUES ?', [rows])
  }
}

export async function deleteMembers(ctx: Ctx, keys: readonly MemberKey[]): Promise<void> {
  for (const branchId of new Set(keys.map((key) => key.branchId))) {
    const ids = keys.filter((key) => key.branchId === branchId).map(({ employeeId }) => employeeId)
    for (const chunk of chunksOf(ids)) {
      await ctx.db.delete(branchMember).where(and(eq(branchMember.branchId, branchId), inArray(branchMember.employeeId, chunk)))
    }
  }
}

/** Slices for statements of bounded size. */
export function* chunksOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) yield rows.slice(from, from + CHUNK_ROWS)
}
