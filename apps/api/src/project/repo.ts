import { eq } from 'drizzle-orm'
import type { ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import type { Seat } from '@yijian/shared/signup/rules'
import { type Ctx, connectionOf } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { termsOf } from './search.ts'
import { project, projectHost, projectReview, projectTerm, seat, session } from './tables.ts'

export type ProjectRow = typeof project.$inferSelect
export type HostRow = typeof projectHost.$inferSelect
export type SessionRow = typeof session.$inferSelect

const CHUNK_ROWS = 1000

/** The first lock of whatever changes a project, its hosts or the list of its sessions. */
export async function lockProject(ctx: Ctx, projectId: string): Promise<ProjectRow> {
  const [row] = await ctx.db.select().from(project).where(eq(project.id, projectId)).for('update')
  if (row === undefined) throw refuse('not-found', { what: 'project' })
  return row
}

export async function insertProject(ctx: Ctx, row: typeof project.$inferInsert): Promise<void> {
  await ctx.db.insert(project).values(row)
}

export async function updateProject(ctx: Ctx, projectId: string, change: Partial<typeof project.$inferInsert>): Promise<void> {
  await ctx.db.update(project).set(change).where(eq(project.id, projectId))
}

export async function insertReview(ctx: Ctx, row: typeof projectReview.$inferInsert): Promise<void> {
  await ctx.db.insert(projectReview).values(row)
}

export async function insertHost(ctx: Ctx, row: typeof projectHost.$inferInsert): Promise<void> {
  await ctx.db.insert(projectHost).values(row)
}

export async function endHostRow(ctx: Ctx, projectHostId: string, change: Pick<HostRow, 'endsOn' | 'endedAt'>): Promise<void> {
  await ctx.db
    .update(projectHost)
    .set({ ...change, active: null })
    .where(eq(projectHost.id, projectHostId))
}

/** What a person may look for: of a project its title, story, organiser and city, of a session its title, place and city. */
export type Searchable = Partial<Record<'title' | 'story' | 'organiser' | 'place', string>> & { city: string | null }

/** Lets searches find a project by these words; in order, so that two writers never wait for each other in a circle. */
export async function addTerms(ctx: Ctx, projectId: string, of: Searchable): Promise<void> {
  const { title = '', story = '', organiser = '', place = '', city } = of
  const rows = [...termsOf(title, story, organiser, place, city ?? '')].sort().map((term) => ({ term, projectId }))
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    await ctx.db
      .insert(projectTerm)
      .ignore()
      .values(rows.slice(from, from + CHUNK_ROWS))
  }
}

export async function insertSession(ctx: Ctx, row: typeof session.$inferInsert, capacity: number | null): Promise<void> {
  await ctx.db.insert(session).values(row)
  await ctx.db.insert(seat).values({ sessionId: row.id, capacity, taken: 0, waiting: 0, lastNumber: 0, lastPromotion: 0 })
}

export async function updateSession(ctx: Ctx, sessionId: string, change: Partial<typeof session.$inferInsert>): Promise<void> {
  await ctx.db.update(session).set(change).where(eq(session.id, sessionId))
}

/**
 * The places of a session, locked: the first lock of whatever moves places or changes the session, so that
 * nothing ever waits for it while holding another. @throws Problem `not-found`
 */
export async function lockSeat(ctx: Ctx, sessionId: string): Promise<Seat> {
  const [rows] = await connectionOf(ctx).query<(RowDataPacket & Seat)[]>(
    'SELECT capacity, taken, waiting, last_number AS lastNumber, last_promotion AS lastPromotion FROM seat WHERE session_id = ? FOR UPDATE',
    [sessionId],
  )
  const [row] = rows
  if (row === undefined) throw refuse('not-found', { what: 'session' })
  return { ...row }
}

/** Writes back the places that `lockSeat` locked. */
export async function saveSeat(ctx: Ctx, sessionId: string, after: Seat): Promise<void> {
  await connectionOf(ctx).query<ResultSetHeader>(
    'UPDATE seat SET capacity = ?, taken = ?, waiting = ?, last_number = ?, last_promotion = ? WHERE session_id = ?',
    [after.capacity, after.taken, after.waiting, after.lastNumber, after.lastPromotion, sessionId],
  )
}
