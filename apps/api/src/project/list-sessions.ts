import type { Page } from '@yijian/shared/http/page'
import { addDays, addMinutes, isBefore, shanghaiDay, startOfShanghaiDay, toDate } from '@yijian/shared/kernel/time'
import { MAX_SESSION_MINUTES } from '@yijian/shared/project/rules'
import type { Field, SessionCard } from '@yijian/shared/project/shapes'
import { type SQL, and, asc, eq, gt, gte, inArray, isNotNull, lt, lte, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { after } from '../core/db/keyset.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { type SessionIndex, selectSessionCards, toSessionCard } from './read.ts'
import { everyWordIn, projectsWithTerms } from './search.ts'
import { project, session } from './tables.ts'

export interface SessionQuery {
  search?: string | undefined
  field?: Field | undefined
  branchId?: string | undefined
  city?: string | undefined
  from?: string | undefined
  until?: string | undefined
  online?: boolean | undefined
  open?: boolean | undefined
  cursor?: string | undefined
  limit: number
}

/** Up to so many projects their own sessions are read; beyond, so many sessions fit that walking the calendar is shorter. */
const FEW_PROJECTS = 32

const cursorShape = z.tuple([z.iso.datetime(), z.string()])

/**
 * Coming sessions of published projects, soonest first. What belongs to the project (words, field, branch) is asked
 * of projects first, which are few; how many answer decides by which index their sessions are read. Either way a list
 * is two statements that stop after a page, as quick with a hundred thousand sessions as with a thousand.
 */
export async function listSessions(ctx: Ctx, query: SessionQuery): Promise<Page<SessionCard>> {
  requireEmployee(ctx)
  const wanted = and(spanOf(query, ctx.now), ofSession(query, ctx.now), afterCursor(query.cursor))
  const sought = await projectsSought(ctx, query, wanted)
  if (sought?.ids.length === 0) return { items: [], nextCursor: null }
  const few = sought !== null && sought.ids.length <= FEW_PROJECTS ? sought : null
  const rows = await selectSessionCards(ctx, few === null ? calendarOf(query) : 'session_project_ix')
    .where(
      and(
        wanted,
        ofProject(query),
        few === null ? undefined : inArray(session.projectId, few.ids),
        few?.horizon === undefined ? undefined : lte(session.startsAt, few.horizon),
      ),
    )
    .orderBy(asc(session.startsAt), asc(session.id))
    .limit(query.limit + 1)
  return pageOf(rows, query.limit, { item: toSessionCard, cursor: (row) => [row.startsAt.toISOString(), row.id] })
}

/**
 * Published projects that fit and have a session in the span; null when nothing is asked of projects. Where one project
 * alone would fill the page, its last start is the horizon: nothing later can be on the page, so nothing later is read.
 */
async function projectsSought(
  ctx: Ctx,
  query: SessionQuery,
  wanted: SQL | undefined,
): Promise<{ ids: string[]; horizon: Date | undefined } | null> {
  const { search, field, branchId, limit } = query
  if (search === undefined && field === undefined && branchId === undefined) return null
  // Single values and not EXISTS: that one is turned round, and every session there is looked at (300 ms of 100,000).
  const startOf = (at: number, which: SQL | undefined) =>
    ctx.db
      .select({ startsAt: session.startsAt })
      .from(session, { forceIndex: 'session_project_ix' })
      .where(and(eq(session.projectId, project.id), which))
      .orderBy(asc(session.startsAt), asc(session.id))
      .limit(1)
      .offset(at)
  const rows = await ctx.db
    .select({ id: project.id, fillsPageAt: sql<Date | null>`(${startOf(limit, wanted)})`.mapWith(session.startsAt) })
    .from(project)
    .where(
      and(
        ofProject(query),
        search === undefined ? undefined : projectsWithTerms(ctx, search),
        isNotNull(sql`(${startOf(0, spanOf(query, ctx.now))})`),
      ),
    )
    .limit(FEW_PROJECTS + 1)
  const fills = rows.flatMap(({ fillsPageAt }) => fillsPageAt ?? [])
  return { ids: rows.map(({ id }) => id), horizon: fills.toSorted((a, b) => (isBefore(a, b) ? -1 : 1))[0] }
}

/** The days asked for, and never what has ended; a session lasts a day at most, which bounds the walk. */
function spanOf({ from, until }: SessionQuery, now: Date): SQL | undefined {
  const earliest = addMinutes(now, -MAX_SESSION_MINUTES)
  const fromDay = startOfShanghaiDay(from ?? shanghaiDay(now))
  return and(
    eq(session.state, 'open'),
    gte(session.startsAt, isBefore(fromDay, earliest) ? earliest : fromDay),
    until === undefined ? undefined : lt(session.startsAt, startOfShanghaiDay(addDays(until, 1))),
    gt(session.endsAt, now),
  )
}

function ofProject({ field, branchId }: SessionQuery): SQL | undefined {
  return and(
    eq(project.state, 'published'),
    field === undefined ? undefined : eq(project.field, field),
    branchId === undefined ? undefined : eq(project.branchId, branchId),
  )
}

function ofSession({ search, city, online, open }: SessionQuery, now: Date): SQL | undefined {
  return and(
    city === undefined ? undefined : eq(session.city, city),
    online === undefined ? undefined : eq(session.online, online),
    open === true ? and(lte(session.signupOpensAt, now), gt(session.signupClosesAt, now)) : undefined,
    search === undefined
      ? undefined
      : everyWordIn(search, [session.title, session.place, session.city, project.title, project.organiser, project.story]),
  )
}

function calendarOf({ city, online }: SessionQuery): SessionIndex {
  if (city !== undefined) return 'session_city_ix'
  return online === undefined ? 'session_coming_ix' : 'session_online_ix'
}

function afterCursor(cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined
  const [startsAt, id] = readCursor(cursor, cursorShape)
  return after([session.startsAt, session.id], [toDate(startsAt), id])
}
