import { type Conflict, type Contender, conflictOf, phaseAt } from '@yijian/shared/award/rules'
import type { Cycle, Dossier, Nomination } from '@yijian/shared/award/shapes'
import type { Page } from '@yijian/shared/http/page'
import { id } from '@yijian/shared/kernel/id'
import type { PersonRef } from '@yijian/shared/people/shapes'
import { and, asc, desc, eq, gt, inArray, lt, ne, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/mysql-core'
import * as z from 'zod/mini'
import type { Actor, Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { holdsRole } from '../core/access.ts'
import { refuse } from '../core/problems.ts'
import { branch, employee } from '../people/tables.ts'
import { projectHost } from '../project/tables.ts'
import { type CycleRow, weightsOf } from './repo.ts'
import { awardCycle, awardJudge, awardLeader, judgeConflict, nomination, nominationScore } from './tables.ts'

export interface PageQuery {
  cursor?: string | undefined
  limit: number
}
type Employee = Extract<Actor, { kind: 'employee' }>

const yearCursor = z.tuple([z.int()])

/** Cycles with their juries: two statements for a page. */
export async function pageOfCycles(ctx: Ctx, readerId: string, { cursor, limit }: PageQuery): Promise<Page<Cycle>> {
  const [last] = cursor === undefined ? [] : readCursor(cursor, yearCursor)
  const rows = await ctx.db
    .select()
    .from(awardCycle)
    .where(last === undefined ? undefined : lt(awardCycle.year, last))
    .orderBy(desc(awardCycle.year))
    .limit(limit + 1)
  const page = pageOf(rows, limit, { item: (row) => row, cursor: ({ year }) => [year] })
  const juries = await juriesOf(
    ctx,
    page.items.map((row) => row.id),
  )
  return { ...page, items: page.items.map((row) => toCycle(ctx, row, juries.get(row.id) ?? [], readerId)) }
}

/** @throws Problem `not-found` */
export async function cycleById(ctx: Ctx, cycleId: string, readerId: string): Promise<Cycle> {
  const [row] = await ctx.db.select().from(awardCycle).where(eq(awardCycle.id, cycleId))
  if (row === undefined) throw refuse('not-found', { what: 'award cycle' })
  return toCycle(ctx, row, (await juriesOf(ctx, [cycleId])).get(cycleId) ?? [], readerId)
}

async function juriesOf(ctx: Ctx, cycleIds: readonly string[]): Promise<Map<string, PersonRef[]>> {
  const juries = new Map<string, PersonRef[]>()
  if (cycleIds.length === 0) return juries
  const rows = await ctx.db
    .select({ cycleId: awardJudge.cycleId, id: employee.id, name: employee.name, department: employee.department })
    .from(awardJudge)
    .innerJoin(employee, eq(employee.id, awardJudge.employeeId))
    .where(inArray(awardJudge.cycleId, [...cycleIds]))
    .orderBy(asc(employee.id))
  for (const { cycleId, ...judge } of rows) juries.set(cycleId, [...(juries.get(cycleId) ?? []), judge])
  return juries
}

function toCycle(ctx: Ctx, row: CycleRow, judges: PersonRef[], readerId: string): Cycle {
  const { id, year, places, minScores, nominationOpensOn, nominationClosesOn, frozenOn, scoringClosesOn, publicityDays } = row
  return {
    id,
    year,
    places,
    minScores,
    nominationOpensOn,
    nominationClosesOn,
    frozenOn,
    scoringClosesOn,
    publicityDays,
    weights: weightsOf(row),
    publicityEndsAt: row.publicityEndsAt?.toISOString() ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    phase: phaseAt(row, ctx.now),
    judges,
    sits: judges.some((judge) => judge.id === readerId),
  }
}

const nominee = alias(employee, 'nominee')
const nominator = alias(employee, 'nominator')
const myScore = alias(nominationScore, 'my_score')
const myConflict = alias(judgeConflict, 'my_conflict')
const theirHost = alias(projectHost, 'their_host')

/** Nominations as a reader sees them, in one statement: people, branch, own score, and what stands in the way of a judge. */
function selectNominations(ctx: Ctx, readerId: string) {
  return ctx.db
    .select({
      row: nomination,
      nominee: { id: nominee.id, name: nominee.name, department: nominee.department },
      nominator: { id: nominator.id, name: nominator.name, department: nominator.department },
      branch: { id: branch.id, code: branch.code, name: branch.name, kind: branch.kind },
      score: myScore,
      declared: myConflict.judgeId,
      hostedTogether: sql<number>`exists (select 1 from ${projectHost} join ${projectHost} ${sql.raw('their_host')} on ${theirHost.projectId} = ${projectHost.projectId}
        where ${projectHost.employeeId} = ${readerId} and ${theirHost.employeeId} = ${nomination.nomineeId})`,
    })
    .from(nomination)
    .innerJoin(nominee, eq(nominee.id, nomination.nomineeId))
    .innerJoin(nominator, eq(nominator.id, nomination.nominatorId))
    .leftJoin(branch, eq(branch.id, nomination.branchId))
    .leftJoin(myScore, and(eq(myScore.nominationId, nomination.id), eq(myScore.judgeId, readerId)))
    .leftJoin(myConflict, and(eq(myConflict.nominationId, nomination.id), eq(myConflict.judgeId, readerId)))
    .$dynamic()
}
type SeenRow = Awaited<ReturnType<typeof selectNominations>>[number]

const lastNomination = z.tuple([id('nomination')])

export interface Reader {
  actor: Employee
  department: string
  sits: boolean
}

/** What a reader may see of a cycle: all as an operator, those that take part as a judge, own ones else. */
export async function pageOfNominations(
  ctx: Ctx,
  cycleId: string,
  reader: Reader,
  { cursor, limit }: PageQuery,
): Promise<Page<Nomination>> {
  const { employeeId } = reader.actor
  const own = or(eq(nomination.nomineeId, employeeId), eq(nomination.nominatorId, employeeId))
  const seen = holdsRole(reader.actor, 'operator') ? undefined : reader.sits ? or(eq(nomination.state, 'accepted'), own) : own
  const [last] = cursor === undefined ? [] : readCursor(cursor, lastNomination)
  const rows = await selectNominations(ctx, employeeId)
    .where(and(eq(nomination.cycleId, cycleId), seen, last === undefined ? undefined : gt(nomination.id, last)))
    .orderBy(asc(nomination.id))
    .limit(limit + 1)
  return pageOf(rows, limit, { item: (row) => toNomination(row, reader), cursor: ({ row }) => [row.id] })
}

/** One nomination, if the reader may see it. @throws Problem `not-found` */
export async function nominationSeen(ctx: Ctx, nominationId: string, reader: Reader): Promise<Nomination> {
  const [seen] = await selectNominations(ctx, reader.actor.employeeId).where(eq(nomination.id, nominationId))
  const mine = seen !== undefined && [seen.row.nomineeId, seen.row.nominatorId].includes(reader.actor.employeeId)
  const judged = seen !== undefined && reader.sits && seen.row.state === 'accepted'
  if (seen === undefined || !(mine || judged || holdsRole(reader.actor, 'operator'))) throw refuse('not-found', { what: 'nomination' })
  return toNomination(seen, reader)
}

/** Several at once, for the ranking. */
export async function nominationsByIds(ctx: Ctx, nominationIds: readonly string[], reader: Reader): Promise<Map<string, Nomination>> {
  if (nominationIds.length === 0) return new Map()
  const rows = await selectNominations(ctx, reader.actor.employeeId).where(inArray(nomination.id, [...nominationIds]))
  return new Map(rows.map((row) => [row.row.id, toNomination(row, reader)]))
}

/** What stands between this judge and a nomination. */
export async function conflictWith(ctx: Ctx, nominationId: string, reader: Reader): Promise<Conflict | null> {
  const [seen] = await selectNominations(ctx, reader.actor.employeeId).where(eq(nomination.id, nominationId))
  return seen === undefined ? null : conflictIn(seen, reader)
}

function conflictIn(seen: SeenRow, { actor, department }: Reader): Conflict | null {
  return conflictOf({
    judge: { id: actor.employeeId, department },
    nominee: seen.nominee,
    nominatorId: seen.row.nominatorId,
    hostedTogether: Number(seen.hostedTogether) === 1,
    declared: seen.declared !== null,
  })
}

function toNomination(seen: SeenRow, reader: Reader): Nomination {
  const { row, score } = seen
  // The dossier is for jury and operators, and for the nominee whom it is about.
  const reads = reader.sits || holdsRole(reader.actor, 'operator') || row.nomineeId === reader.actor.employeeId
  return {
    id: row.id,
    cycleId: row.cycleId,
    nominee: seen.nominee,
    nominator: seen.nominator,
    kind: row.kind,
    branch: seen.branch,
    reason: row.reason,
    state: row.state,
    nominatedAt: row.nominatedAt.toISOString(),
    dossier: reads ? row.dossier : null,
    conflict: reader.sits ? conflictIn(seen, reader) : null,
    myMarks: score === null ? null : marksOf(score),
  }
}

function marksOf({ innovation, impact, uniqueness, sustainability, comment }: typeof nominationScore.$inferSelect) {
  return { innovation, impact, uniqueness, sustainability, comment }
}

/** Those who take part with the scores that count: a judge who stepped aside later counts no more. */
export async function contendersOf(
  ctx: Ctx,
  cycleId: string,
): Promise<(Contender & { name: string; nomineeId: string; dossier: Dossier })[]> {
  const taking = await ctx.db
    .select({ nominationId: nomination.id, nomineeId: nomination.nomineeId, dossier: nomination.dossier, name: employee.name })
    .from(nomination)
    .innerJoin(employee, eq(employee.id, nomination.nomineeId))
    .where(and(eq(nomination.cycleId, cycleId), eq(nomination.state, 'accepted')))
    .orderBy(asc(nomination.id))
  const aside = ctx.db
    .select({ one: sql`1` })
    .from(judgeConflict)
    .where(and(eq(judgeConflict.nominationId, nominationScore.nominationId), eq(judgeConflict.judgeId, nominationScore.judgeId)))
  const scores = await ctx.db
    .select({ score: nominationScore })
    .from(nominationScore)
    .innerJoin(nomination, eq(nomination.id, nominationScore.nominationId))
    .where(and(eq(nomination.cycleId, cycleId), notExists(aside)))
  return taking.flatMap(({ dossier, ...contender }) => {
    if (dossier === null) return []
    const own = scores.filter(({ score }) => score.nominationId === contender.nominationId)
    return [{ ...contender, dossier, volunteerMinutes: dossier.volunteerMinutes, scores: own.map(({ score }) => marksOf(score)) }]
  })
}

/** Names on the list, by place; those taken off are left out. */
export async function leadersOf(ctx: Ctx, cycleId: string) {
  const rows = await ctx.db
    .select({
      nominationId: awardLeader.nominationId,
      person: { id: employee.id, name: employee.name, department: employee.department },
      rank: awardLeader.place,
      reason: awardLeader.reason,
      dossier: nomination.dossier,
    })
    .from(awardLeader)
    .innerJoin(employee, eq(employee.id, awardLeader.employeeId))
    .innerJoin(nomination, eq(nomination.id, awardLeader.nominationId))
    .where(and(eq(awardLeader.cycleId, cycleId), ne(awardLeader.state, 'removed')))
    .orderBy(asc(awardLeader.place), asc(awardLeader.nominationId))
  return rows.flatMap(({ dossier, ...leader }) => (dossier === null ? [] : [{ ...leader, dossier }]))
}
