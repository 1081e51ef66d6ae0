import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { breaksForeignKey, duplicateKey } from '../core/db/errno.ts'
import { attendance, scan } from './tables.ts'

export type ScanRow = typeof scan.$inferSelect

export async function insertScan(ctx: Ctx, row: ScanRow): Promise<void> {
  await ctx.db.insert(scan).values(row)
}

/** False when another scan of the person came first, or the place was given back meanwhile. */
export async function insertAttendance(
  ctx: Ctx,
  row: Pick<typeof attendance.$inferSelect, 'id' | 'sessionId' | 'employeeId' | 'named'>,
): Promise<boolean> {
  try {
    await ctx.db.insert(attendance).values({ ...row, place: 1, inAt: ctx.now, outAt: null, present: 1 })
    return true
  } catch (error) {
    if (duplicateKey(error) !== null || breaksForeignKey(error)) return false
    throw error
  }
}

/** Back again after a check-out; false when another scan came first. */
export async function reopenAttendance(ctx: Ctx, id: string, named: boolean): Promise<boolean> {
  try {
    const [done] = await ctx.db
      .update(attendance)
      .set({ outAt: null, present: 1, ...(named ? { named } : {}) })
      .where(and(eq(attendance.id, id), isNotNull(attendance.outAt)))
    return done.affectedRows === 1
  } catch (error) {
    if (duplicateKey(error) !== null) return false
    throw error
  }
}

/** The person leaves; false when another scan came first. */
export async function closeAttendance(ctx: Ctx, id: string, { outAt, named }: { outAt: Date; named: boolean }): Promise<boolean> {
  const [done] = await ctx.db
    .update(attendance)
    .set({ outAt, present: null, ...(named ? { named } : {}) })
    .where(and(eq(attendance.id, id), isNull(attendance.outAt)))
  return done.affectedRows === 1
}

/** Presence ends with its session: a check-out forgotten yesterday keeps nobody from checking in today. */
export async function endPresence(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.update(attendance).set({ present: null }).where(eq(attendance.id, id))
}
