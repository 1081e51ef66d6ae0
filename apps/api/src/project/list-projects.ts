import type { Page } from '@yijian/shared/http/page'
import { toDate } from '@yijian/shared/kernel/time'
import type { Field, ProjectCard } from '@yijian/shared/project/shapes'
import { and, asc, desc, eq, inArray, lt, notInArray } from 'drizzle-orm'
import * as z from 'zod/mini'
import { branchesLed, holdsRole, requireEmployee, requireRole } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { after, before } from '../core/db/keyset.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { type ProjectCardRow, selectProjectCards, toProjectCards } from './read.ts'
import { everyWordIn, projectsWithTerms } from './search.ts'
import { project, projectHost } from './tables.ts'

interface PageQuery {
  cursor?: string | undefined
  limit: number
}

export interface ProjectQuery extends PageQuery {
  search?: string | undefined
  field?: Field | undefined
  branchId?: string | undefined
  city?: string | undefined
}

const byTime = z.tuple([z.iso.datetime(), z.string()])
const byId = z.tuple([z.string()])

/** Published projects, the newest first. */
export async function listProjects(ctx: Ctx, query: ProjectQuery): Promise<Page<ProjectCard>> {
  requireEmployee(ctx)
  const { search, field, branchId, city, cursor, limit } = query
  const rows = await selectProjectCards(ctx)
    .where(
      and(
        eq(project.state, 'published'),
        field === undefined ? undefined : eq(project.field, field),
        branchId === undefined ? undefined : eq(project.branchId, branchId),
        city === undefined ? undefined : eq(project.city, city),
        search === undefined ? undefined : projectsWithTerms(ctx, search),
        search === undefined ? undefined : everyWordIn(search, [project.title, project.story, project.organiser, project.city]),
        cursor === undefined ? undefined : before([project.publishedAt, project.id], timeAndId(cursor)),
      ),
    )
    .orderBy(desc(project.publishedAt), desc(project.id))
    .limit(limit + 1)
  return cardsOf(ctx, rows, { limit, cursor: (row) => [String(row.publishedAt?.toISOString()), row.id] })
}

/** Projects the person hosts, in every state, the newest first. */
export async function listHostedProjects(ctx: Ctx, { cursor, limit }: PageQuery): Promise<Page<ProjectCard>> {
  const { employeeId } = requireEmployee(ctx)
  const mine = ctx.db
    .select({ id: projectHost.projectId })
    .from(projectHost)
    .where(and(eq(projectHost.employeeId, employeeId), eq(projectHost.active, 1)))
  const rows = await selectProjectCards(ctx)
    .where(and(inArray(project.id, mine), cursor === undefined ? undefined : lt(project.id, readCursor(cursor, byId)[0])))
    .orderBy(desc(project.id))
    .limit(limit + 1)
  return cardsOf(ctx, rows, { limit, cursor: (row) => [row.id] })
}

/** Projects that wait for the person's review, the oldest first; never their own, which wait for somebody else. */
export async function listProjectsInReview(ctx: Ctx, { cursor, limit }: PageQuery): Promise<Page<ProjectCard>> {
  const actor = requireRole(ctx, 'branch-lead', 'operator')
  const own = ctx.db.select({ id: projectHost.projectId }).from(projectHost).where(eq(projectHost.employeeId, actor.employeeId))
  const rows = await selectProjectCards(ctx)
    .where(
      and(
        eq(project.state, 'in-review'),
        holdsRole(actor, 'operator') ? undefined : inArray(project.branchId, branchesLed(actor)),
        notInArray(project.id, own),
        cursor === undefined ? undefined : after([project.submittedAt, project.id], timeAndId(cursor)),
      ),
    )
    .orderBy(asc(project.submittedAt), asc(project.id))
    .limit(limit + 1)
  return cardsOf(ctx, rows, { limit, cursor: (row) => [String(row.submittedAt?.toISOString()), row.id] })
}

function timeAndId(cursor: string): [Date, string] {
  const [at, id] = readCursor(cursor, byTime)
  return [toDate(at), id]
}

async function cardsOf(
  ctx: Ctx,
  rows: readonly ProjectCardRow[],
  { limit, cursor }: { limit: number; cursor: (row: ProjectCardRow) => string[] },
): Promise<Page<ProjectCard>> {
  const { items, nextCursor } = pageOf(rows, limit, { item: (row) => row, cursor })
  return { items: await toProjectCards(ctx, items), nextCursor }
}
