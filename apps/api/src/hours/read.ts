import { gradeOf } from '@yijian/shared/attendance/rules'
import type { BadgeFacts } from '@yijian/shared/honour/rules'
import type { MyHoursLine } from '@yijian/shared/hours/shapes'
import type { Page } from '@yijian/shared/http/page'
import {
  and,
  count,
  countDistinct,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  ne,
  or,
  sql,
  sum,
  type SQLWrapper,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/mysql-core'
import * as z from 'zod/mini'
import { attendance } from '../attendance/tables.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { refuse } from '../core/problems.ts'
import { employee } from '../people/tables.ts'
import { project, projectHost, session } from '../project/tables.ts'
import { hoursRecord } from './tables.ts'

export interface PageQuery {
  cursor?: string | undefined
  limit: number
}

/** Lists are cut after an attendance: ids sort by the time of check-in. */
const lastId = z.tuple([z.string()])

const person = { id: employee.id, name: employee.name, department: employee.department }
const completer = alias(employee, 'completer')
const issuer = alias(employee, 'issuer')

/** Attendances with their hours, to be narrowed by the caller: one statement with all a line shows. */
function selectLines(ctx: Ctx) {
  const { state, minutes, grade, reason, completedAt, issuedAt } = hoursRecord
  return ctx.db
    .select({
      attendance: { id: attendance.id, inAt: attendance.inAt, outAt: attendance.outAt },
      session: {
        id: session.id,
        title: session.title,
        startsAt: session.startsAt,
        endsAt: session.endsAt,
        projectId: session.projectId,
        projectTitle: project.title,
      },
      person,
      record: { state, minutes, grade, reason, completedAt, issuedAt },
      completer: { id: completer.id, name: completer.name, department: completer.department },
      issuer: { id: issuer.id, name: issuer.name, department: issuer.department },
    })
    .from(attendance)
    .innerJoin(session, eq(session.id, attendance.sessionId))
    .innerJoin(project, eq(project.id, session.projectId))
    .innerJoin(employee, eq(employee.id, attendance.employeeId))
    .leftJoin(hoursRecord, eq(hoursRecord.attendanceId, attendance.id))
    .leftJoin(completer, eq(completer.id, hoursRecord.completedBy))
    .leftJoin(issuer, eq(issuer.id, hoursRecord.issuedBy))
    .$dynamic()
}
export type LineRow = Awaited<ReturnType<typeof selectLines>>[number]

export async function linesOf(ctx: Ctx, sessionId: string, attendanceIds: readonly string[]): Promise<LineRow[]> {
  return selectLines(ctx)
    .where(and(eq(attendance.sessionId, sessionId), inArray(attendance.id, [...attendanceIds])))
    .orderBy(attendance.id)
}

/** @throws Problem `not-found` */
export async function lineById(ctx: Ctx, attendanceId: string): Promise<LineRow> {
  const [row] = await selectLines(ctx).where(eq(attendance.id, attendanceId))
  if (row === undefined) throw refuse('not-found', { what: 'attendance' })
  return row
}

/** Those whose hours are confirmed and not issued. */
export async function waitingLines(ctx: Ctx, sessionId: string): Promise<LineRow[]> {
  return selectLines(ctx)
    .where(and(eq(attendance.sessionId, sessionId), eq(hoursRecord.state, 'completed')))
    .orderBy(attendance.id)
}

/** The people of a session in order of arrival. */
export async function pageOfLines(ctx: Ctx, sessionId: string, { cursor, limit }: PageQuery): Promise<Page<LineRow>> {
  const rows = await selectLines(ctx)
    .where(and(eq(attendance.sessionId, sessionId), cursor === undefined ? undefined : gt(attendance.id, ...readCursor(cursor, lastId))))
    .orderBy(attendance.id)
    .limit(limit + 1)
  return pageOf(rows, limit, byAttendance)
}

const byAttendance = { item: (row: LineRow) => row, cursor: (row: LineRow) => [row.attendance.id] }

/** Confirmed hours of hosts in these branches that wait for a second person, those of the reader left out; the oldest first. */
export async function pageOfHostsWaiting(
  ctx: Ctx,
  reader: { employeeId: string; branchIds: readonly string[] },
  query: PageQuery,
): Promise<Page<LineRow>> {
  const { cursor, limit } = query
  if (reader.branchIds.length === 0) return { items: [], nextCursor: null }
  const host = ctx.db
    .select({ one: sql`1` })
    .from(projectHost)
    .where(
      and(
        eq(projectHost.projectId, session.projectId),
        eq(projectHost.employeeId, attendance.employeeId),
        hostsConcerned(hoursRecord.servedOn),
      ),
    )
  const rows = await selectLines(ctx)
    .where(
      and(
        eq(hoursRecord.state, 'completed'),
        inArray(project.branchId, [...reader.branchIds]),
        ne(attendance.employeeId, reader.employeeId),
        exists(host),
        cursor === undefined ? undefined : gt(attendance.id, ...readCursor(cursor, lastId)),
      ),
    )
    .orderBy(attendance.id)
    .limit(limit + 1)
  return pageOf(rows, limit, byAttendance)
}

/** Who hosted on a day. */
function hostedOn(day: SQLWrapper | string) {
  return and(lte(projectHost.startsOn, day), or(isNull(projectHost.endsOn), gte(projectHost.endsOn, day)))
}

/** Whose hours are a host's own: those who hosted on the day, and those who host now and would issue to themselves. */
export function hostsConcerned(day: SQLWrapper | string) {
  return or(eq(projectHost.active, 1), hostedOn(day))
}

export async function hostIdsFor(ctx: Ctx, projectId: string, servedOn: string): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ employeeId: projectHost.employeeId })
    .from(projectHost)
    .where(and(eq(projectHost.projectId, projectId), hostsConcerned(servedOn)))
  return new Set(rows.map(({ employeeId }) => employeeId))
}

/** A person's sessions from scan to ledger, the newest first. */
export async function pageOfMyHours(ctx: Ctx, employeeId: string, { cursor, limit }: PageQuery): Promise<Page<MyHoursLine>> {
  const rows = await ctx.db
    .select({
      attendanceId: attendance.id,
      inAt: attendance.inAt,
      outAt: attendance.outAt,
      sessionId: session.id,
      sessionTitle: session.title,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      state: hoursRecord.state,
      grade: hoursRecord.grade,
      minutes: hoursRecord.minutes,
      journalId: hoursRecord.journalId,
    })
    .from(attendance)
    .innerJoin(session, eq(session.id, attendance.sessionId))
    .leftJoin(hoursRecord, eq(hoursRecord.attendanceId, attendance.id))
    .where(and(eq(attendance.employeeId, employeeId), cursor === undefined ? undefined : lt(attendance.id, ...readCursor(cursor, lastId))))
    .orderBy(desc(attendance.id))
    .limit(limit + 1)
  return pageOf(rows, limit, {
    item: ({ endsAt, ...row }) => ({
      ...row,
      inAt: row.inAt.toISOString(),
      outAt: row.outAt?.toISOString() ?? null,
      startsAt: row.startsAt.toISOString(),
      state: row.state ?? ('attended' as const),
      grade: row.grade ?? gradeOf(row, endsAt),
    }),
    cursor: (row) => [row.attendanceId],
  })
}

/** The titles of the sessions that attendances belong to. */
export async function sessionTitles(ctx: Ctx, attendanceIds: readonly string[]): Promise<Map<string, string>> {
  if (attendanceIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: attendance.id, title: session.title })
    .from(attendance)
    .innerJoin(session, eq(session.id, attendance.sessionId))
    .where(inArray(attendance.id, [...attendanceIds]))
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Who hosted the session of an attendance on its service day. */
export async function hostsServed(ctx: Ctx, attendanceId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ employeeId: projectHost.employeeId })
    .from(hoursRecord)
    .innerJoin(session, eq(session.id, hoursRecord.sessionId))
    .innerJoin(projectHost, and(eq(projectHost.projectId, session.projectId), hostedOn(hoursRecord.servedOn)))
    .where(eq(hoursRecord.attendanceId, attendanceId))
  return [...new Set(rows.map(({ employeeId }) => employeeId))]
}

/** The facts badges are made of. Issued minutes equal the ledger's, minute by minute: `hours-are-journals` proves it. */
export async function serviceFactsOf(ctx: Ctx, employeeId: string): Promise<BadgeFacts> {
  const counts = and(eq(hoursRecord.state, 'issued'), gt(hoursRecord.minutes, 0))
  const [served] = await ctx.db
    .select({ minutes: sum(hoursRecord.minutes).mapWith(Number), sessions: count() })
    .from(hoursRecord)
    .where(and(eq(hoursRecord.employeeId, employeeId), counts))
  // One person's hours are enough for a session to count: a session of thousands costs no more than a small one.
  const somebody = ctx.db
    .select({ one: sql`1` })
    .from(hoursRecord)
    .where(and(eq(hoursRecord.sessionId, session.id), counts, hostedOn(hoursRecord.servedOn)))
  const [hosted] = await ctx.db
    .select({ sessions: countDistinct(session.id) })
    .from(projectHost)
    .innerJoin(session, eq(session.projectId, projectHost.projectId))
    .where(and(eq(projectHost.employeeId, employeeId), exists(somebody)))
  return { minutes: served?.minutes ?? 0, sessions: served?.sessions ?? 0, sessionsHosted: hosted?.sessions ?? 0 }
}
