import type { PersonRef } from '@yijian/shared/people/shapes'
import type { Host, ProjectCard, Review, SessionCard } from '@yijian/shared/project/shapes'
import { and, asc, count, desc, eq, gt, inArray, min, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { branch, employee } from '../people/tables.ts'
import { project, projectHost, projectReview, seat, session } from './tables.ts'

/** The indexes that hold sessions in order of their start; a list names the one that fits it. */
export type SessionIndex = 'session_coming_ix' | 'session_city_ix' | 'session_online_ix' | 'session_project_ix'

const branchColumns = { id: branch.id, code: branch.code, name: branch.name, kind: branch.kind }
const personColumns = { id: employee.id, name: employee.name, department: employee.department }
/** What a session card shows, for joins of session, project, branch and seat. */
export const sessionCardColumns = {
  id: session.id,
  projectId: session.projectId,
  projectTitle: project.title,
  title: session.title,
  field: project.field,
  branch: branchColumns,
  state: session.state,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  timeZone: session.timeZone,
  city: session.city,
  place: session.place,
  online: session.online,
  capacity: seat.capacity,
  confirmed: seat.taken,
  waiting: seat.waiting,
  signupOpensAt: session.signupOpensAt,
  signupClosesAt: session.signupClosesAt,
}

/** Session cards to be narrowed by the caller: one statement with all a card shows. */
export function selectSessionCards(ctx: Ctx, index: SessionIndex | [] = []) {
  return ctx.db
    .select(sessionCardColumns)
    .from(session, { forceIndex: index })
    .innerJoin(project, eq(project.id, session.projectId))
    .innerJoin(branch, eq(branch.id, project.branchId))
    .innerJoin(seat, eq(seat.sessionId, session.id))
    .$dynamic()
}
export type SessionCardRow = Awaited<ReturnType<typeof selectSessionCards>>[number]

/** The row as it travels, with whatever else it carries. */
export function toSessionCard<Row extends SessionCardRow>(row: Row) {
  return {
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    signupOpensAt: row.signupOpensAt.toISOString(),
    signupClosesAt: row.signupClosesAt.toISOString(),
  } satisfies SessionCard
}

/** @throws Problem `not-found` */
export async function sessionCardById(ctx: Ctx, sessionId: string): Promise<SessionCard> {
  const [row] = await selectSessionCards(ctx).where(eq(session.id, sessionId))
  if (row === undefined) throw refuse('not-found', { what: 'session' })
  return toSessionCard(row)
}

/** Project cards without their hosts, to be narrowed by the caller. */
export function selectProjectCards(ctx: Ctx) {
  const ahead = and(eq(session.projectId, project.id), eq(session.state, 'open'), gt(session.startsAt, ctx.now))
  const sessionsAhead = ctx.db.select({ count: count() }).from(session).where(ahead)
  const nextSessionAt = ctx.db
    .select({ at: min(session.startsAt) })
    .from(session)
    .where(ahead)
  return ctx.db
    .select({
      id: project.id,
      title: project.title,
      field: project.field,
      branch: branchColumns,
      city: project.city,
      state: project.state,
      organiser: project.organiser,
      sessionsAhead: sql<number>`(${sessionsAhead})`,
      nextSessionAt: sql<Date | null>`(${nextSessionAt})`.mapWith(session.startsAt),
      stateReason: project.stateReason,
      publishedAt: project.publishedAt,
      submittedAt: project.submittedAt,
    })
    .from(project)
    .innerJoin(branch, eq(branch.id, project.branchId))
    .$dynamic()
}
export type ProjectCardRow = Awaited<ReturnType<typeof selectProjectCards>>[number]

/** Completes the cards of a page with the present hosts of all its projects, in one statement. */
export async function toProjectCards(ctx: Ctx, rows: readonly ProjectCardRow[]): Promise<ProjectCard[]> {
  const hosts = await presentHostsOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ stateReason, publishedAt: _, submittedAt: __, ...row }) => ({
    ...row,
    nextSessionAt: row.nextSessionAt?.toISOString() ?? null,
    returnReason: row.state === 'draft' ? stateReason : null,
    hosts: hosts.get(row.id) ?? [],
  }))
}

/** Names of who hosts each project now, the hosts before the co-hosts. */
export async function presentHostsOf(ctx: Ctx, projectIds: readonly string[]): Promise<Map<string, PersonRef[]>> {
  if (projectIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ projectId: projectHost.projectId, person: personColumns })
    .from(projectHost)
    .innerJoin(employee, eq(employee.id, projectHost.employeeId))
    .where(and(inArray(projectHost.projectId, [...projectIds]), eq(projectHost.active, 1)))
    .orderBy(desc(projectHost.part), asc(projectHost.id))
  const byProject = new Map<string, PersonRef[]>()
  for (const { projectId, person } of rows) byProject.set(projectId, [...(byProject.get(projectId) ?? []), person])
  return byProject
}

/** Everybody who ever hosted a project, the present ones first. */
export function hostHistory(ctx: Ctx, projectId: string): Promise<Host[]> {
  return (
    selectHosts(ctx)
      .where(eq(projectHost.projectId, projectId))
      // 1 comes before null when it descends, and 'host' before 'co-host'.
      .orderBy(desc(projectHost.active), desc(projectHost.part), asc(projectHost.id))
  )
}

/** @throws Problem `not-found`, also for a host of another project */
export async function hostById(ctx: Ctx, projectId: string, projectHostId: string): Promise<Host> {
  const [host] = await selectHosts(ctx).where(and(eq(projectHost.id, projectHostId), eq(projectHost.projectId, projectId)))
  if (host === undefined) throw refuse('not-found', { what: 'host' })
  return host
}

function selectHosts(ctx: Ctx) {
  const { id, part, startsOn, endsOn } = projectHost
  return ctx.db
    .select({ id, person: personColumns, part, startsOn, endsOn })
    .from(projectHost)
    .innerJoin(employee, eq(employee.id, projectHost.employeeId))
    .$dynamic()
}

/** Decisions of branch leads on a project, newest first. */
export async function reviewsOf(ctx: Ctx, projectId: string): Promise<Review[]> {
  const rows = await ctx.db
    .select({
      id: projectReview.id,
      decision: projectReview.decision,
      reason: projectReview.reason,
      reviewer: personColumns,
      decidedAt: projectReview.decidedAt,
    })
    .from(projectReview)
    .innerJoin(employee, eq(employee.id, projectReview.reviewerId))
    .where(eq(projectReview.projectId, projectId))
    .orderBy(desc(projectReview.id))
  return rows.map((row) => ({ ...row, decidedAt: row.decidedAt.toISOString() }))
}

/** What a session is part of; the facts that verbs of later slices decide on. */
export async function sessionById(ctx: Ctx, sessionId: string) {
  const [row] = await ctx.db
    .select({ session, projectState: project.state, projectTitle: project.title, field: project.field, branchId: project.branchId })
    .from(session)
    .innerJoin(project, eq(project.id, session.projectId))
    .where(eq(session.id, sessionId))
  if (row === undefined) throw refuse('not-found', { what: 'session' })
  return { ...row.session, projectState: row.projectState, projectTitle: row.projectTitle, field: row.field, branchId: row.branchId }
}
export type SessionFacts = Awaited<ReturnType<typeof sessionById>>

/** All that the page of a session shows to everybody, and the private details for those who may see them. */
export async function sessionDetail(ctx: Ctx, sessionId: string) {
  const [row] = await ctx.db
    .select({
      ...sessionCardColumns,
      lateCancelAt: session.lateCancelAt,
      movedAt: session.movedAt,
      bring: session.bring,
      privateDetails: session.privateDetails,
      cancelReason: session.cancelReason,
      story: project.story,
      organiser: project.organiser,
      projectState: project.state,
    })
    .from(session)
    .innerJoin(project, eq(project.id, session.projectId))
    .innerJoin(branch, eq(branch.id, project.branchId))
    .innerJoin(seat, eq(seat.sessionId, session.id))
    .where(eq(session.id, sessionId))
  if (row === undefined) throw refuse('not-found', { what: 'session' })
  const hosts = (await presentHostsOf(ctx, [row.projectId])).get(row.projectId) ?? []
  return { ...toSessionCard(row), lateCancelAt: row.lateCancelAt.toISOString(), movedAt: row.movedAt?.toISOString() ?? null, hosts }
}

/** A project and its branch. */
export async function projectWithBranch(ctx: Ctx, projectId: string) {
  const [row] = await ctx.db
    .select({ project, branch: branchColumns })
    .from(project)
    .innerJoin(branch, eq(branch.id, project.branchId))
    .where(eq(project.id, projectId))
  if (row === undefined) throw refuse('not-found', { what: 'project' })
  return row
}

/** Open sessions of a project that have not ended, and when the first of them starts. */
export async function sessionsNotEnded(ctx: Ctx, projectId: string): Promise<{ sessionsAhead: number; nextSessionAt: Date | null }> {
  const [row] = await ctx.db
    .select({ sessionsAhead: count(), nextSessionAt: min(session.startsAt) })
    .from(session)
    .where(and(eq(session.projectId, projectId), eq(session.state, 'open'), gt(session.endsAt, ctx.now)))
  return row ?? { sessionsAhead: 0, nextSessionAt: null }
}
