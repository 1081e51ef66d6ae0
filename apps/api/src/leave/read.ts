import type { Page } from '@yijian/shared/http/page'
import { day } from '@yijian/shared/kernel/zod'
import { id } from '@yijian/shared/kernel/id'
import type { Leave, LeaveState } from '@yijian/shared/leave/shapes'
import { type SQL, and, asc, between, desc, eq, exists, gte, inArray, lt, ne, sql, sum } from 'drizzle-orm'
import { alias } from 'drizzle-orm/mysql-core'
import * as z from 'zod/mini'
import type { Ctx } from '../core/context.ts'
import { after } from '../core/db/keyset.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { refuse } from '../core/problems.ts'
import { branchMember, employee } from '../people/tables.ts'
import { project, session } from '../project/tables.ts'
import { leaveRequest } from './tables.ts'

export interface PageQuery {
  cursor?: string | undefined
  limit: number
}

const decider = alias(employee, 'decider')

/** Leave with its person, session and who decided, to be narrowed by the caller: one statement with all a line shows. */
function selectLeaves(ctx: Ctx) {
  const { id: leaveId, signupId, leaveOn, part, minutes, state, requestedAt, decidedAt, reason, returnCause } = leaveRequest
  return ctx.db
    .select({
      leave: { id: leaveId, signupId, leaveOn, part, minutes, state, requestedAt, decidedAt, reason, returnCause },
      person: { id: employee.id, name: employee.name, department: employee.department },
      session: { id: session.id, title: session.title, projectTitle: project.title, startsAt: session.startsAt, endsAt: session.endsAt },
      decider: { id: decider.id, name: decider.name, department: decider.department },
    })
    .from(leaveRequest)
    .innerJoin(employee, eq(employee.id, leaveRequest.employeeId))
    .innerJoin(session, eq(session.id, leaveRequest.sessionId))
    .innerJoin(project, eq(project.id, session.projectId))
    .leftJoin(decider, eq(decider.id, leaveRequest.decidedBy))
    .$dynamic()
}
type LeaveLine = Awaited<ReturnType<typeof selectLeaves>>[number]

function toLeave({ leave, person, session: { startsAt, endsAt, ...of }, decider: decidedBy }: LeaveLine): Leave {
  return {
    ...leave,
    person,
    session: { ...of, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    requestedAt: leave.requestedAt.toISOString(),
    decidedAt: leave.decidedAt?.toISOString() ?? null,
    decidedBy,
  }
}

/** @throws Problem `not-found` */
export async function leaveById(ctx: Ctx, leaveId: string): Promise<Leave> {
  const [row] = await selectLeaves(ctx).where(eq(leaveRequest.id, leaveId))
  if (row === undefined) throw refuse('not-found', { what: 'leave' })
  return toLeave(row)
}

const lastId = z.tuple([id('leave')])

/** Leave a person asked for, the newest first. */
export async function pageOfMyLeave(ctx: Ctx, employeeId: string, { cursor, limit }: PageQuery): Promise<Page<Leave>> {
  const rows = await selectLeaves(ctx)
    .where(
      and(eq(leaveRequest.employeeId, employeeId), cursor === undefined ? undefined : lt(leaveRequest.id, readCursor(cursor, lastId)[0])),
    )
    .orderBy(desc(leaveRequest.id))
    .limit(limit + 1)
  return pageOf(rows, limit, { item: toLeave, cursor: ({ leave }) => [leave.id] })
}

const byDay = [leaveRequest.leaveOn, leaveRequest.id] as const
const lastByDay = z.tuple([day, id('leave')])

async function pageByDay(ctx: Ctx, which: SQL | undefined, { cursor, limit }: PageQuery): Promise<Page<Leave>> {
  const rows = await selectLeaves(ctx)
    .where(and(which, cursor === undefined ? undefined : after(byDay, readCursor(cursor, lastByDay))))
    .orderBy(asc(byDay[0]), asc(byDay[1]))
    .limit(limit + 1)
  return pageOf(rows, limit, { item: toLeave, cursor: ({ leave }) => [leave.leaveOn, leave.id] })
}

/** Who decides, and for whom: `branchIds` null for everybody. */
export interface Decider {
  employeeId: string
  branchIds: readonly string[] | null
  today: string
}

/** Undecided leave from today on, that of the reader left out. */
export async function pageToDecide(ctx: Ctx, reader: Decider, query: PageQuery): Promise<Page<Leave>> {
  if (reader.branchIds?.length === 0) return { items: [], nextCursor: null }
  return pageByDay(ctx, toDecide(ctx, reader), query)
}

export function toDecide(ctx: Ctx, { employeeId, branchIds, today }: Decider): SQL | undefined {
  const member = ctx.db
    .select({ one: sql`1` })
    .from(branchMember)
    .where(and(eq(branchMember.employeeId, leaveRequest.employeeId), inArray(branchMember.branchId, [...(branchIds ?? [])])))
  return and(
    eq(leaveRequest.state, 'requested'),
    gte(leaveRequest.leaveOn, today),
    ne(leaveRequest.employeeId, employeeId),
    branchIds === null ? undefined : exists(member),
  )
}

const inYear = (year: number) => between(leaveRequest.leaveOn, `${year}-01-01`, `${year}-12-31`)

/** All leave of a year, by its day. */
export async function pageOfYear(ctx: Ctx, { year, state, ...query }: PageQuery & { year: number; state?: LeaveState | undefined }) {
  return pageByDay(ctx, and(inYear(year), state === undefined ? undefined : eq(leaveRequest.state, state)), query)
}

/** Minutes of a person's leave in a year that were asked for and have not come back. */
export async function minutesAsked(ctx: Ctx, employeeId: string, year: number): Promise<number> {
  const { heldMinutes, usedMinutes } = await minutesOf(ctx, employeeId, year)
  return heldMinutes + usedMinutes
}

/** The same, what is set aside and what was taken apart. */
export async function minutesOf(ctx: Ctx, employeeId: string, year: number): Promise<{ heldMinutes: number; usedMinutes: number }> {
  const rows = await ctx.db
    .select({ state: leaveRequest.state, minutes: sum(leaveRequest.minutes).mapWith(Number) })
    .from(leaveRequest)
    .where(and(eq(leaveRequest.employeeId, employeeId), eq(leaveRequest.active, 1), inYear(year)))
    .groupBy(leaveRequest.state)
  const of = (...states: LeaveState[]) => rows.filter(({ state }) => states.includes(state)).reduce((all, { minutes }) => all + minutes, 0)
  return { heldMinutes: of('requested', 'approved'), usedMinutes: of('used') }
}

/** Session and terms of leave, for the statement. */
export async function leavesByIds(ctx: Ctx, leaveIds: readonly string[]) {
  return ctx.db
    .select({
      id: leaveRequest.id,
      leaveOn: leaveRequest.leaveOn,
      minutes: leaveRequest.minutes,
      state: leaveRequest.state,
      session: { id: session.id, title: session.title },
    })
    .from(leaveRequest)
    .innerJoin(session, eq(session.id, leaveRequest.sessionId))
    .where(inArray(leaveRequest.id, [...leaveIds]))
}

/** Who of a session has leave for it that was approved. */
export async function peopleOnLeave(ctx: Ctx, sessionId: string): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ employeeId: leaveRequest.employeeId })
    .from(leaveRequest)
    .where(and(eq(leaveRequest.sessionId, sessionId), inArray(leaveRequest.state, ['approved', 'used'])))
  return new Set(rows.map(({ employeeId }) => employeeId))
}
