import type { IssuedLine } from '@yijian/shared/hours/shapes'
import type { Page } from '@yijian/shared/http/page'
import { minutesBetween, toDate } from '@yijian/shared/kernel/time'
import { type SQL, and, desc, eq, inArray, isNotNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { meantBy } from '../people/index.ts'
import { employee } from '../people/tables.ts'
import { project, session } from '../project/tables.ts'
import type { PageQuery } from './read.ts'
import { hoursRecord } from './tables.ts'

/** A page ends after a person of a session. */
const cursorShape = z.tuple([z.iso.datetime(), z.string(), z.string()])
type End = z.output<typeof cursorShape>

interface Reader {
  employeeId: string
  branchIds: readonly string[]
}

/**
 * Issued hours in these branches, those of the reader left out, the newest service day first. Without a search the
 * sessions come first, so that a page costs the people of a few sessions and not all that a branch ever did.
 */
export async function pageOfIssued(
  ctx: Ctx,
  reader: Reader,
  { cursor, limit, search }: PageQuery & { search?: string | undefined },
): Promise<Page<IssuedLine>> {
  const end = cursor === undefined ? null : readCursor(cursor, cursorShape)
  const newest = search === undefined ? await newestSessions(ctx, reader, { end, limit }) : null
  if (reader.branchIds.length === 0 || newest?.length === 0) return { items: [], nextCursor: null }
  const rows = await ctx.db
    .select({
      attendanceId: hoursRecord.attendanceId,
      person: { id: employee.id, name: employee.name, department: employee.department },
      sessionId: session.id,
      sessionTitle: session.title,
      projectTitle: project.title,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      servedOn: hoursRecord.servedOn,
      minutes: hoursRecord.minutes,
      grade: hoursRecord.grade,
      round: hoursRecord.round,
    })
    // A person sought is found among people, and their own hours are read; else the hours of the sessions.
    .from(hoursRecord, { forceIndex: newest === null ? 'hours_record_day_ix' : 'hours_record_session_ix' })
    .innerJoin(session, eq(session.id, hoursRecord.sessionId))
    .innerJoin(project, eq(project.id, session.projectId))
    .innerJoin(employee, eq(employee.id, hoursRecord.employeeId))
    .where(
      and(
        othersIssued(reader),
        newest === null ? inArray(project.branchId, [...reader.branchIds]) : inArray(hoursRecord.sessionId, newest),
        search === undefined ? undefined : meantBy(search),
        end === null ? undefined : behind(end),
      ),
    )
    .orderBy(desc(session.startsAt), desc(session.id), desc(hoursRecord.attendanceId))
    .limit(limit + 1)
  return pageOf(rows, limit, {
    item: ({ sessionId: _, startsAt, endsAt, round, ...line }) => ({
      ...line,
      sessionMinutes: minutesBetween(startsAt, endsAt),
      corrections: round - 1,
    }),
    cursor: ({ startsAt, sessionId, attendanceId }) => [startsAt.toISOString(), sessionId, attendanceId],
  })
}

/** Sessions that fill a page: each has somebody to show, but for the one in which the page before ended. */
async function newestSessions(ctx: Ctx, reader: Reader, { end, limit }: { end: End | null; limit: number }): Promise<string[]> {
  if (reader.branchIds.length === 0) return []
  // A single value and not EXISTS: that one is turned round, and all hours there are would be read.
  const somebody = ctx.db
    .select({ attendanceId: hoursRecord.attendanceId })
    .from(hoursRecord)
    .where(and(eq(hoursRecord.sessionId, session.id), othersIssued(reader)))
    .limit(1)
  const rows = await ctx.db
    .select({ id: session.id })
    .from(session)
    .innerJoin(project, eq(project.id, session.projectId))
    .where(
      and(
        inArray(project.branchId, [...reader.branchIds]),
        // Nothing is issued before the end, so what is to come is never looked into.
        lte(session.endsAt, ctx.now),
        end === null ? undefined : upTo(end),
        isNotNull(sql`(${somebody})`),
      ),
    )
    .orderBy(desc(session.startsAt), desc(session.id))
    .limit(limit + 2)
  return rows.map(({ id }) => id)
}

function othersIssued({ employeeId }: Reader): SQL | undefined {
  return and(eq(hoursRecord.state, 'issued'), ne(hoursRecord.employeeId, employeeId))
}

function upTo([startsAt, sessionId]: End): SQL | undefined {
  const at = toDate(startsAt)
  return and(lte(session.startsAt, at), or(lt(session.startsAt, at), lte(session.id, sessionId)))
}

function behind([startsAt, sessionId, attendanceId]: End): SQL | undefined {
  const at = toDate(startsAt)
  return and(
    lte(session.startsAt, at),
    or(lt(session.startsAt, at), lt(session.id, sessionId), and(eq(session.id, sessionId), lt(hoursRecord.attendanceId, attendanceId))),
  )
}
