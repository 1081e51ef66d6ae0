import { and, count, eq, inArray, ne, or, sql, sum } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { hoursCorrection, hoursRecord } from './tables.ts'

export type HoursRecordRow = typeof hoursRecord.$inferSelect
export type HoursCorrectionRow = typeof hoursCorrection.$inferSelect

/** A CASE is searched from its top, so a long one costs its square. */
const ROWS_A_STATEMENT = 64

/** Writes confirmed minutes, anew for those confirmed before; under the lock of the session, none of them is issued. */
export async function saveCompleted(
  ctx: Ctx,
  rows: readonly Omit<HoursRecordRow, 'state' | 'round' | 'issuedBy' | 'issuedAt' | 'journalId'>[],
): Promise<void> {
  const incoming = (column: string) => sql.raw(`values(${column})`)
  await ctx.db
    .insert(hoursRecord)
    .values(rows.map((row) => ({ ...row, state: 'completed' as const, round: 0 })))
    .onDuplicateKeyUpdate({
      set: {
        minutes: incoming('minutes'),
        grade: incoming('grade'),
        reason: incoming('reason'),
        completedBy: incoming('completed_by'),
        completedAt: incoming('completed_at'),
      },
    })
}

/**
 * What these people have on a day, whatever the session. Asked after the rows are written and with a lock: of two
 * hosts who confirm the same person at once, one waits and then sees the minutes of the other.
 */
export async function lockDayTotals(ctx: Ctx, servedOn: string, employeeIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ employeeId: hoursRecord.employeeId, minutes: sum(hoursRecord.minutes).mapWith(Number) })
    .from(hoursRecord, { forceIndex: 'hours_record_day_ix' })
    .where(and(inArray(hoursRecord.employeeId, [...employeeIds]), eq(hoursRecord.servedOn, servedOn)))
    .groupBy(hoursRecord.employeeId)
    .for('update')
  return new Map(rows.map(({ employeeId, minutes }) => [employeeId, minutes]))
}

export async function findRecord(ctx: Ctx, attendanceId: string): Promise<HoursRecordRow | null> {
  const [row] = await ctx.db.select().from(hoursRecord).where(eq(hoursRecord.attendanceId, attendanceId))
  return row ?? null
}

export async function countCompleted(ctx: Ctx, sessionId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ waiting: count() })
    .from(hoursRecord)
    .where(and(eq(hoursRecord.sessionId, sessionId), eq(hoursRecord.state, 'completed')))
  return row?.waiting ?? 0
}

/** Marks hours as issued with their journals. A row that is not waiting is a fault of the program: the session is locked. */
export async function saveIssued(
  ctx: Ctx,
  issuedBy: string,
  rows: readonly { attendanceId: string; journalId: string | null }[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const chunk = rows.slice(from, from + ROWS_A_STATEMENT)
    const cases = chunk.map(({ attendanceId, journalId }) => sql`when ${attendanceId} then ${journalId}`)
    const [done] = await ctx.db
      .update(hoursRecord)
      .set({
        state: 'issued',
        round: 1,
        issuedBy,
        issuedAt: ctx.now,
        journalId: sql`case ${hoursRecord.attendanceId} ${sql.join(cases, sql` `)} end`,
      })
      .where(
        and(
          inArray(
            hoursRecord.attendanceId,
            chunk.map(({ attendanceId }) => attendanceId),
          ),
          eq(hoursRecord.state, 'completed'),
        ),
      )
    if (done.affectedRows !== chunk.length) throw new Error(`${chunk.length} rows were to be issued and ${done.affectedRows} were`)
  }
}

/** The minutes in force after a correction, and the correction itself. */
export async function saveCorrection(ctx: Ctx, row: HoursCorrectionRow): Promise<void> {
  const { attendanceId, round, minutesAfter, journalId } = row
  await ctx.db.insert(hoursCorrection).values(row)
  const [done] = await ctx.db
    .update(hoursRecord)
    .set({ minutes: minutesAfter, round, journalId })
    .where(
      and(
        eq(hoursRecord.attendanceId, attendanceId),
        eq(hoursRecord.state, 'issued'),
        eq(hoursRecord.round, round - 1),
        ne(hoursRecord.minutes, minutesAfter),
      ),
    )
  if (done.affectedRows !== 1) throw new Error(`correction ${round} of ${attendanceId} does not follow what is in force`)
}

/** The correction that a journal belongs to; null for an issue. */
export async function correctionByJournal(ctx: Ctx, journalId: string): Promise<HoursCorrectionRow | null> {
  const [row] = await ctx.db
    .select()
    .from(hoursCorrection)
    .where(or(eq(hoursCorrection.journalId, journalId), eq(hoursCorrection.reversalId, journalId)))
  return row ?? null
}
