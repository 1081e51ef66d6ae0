import { type Marks, type Phase, phaseAt } from '@yijian/shared/award/rules'
import type { Dossier } from '@yijian/shared/award/shapes'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { duplicateKey } from '../core/db/errno.ts'
import { refuse } from '../core/problems.ts'
import { awardCycle, awardJudge, awardLeader, awardObjection, judgeConflict, nomination, nominationScore } from './tables.ts'

export type CycleRow = typeof awardCycle.$inferSelect
export type NominationRow = typeof nomination.$inferSelect
export type LeaderRow = typeof awardLeader.$inferSelect
export type ObjectionRow = typeof awardObjection.$inferSelect

/** The cycle with its phase, locked: the first lock of all that moves an award. @throws Problem `not-found` */
export async function lockCycle(ctx: Ctx, cycleId: string): Promise<CycleRow & { phase: Phase }> {
  const [row] = await ctx.db.select().from(awardCycle).where(eq(awardCycle.id, cycleId)).for('update')
  if (row === undefined) throw refuse('not-found', { what: 'award cycle' })
  return { ...row, phase: phaseAt(row, ctx.now) }
}

export function weightsOf(row: CycleRow): Marks {
  const { innovationShare, impactShare, uniquenessShare, sustainabilityShare } = row
  return { innovation: innovationShare, impact: impactShare, uniqueness: uniquenessShare, sustainability: sustainabilityShare }
}

/** @throws Problem `cycle-exists` */
export async function insertCycle(ctx: Ctx, row: CycleRow, judgeIds: readonly string[]): Promise<void> {
  try {
    await ctx.db.insert(awardCycle).values(row)
  } catch (error) {
    if (duplicateKey(error) === 'award_cycle_year_uq') throw refuse('cycle-exists', { year: row.year })
    throw error
  }
  await ctx.db.insert(awardJudge).values(judgeIds.map((employeeId) => ({ cycleId: row.id, employeeId })))
}

export async function updateCycle(ctx: Ctx, cycleId: string, change: Partial<CycleRow>): Promise<void> {
  await ctx.db.update(awardCycle).set(change).where(eq(awardCycle.id, cycleId))
}

export async function sitsOnJury(ctx: Ctx, cycleId: string, employeeId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: awardJudge.employeeId })
    .from(awardJudge)
    .where(and(eq(awardJudge.cycleId, cycleId), eq(awardJudge.employeeId, employeeId)))
  return rows.length > 0
}

/** @throws Problem `already-nominated` */
export async function insertNomination(ctx: Ctx, row: NominationRow, nomineeName: string): Promise<void> {
  try {
    await ctx.db.insert(nomination).values(row)
  } catch (error) {
    if (duplicateKey(error) === 'nomination_nominee_uq') throw refuse('already-nominated', { name: nomineeName })
    throw error
  }
}

/** @throws Problem `not-found` */
export async function lockNomination(ctx: Ctx, nominationId: string): Promise<NominationRow> {
  const [row] = await ctx.db.select().from(nomination).where(eq(nomination.id, nominationId)).for('update')
  if (row === undefined) throw refuse('not-found', { what: 'nomination' })
  return row
}

/** @throws Problem `not-found` */
export async function cycleIdOf(ctx: Ctx, nominationId: string): Promise<string> {
  const [row] = await ctx.db.select({ cycleId: nomination.cycleId }).from(nomination).where(eq(nomination.id, nominationId))
  if (row === undefined) throw refuse('not-found', { what: 'nomination' })
  return row.cycleId
}

export async function updateNomination(ctx: Ctx, nominationId: string, change: Partial<NominationRow>): Promise<void> {
  await ctx.db.update(nomination).set(change).where(eq(nomination.id, nominationId))
}

/** Nominations that take part and have no dossier yet. */
export async function withoutDossier(ctx: Ctx, cycleId: string): Promise<NominationRow[]> {
  return ctx.db
    .select()
    .from(nomination)
    .where(and(eq(nomination.cycleId, cycleId), eq(nomination.state, 'accepted'), isNull(nomination.dossier)))
}

/** By nominee, who is nominated once in a cycle: one statement for all of them. */
export async function saveDossiers(ctx: Ctx, cycleId: string, dossiers: ReadonlyMap<string, Dossier>): Promise<void> {
  if (dossiers.size === 0) return
  const each = [...dossiers].map(([nomineeId, dossier]) => sql`when ${nomineeId} then ${JSON.stringify(dossier)}`)
  await ctx.db
    .update(nomination)
    .set({ dossier: sql`case ${nomination.nomineeId} ${sql.join(each, sql` `)} end` })
    .where(and(eq(nomination.cycleId, cycleId), inArray(nomination.nomineeId, [...dossiers.keys()])))
}

export async function saveScore(ctx: Ctx, score: typeof nominationScore.$inferInsert): Promise<void> {
  const { innovation, impact, uniqueness, sustainability, comment, scoredAt } = score
  await ctx.db
    .insert(nominationScore)
    .values(score)
    .onDuplicateKeyUpdate({ set: { innovation, impact, uniqueness, sustainability, comment, scoredAt } })
}

export async function insertConflict(ctx: Ctx, row: typeof judgeConflict.$inferInsert): Promise<void> {
  await ctx.db
    .insert(judgeConflict)
    .values(row)
    // Stepping aside twice is stepping aside; the first reason stays.
    .onDuplicateKeyUpdate({ set: { nominationId: sql`nomination_id` } })
}

export async function hasConflict(ctx: Ctx, nominationId: string, judgeId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: judgeConflict.judgeId })
    .from(judgeConflict)
    .where(and(eq(judgeConflict.nominationId, nominationId), eq(judgeConflict.judgeId, judgeId)))
  return rows.length > 0
}

export async function insertLeaders(ctx: Ctx, rows: (typeof awardLeader.$inferInsert)[]): Promise<void> {
  await ctx.db.insert(awardLeader).values(rows)
}

export async function leaderRows(ctx: Ctx, cycleId: string): Promise<LeaderRow[]> {
  return ctx.db.select().from(awardLeader).where(eq(awardLeader.cycleId, cycleId))
}

export async function leaderByNomination(ctx: Ctx, nominationId: string): Promise<LeaderRow | undefined> {
  const [row] = await ctx.db.select().from(awardLeader).where(eq(awardLeader.nominationId, nominationId))
  return row
}

export async function moveLeaders(ctx: Ctx, nominationIds: readonly string[], state: LeaderRow['state']): Promise<void> {
  if (nominationIds.length === 0) return
  await ctx.db
    .update(awardLeader)
    .set({ state })
    .where(inArray(awardLeader.nominationId, [...nominationIds]))
}

/** @throws Problem `already-objected` */
export async function insertObjection(ctx: Ctx, row: typeof awardObjection.$inferInsert): Promise<void> {
  try {
    await ctx.db.insert(awardObjection).values(row)
  } catch (error) {
    if (duplicateKey(error) === 'award_objection_by_uq') throw refuse('already-objected', {})
    throw error
  }
}

/** @throws Problem `not-found` */
export async function lockObjection(ctx: Ctx, objectionId: string): Promise<ObjectionRow> {
  const [row] = await ctx.db.select().from(awardObjection).where(eq(awardObjection.id, objectionId)).for('update')
  if (row === undefined) throw refuse('not-found', { what: 'objection' })
  return row
}

export async function updateObjection(ctx: Ctx, objectionId: string, change: Partial<ObjectionRow>): Promise<void> {
  await ctx.db.update(awardObjection).set(change).where(eq(awardObjection.id, objectionId))
}

export async function countOpenObjections(ctx: Ctx, cycleId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: sql<number>`count(*)` })
    .from(awardObjection)
    .innerJoin(awardLeader, eq(awardLeader.nominationId, awardObjection.nominationId))
    .where(and(eq(awardLeader.cycleId, cycleId), eq(awardObjection.state, 'open')))
  return Number(row?.n ?? 0)
}
