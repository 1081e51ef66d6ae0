import type { ToDo } from '@yijian/shared/home/shapes'
import { and, count, eq, exists, gt, inArray, isNotNull, isNull, lte, max, min, ne, notExists, type SQLWrapper, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/mysql-core'
import { attendance } from '../attendance/tables.ts'
import type { Ctx } from '../core/context.ts'
import { hostsConcerned } from '../hours/index.ts'
import { hoursRecord } from '../hours/tables.ts'
import { project, projectHost, projectReview, seat, session } from '../project/tables.ts'

const TO_DOS = 100

export interface ToDoFacts {
  employeeId: string
  /** Branches the person leads now. */
  branchIds: readonly string[]
  /** A session that starts before this has its check-in open. */
  startsBefore: Date
}

/** What waits for a person as host or branch lead: one statement, the oldest first. */
export async function readToDos(ctx: Ctx, facts: ToDoFacts) {
  const { employeeId } = facts
  const returned = returnedDrafts(ctx, employeeId)
  const running = runningSessions(ctx, facts)
  const toComplete = hoursToComplete(ctx, employeeId)
  const toIssue = hoursToIssue(ctx, employeeId)
  const forHost = unionAll(returned, running, toComplete, toIssue)
  const forAll =
    facts.branchIds.length === 0 ? forHost : forHost.unionAll(projectsToReview(ctx, facts)).unionAll(ownHoursToIssue(ctx, facts))
  return forAll.orderBy(sql`at`, sql`project_id`).limit(TO_DOS)
}

interface ToDoColumns {
  kind: ToDo['kind']
  /** Null for what concerns a project as a whole. */
  sessionId: typeof session.id | null
  title: typeof session.title | typeof project.title
  at: SQLWrapper
  count: SQLWrapper
}

/** Columns of every part of the union, so that they stand in the same order. */
const toDoColumns = ({ kind, sessionId, title, at, count }: ToDoColumns) => ({
  kind: sql<ToDo['kind']>`${kind}`.as('kind'),
  projectId: sql<string>`${project.id}`.as('project_id'),
  sessionId: sql<string | null>`${sessionId ?? sql`null`}`.as('session_id'),
  title: sql<string>`${title}`.as('title'),
  at: sql<Date>`${at}`.mapWith(session.endsAt).as('at'),
  count: sql<number>`${count}`.as('count'),
})

const hostedBy = (employeeId: string) =>
  and(eq(projectHost.projectId, project.id), eq(projectHost.employeeId, employeeId), eq(projectHost.active, 1))

function returnedDrafts({ db }: Ctx, employeeId: string) {
  return db
    .select(
      toDoColumns({ kind: 'project-returned', sessionId: null, title: project.title, at: max(projectReview.decidedAt), count: sql`1` }),
    )
    .from(project)
    .innerJoin(projectHost, hostedBy(employeeId))
    .innerJoin(projectReview, and(eq(projectReview.projectId, project.id), eq(projectReview.decision, 'returned')))
    .where(and(eq(project.state, 'draft'), isNotNull(project.stateReason)))
    .groupBy(project.id)
}

function runningSessions({ db, now }: Ctx, { employeeId, startsBefore }: ToDoFacts) {
  return db
    .select(toDoColumns({ kind: 'session-running', sessionId: session.id, title: session.title, at: session.startsAt, count: seat.taken }))
    .from(project)
    .innerJoin(projectHost, hostedBy(employeeId))
    .innerJoin(session, and(eq(session.projectId, project.id), eq(session.state, 'open')))
    .innerJoin(seat, eq(seat.sessionId, session.id))
    .where(and(lte(session.startsAt, startsBefore), gt(session.endsAt, now)))
}

function hoursToComplete({ db, now }: Ctx, employeeId: string) {
  return db
    .select(toDoColumns({ kind: 'hours-to-complete', sessionId: session.id, title: session.title, at: session.endsAt, count: count() }))
    .from(project)
    .innerJoin(projectHost, hostedBy(employeeId))
    .innerJoin(session, and(eq(session.projectId, project.id), eq(session.state, 'open')))
    .innerJoin(attendance, eq(attendance.sessionId, session.id))
    .leftJoin(hoursRecord, eq(hoursRecord.attendanceId, attendance.id))
    .where(and(lte(session.endsAt, now), isNull(hoursRecord.attendanceId)))
    .groupBy(session.id)
}

/** Sessions with confirmed hours; the caller says whose. */
function confirmedHours({ db }: Ctx, kind: 'hours-to-issue' | 'own-hours-to-issue') {
  return db
    .select(toDoColumns({ kind, sessionId: session.id, title: session.title, at: min(hoursRecord.completedAt), count: count() }))
    .from(project)
    .innerJoin(session, eq(session.projectId, project.id))
    .innerJoin(hoursRecord, and(eq(hoursRecord.sessionId, session.id), eq(hoursRecord.state, 'completed')))
    .groupBy(session.id)
    .$dynamic()
}

/** Whether the hours are a host's own, by the rule that issuing goes by. */
function earnerHosts({ db }: Ctx) {
  return db
    .select({ one: sql`1` })
    .from(projectHost)
    .where(
      and(eq(projectHost.projectId, project.id), eq(projectHost.employeeId, hoursRecord.employeeId), hostsConcerned(hoursRecord.servedOn)),
    )
}

/** A host issues the hours of everybody but hosts. */
function hoursToIssue(ctx: Ctx, employeeId: string) {
  const mine = ctx.db.select({ id: projectHost.projectId }).from(projectHost).where(hostedBy(employeeId))
  return confirmedHours(ctx, 'hours-to-issue').where(and(exists(mine), notExists(earnerHosts(ctx))))
}

/** The branch lead issues those of hosts, never their own. */
function ownHoursToIssue(ctx: Ctx, { employeeId, branchIds }: ToDoFacts) {
  return confirmedHours(ctx, 'own-hours-to-issue').where(
    and(inArray(project.branchId, [...branchIds]), exists(earnerHosts(ctx)), ne(hoursRecord.employeeId, employeeId)),
  )
}

function projectsToReview({ db }: Ctx, { employeeId, branchIds }: ToDoFacts) {
  return db
    .select(toDoColumns({ kind: 'project-to-review', sessionId: null, title: project.title, at: project.submittedAt, count: sql`1` }))
    .from(project)
    .leftJoin(projectHost, hostedBy(employeeId))
    .where(and(eq(project.state, 'in-review'), inArray(project.branchId, [...branchIds]), isNull(projectHost.id)))
}
