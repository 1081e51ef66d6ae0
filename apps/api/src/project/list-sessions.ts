import type { Page } from '@yijian/shared/http/page'
import { addDays, addMinutes, isBefore, shanghaiDay, startOfShanghaiDay, toDate } from '@yijian/shared/kernel/time'
import { MAX_SESSION_MINUTES } from '@yijian/shared/project/rules'
import type { Field, SessionCard } from '@yijian/shared/project/shapes'
import { type SQL, and, asc, eq, exists, gt, gte, inArray, lt, lte } from 'drizzle-orm'
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

/** Up to so many projects their sessions are read and sorted; beyond, every fortieth session or so fits and the calendar is walked. */
const FEW_PROJECTS = 50

const cursorShape = z.tuple([z.iso.datetime(), z.string()])

/**
 * Coming sessions of published projects, soonest first. What belongs to the project (words, field, branch) is asked
 * of projects first, which are few; how many answer decides by which index their sessions are read. Both plans stop
 * after a page, so a list costs two statements and the same time with a thousand sessions and a hundred thousand.
 */
export async function listSessions(ctx: Ctx, query: SessionQuery): Promise<Page<SessionCard>> {
  requireEmployee(ctx)
  const span = spanOf(query, ctx.now)
  const ids = await projectsSought(ctx, query, span)
  if (ids?.length === 0) return { items: [], nextCursor: null }
  const few = ids !== null && ids.length <= FEW_PROJECTS
  const rows = await selectSessionCards(ctx, few ? 'session_project_ix' : calendarOf(query))
    .where(
      and(
        span,
        few ? inArray(session.projectId, ids) : undefined,
        ofProject(query),
        ofSession(query, ctx.now),
        query.cursor === undefined ? undefined : afterCursor(query.cursor),
      ),
    )
    .orderBy(asc(session.startsAt), asc(session.id))
    .limit(query.limit + 1)
  return pageOf(rows, query.limit, { item: toSessionCard, cursor: (row) => [row.startsAt.toISOString(), row.id] })
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

/** Published projects that fit and have a session in the span; null when nothing is asked of projects. */
async function projectsSought(ctx: Ctx, query: SessionQuery, span: SQL | undefined): Promise<string[] | null> {
  const { search, field, branchId } = query
  if (search === undefined && field === undefined && branchId === undefined) return null
  const inSpan = ctx.db
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.projectId, project.id), span))
  const rows = await ctx.db
    .select({ id: project.id })
    .from(project)
    .where(and(ofProject(query), search === undefined ? undefined : projectsWithTerms(ctx, search), exists(inSpan)))
    .limit(FEW_PROJECTS + 1)
  return rows.map(({ id }) => id)
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

function afterCursor(cursor: string): SQL | undefined {
  const [startsAt, id] = readCursor(cursor, cursorShape)
  return after([session.startsAt, session.id], [toDate(startsAt), id])
}
