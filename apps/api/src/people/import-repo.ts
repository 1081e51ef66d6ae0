import { and, eq, inArray } from 'drizzle-orm'
import { type Ctx, connectionOf } from '../core/context.ts'
import { type EmployeeRow, chunksOf, insertMembers } from './repo.ts'
import { branchMember, employee, importRun } from './tables.ts'

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

/** Locked, so that a departure recorded in the same moment is not written over unseen. */
export async function employeesByNumber(ctx: Ctx, numbers: readonly string[]): Promise<Map<string, EmployeeRow>> {
  const known = new Map<string, EmployeeRow>()
  for (const chunk of chunksOf(numbers)) {
    const rows = await ctx.db.select().from(employee).where(inArray(employee.employeeNo, chunk)).for('update')
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
  for (const chunk of chunksOf(rows)) {
    await connectionOf(ctx).query(REPLACE, [chunk.map(columnsOf)])
  }
}

const REPLACE = `
  INSERT INTO employee
    (id, employee_no, wecom_user_id, name, department, city, region, employment_type, level, sex, age_band, hired_on, left_on, changed_at)
  VALUES ? ON DUPLICATE KEY UPDATE
    wecom_user_id = VALUES(wecom_user_id), name = VALUES(name), department = VALUES(department), city = VALUES(city),
    region = VALUES(region), employment_type = VALUES(employment_type), level = VALUES(level), sex = VALUES(sex),
    age_band = VALUES(age_band), hired_on = VALUES(hired_on), left_on = VALUES(left_on), changed_at = VALUES(changed_at)`

function columnsOf(row: EmployeeRow): unknown[] {
  const { id, employeeNo, wecomUserId, name, department, city, region, employmentType, level, sex, ageBand, hiredOn, leftOn, changedAt } =
    row
  return [id, employeeNo, wecomUserId, name, department, city, region, employmentType, level, sex, ageBand, hiredOn, leftOn, changedAt]
}

export async function replaceMembers(ctx: Ctx, { joined, departed }: { joined: MemberKey[]; departed: MemberKey[] }): Promise<void> {
  for (const branchId of new Set(departed.map((key) => key.branchId))) {
    const ids = departed.filter((key) => key.branchId === branchId).map(({ employeeId }) => employeeId)
    for (const chunk of chunksOf(ids)) {
      await ctx.db.delete(branchMember).where(and(eq(branchMember.branchId, branchId), inArray(branchMember.employeeId, chunk)))
    }
  }
  await insertMembers(
    ctx,
    joined.map((key) => ({ ...key, joinedAt: ctx.now })),
  )
}
