import { and, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { leaveAllowance, leaveRequest } from './tables.ts'

export type LeaveRow = typeof leaveRequest.$inferSelect
export type AllowanceRow = typeof leaveAllowance.$inferSelect

/** What it says holds as long as the balances of its person are locked. @throws Problem `not-found` */
export async function leaveRowById(ctx: Ctx, leaveId: string): Promise<LeaveRow> {
  const [row] = await ctx.db.select().from(leaveRequest).where(eq(leaveRequest.id, leaveId))
  if (row === undefined) throw refuse('not-found', { what: 'leave' })
  return row
}

/** Leave of these that is asked for or approved. */
export async function openLeaves(ctx: Ctx, of: { signupId: string } | { sessionId: string } | { ids: string[] }): Promise<LeaveRow[]> {
  const these =
    'ids' in of
      ? inArray(leaveRequest.id, of.ids)
      : 'signupId' in of
        ? eq(leaveRequest.signupId, of.signupId)
        : eq(leaveRequest.sessionId, of.sessionId)
  return ctx.db
    .select()
    .from(leaveRequest)
    .where(and(these, inArray(leaveRequest.state, ['requested', 'approved'])))
    .orderBy(leaveRequest.id)
}

/** Live leave that would stand beside a new request: for the same sign-up, or on the same day. */
export async function leavesBeside(ctx: Ctx, of: { employeeId: string; signupId: string; leaveOn: string }): Promise<LeaveRow[]> {
  const { employeeId, signupId, leaveOn } = of
  return ctx.db
    .select()
    .from(leaveRequest)
    .where(
      and(
        eq(leaveRequest.employeeId, employeeId),
        eq(leaveRequest.active, 1),
        or(eq(leaveRequest.signupId, signupId), eq(leaveRequest.leaveOn, leaveOn)),
      ),
    )
}

export async function insertLeave(
  ctx: Ctx,
  row: Omit<LeaveRow, 'state' | 'active' | 'decidedBy' | 'decidedAt' | 'reason' | 'returnCause' | 'endJournalId'>,
): Promise<void> {
  await ctx.db.insert(leaveRequest).values({ ...row, state: 'requested', active: 1 })
}

/** Moves open leave on. The person's balances are locked and the state was read behind them, so a miss is a fault of the program. */
export async function moveLeave(
  ctx: Ctx,
  { id, state }: Pick<LeaveRow, 'id' | 'state'>,
  change: Partial<Pick<LeaveRow, 'state' | 'active' | 'decidedBy' | 'decidedAt' | 'reason' | 'returnCause' | 'endJournalId'>>,
): Promise<void> {
  const [done] = await ctx.db
    .update(leaveRequest)
    .set(change)
    .where(and(eq(leaveRequest.id, id), eq(leaveRequest.state, state)))
  if (done.affectedRows !== 1) throw new Error(`${id} is not ${state} any more`)
}

/** The allowances of a year that were given, by person. */
export async function allowancesOf(ctx: Ctx, employeeIds: readonly string[], year: number): Promise<Map<string, AllowanceRow>> {
  if (employeeIds.length === 0) return new Map()
  const rows = await ctx.db
    .select()
    .from(leaveAllowance)
    .where(and(inArray(leaveAllowance.employeeId, [...employeeIds]), eq(leaveAllowance.year, year)))
  return new Map(rows.map((row) => [row.employeeId, row]))
}

/** Allowances of years before this one that have not lapsed yet. */
export async function allowancesBefore(ctx: Ctx, employeeId: string, year: number): Promise<AllowanceRow[]> {
  return ctx.db
    .select()
    .from(leaveAllowance)
    .where(and(eq(leaveAllowance.employeeId, employeeId), lt(leaveAllowance.year, year), isNull(leaveAllowance.lapsedAt)))
    .orderBy(leaveAllowance.year)
}

/** Allowances of these people that have lapsed. */
export async function lapsedAllowances(ctx: Ctx, employeeIds: readonly string[]): Promise<AllowanceRow[]> {
  if (employeeIds.length === 0) return []
  return ctx.db
    .select()
    .from(leaveAllowance)
    .where(and(inArray(leaveAllowance.employeeId, [...employeeIds]), isNotNull(leaveAllowance.lapsedAt)))
}

/** New, or more of what was given before. */
export async function saveAllowance(ctx: Ctx, row: Omit<AllowanceRow, 'lapsedAt'>): Promise<void> {
  const { minutes, journalId } = row
  await ctx.db.insert(leaveAllowance).values(row).onDuplicateKeyUpdate({ set: { minutes, journalId } })
}

export async function markLapsed(ctx: Ctx, { employeeId, year }: { employeeId: string; year: number }): Promise<void> {
  await ctx.db
    .update(leaveAllowance)
    .set({ lapsedAt: ctx.now })
    .where(and(eq(leaveAllowance.employeeId, employeeId), eq(leaveAllowance.year, year)))
}
