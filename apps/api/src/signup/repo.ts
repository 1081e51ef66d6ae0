import type { Promotion } from '@yijian/shared/signup/rules'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { ResultSetHeader } from 'mysql2/promise'
import { type Ctx, connectionOf } from '../core/context.ts'
import { breaksForeignKey } from '../core/db/errno.ts'
import { refuse } from '../core/problems.ts'
import { signup } from './tables.ts'

export type SignupRow = typeof signup.$inferSelect

/** Promotions written by one statement; a capacity that was lifted may move thousands. */
const CHUNK_ROWS = 500

/** A sign-up by its id; what it says holds as long as its session's places are locked. @throws Problem `not-found` */
export async function signupById(ctx: Ctx, signupId: string): Promise<SignupRow> {
  const [row] = await ctx.db.select().from(signup).where(eq(signup.id, signupId))
  if (row === undefined) throw refuse('not-found', { what: 'sign-up' })
  return row
}

/** Plain SQL, since a crowd waits for the places meanwhile. */
export async function insertSignup(ctx: Ctx, row: Omit<SignupRow, 'promotion' | 'promotedAt' | 'cancelledAt'>): Promise<void> {
  const { id, sessionId, employeeId, state, number, signedUpAt, lateCancel, active } = row
  await connectionOf(ctx).query<ResultSetHeader>(
    `INSERT INTO signup (id, session_id, employee_id, state, number, signed_up_at, late_cancel, active) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, sessionId, employeeId, state, number, signedUpAt, lateCancel, active],
  )
}

/** @throws Problem `already-checked-in`: presence hangs on the sign-up, so the database keeps it in force. */
export async function cancelSignupRow(ctx: Ctx, signupId: string, change: Pick<SignupRow, 'cancelledAt' | 'lateCancel'>): Promise<void> {
  try {
    await ctx.db
      .update(signup)
      .set({ ...change, state: 'cancelled', active: null })
      .where(eq(signup.id, signupId))
  } catch (error) {
    if (breaksForeignKey(error)) throw refuse('already-checked-in', {})
    throw error
  }
}

/** The first people of the queue, in order. */
export async function headOfQueue(ctx: Ctx, sessionId: string, length: number): Promise<string[]> {
  if (length === 0) return []
  const rows = await ctx.db
    .select({ id: signup.id })
    .from(signup)
    .where(and(eq(signup.sessionId, sessionId), eq(signup.state, 'waitlisted')))
    .orderBy(asc(signup.number))
    .limit(length)
  return rows.map(({ id }) => id)
}

/** Gives places to people who waited. */
export async function confirmPromoted(ctx: Ctx, promotions: readonly Promotion[]): Promise<void> {
  for (let from = 0; from < promotions.length; from += CHUNK_ROWS) {
    const chunk = promotions.slice(from, from + CHUNK_ROWS)
    const cases = sql.join(
      chunk.map(({ signupId, promotion }) => sql`when ${signupId} then ${promotion}`),
      sql` `,
    )
    await ctx.db
      .update(signup)
      .set({ state: 'confirmed', promotedAt: ctx.now, promotion: sql`case ${signup.id} ${cases} end` })
      .where(
        inArray(
          signup.id,
          chunk.map(({ signupId }) => signupId),
        ),
      )
  }
}
