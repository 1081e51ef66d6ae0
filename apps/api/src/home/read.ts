import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { MatchingSettings } from '@yijian/shared/policy/shapes'
import { and, asc, type Column, count, desc, eq, exists, gt, lte, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { alias, union } from 'drizzle-orm/mysql-core'
import { attendance } from '../attendance/tables.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { branch, employee } from '../people/tables.ts'
import { policyVersion } from '../policy/tables.ts'
import type { SessionCardRow } from '../project/index.ts'
import { project, seat, session } from '../project/tables.ts'
import { signup } from '../signup/tables.ts'

/** Candidates of each kind; each is read in its index order and stops there, however many sessions there are. */
const CANDIDATES_EACH = 30

/**
 * One statement for the sessions of the first screen: mine ahead, and those I could join now, each with what a
 * recommendation asks. In reach are sessions in my city, on line, and of projects I have been to. There is always
 * a row, so that who I am and today's matching rule come even when there is no session.
 */
export async function readHomeSessions(ctx: Ctx, employeeId: string) {
  const { db } = ctx
  const me = myFacts(ctx, employeeId)
  const joined = db
    .$with('joined')
    .as(
      db
        .selectDistinct({ projectId: session.projectId, field: project.field })
        .from(attendance)
        .innerJoin(session, eq(session.id, attendance.sessionId))
        .innerJoin(project, eq(project.id, session.projectId))
        .where(eq(attendance.employeeId, employeeId)),
    )
  const picked = db
    .$with('picked')
    .as(
      union(
        mineAhead(ctx, employeeId),
        openNow(ctx, 'session_city_ix', sql`${session.city} = (select ${me.city} from ${me})`, session.city),
        openNow(ctx, 'session_online_ix', eq(session.online, true), session.online),
        openNow(ctx, 'session_project_ix', sql`${session.projectId} in (select ${joined.projectId} from ${joined})`),
      ),
    )
  const rows = await db
    .with(me, joined, picked)
    .select({
      me: { city: me.city, matching: me.matching },
      ...cardColumns,
      signup,
      projectJoined: sql<number>`${exists(
        db
          .select({ one: sql`1` })
          .from(joined)
          .where(eq(joined.projectId, session.projectId)),
      )}`,
      fieldJoined: sql<number>`${exists(
        db
          .select({ one: sql`1` })
          .from(joined)
          .where(eq(joined.field, project.field)),
      )}`,
      // What I go to anyway needs no counting.
      colleagues: sql<number>`case when ${signup.id} is null then (${colleaguesGoing(ctx, me.department)}) else 0 end`,
    })
    .from(me)
    .leftJoin(picked, sql`true`)
    .leftJoin(session, eq(session.id, picked.id))
    .leftJoin(seat, eq(seat.sessionId, session.id))
    .leftJoin(project, eq(project.id, session.projectId))
    .leftJoin(branch, eq(branch.id, project.branchId))
    .leftJoin(signup, and(eq(signup.sessionId, session.id), eq(signup.employeeId, employeeId), eq(signup.active, 1)))
    .orderBy(asc(session.startsAt), asc(session.id))
  const [first] = rows
  if (first === undefined) throw refuse('not-found', { what: 'employee' })
  return { me: first.me, ahead: rows.flatMap(toAhead) }
}

/** People of a department who go to the session at hand. Their department is looked up one by one, so that the plan begins with them. */
function colleaguesGoing({ db }: Ctx, department: SQLWrapper) {
  const going = alias(signup, 'going')
  const colleague = alias(employee, 'colleague')
  const theirs = db.select({ department: colleague.department }).from(colleague).where(eq(colleague.id, going.employeeId))
  return db
    .select({ people: count() })
    .from(going, { forceIndex: 'signup_queue_ix' })
    .where(and(eq(going.sessionId, session.id), eq(going.state, 'confirmed'), sql`(${theirs}) = ${department}`))
}

/** What a card shows, table by table; each begins with a column that is never null, by which drizzle knows an empty join. */
const cardColumns = {
  session: {
    id: session.id,
    projectId: session.projectId,
    title: session.title,
    state: session.state,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone,
    city: session.city,
    place: session.place,
    online: session.online,
    signupOpensAt: session.signupOpensAt,
    signupClosesAt: session.signupClosesAt,
  },
  project: { projectTitle: project.title, field: project.field },
  branch: { id: branch.id, code: branch.code, name: branch.name, kind: branch.kind },
  seat: { confirmed: seat.taken, waiting: seat.waiting, capacity: seat.capacity },
}

type CardParts = Pick<SessionCardRow, 'branch'> & {
  session: Omit<SessionCardRow, 'projectTitle' | 'field' | 'branch' | 'confirmed' | 'waiting' | 'capacity'>
  project: Pick<SessionCardRow, 'projectTitle' | 'field'>
  seat: Pick<SessionCardRow, 'confirmed' | 'waiting' | 'capacity'>
}
type AheadRow = { [Part in keyof CardParts]: CardParts[Part] | null } & {
  signup: typeof signup.$inferSelect | null
  projectJoined: number
  fieldJoined: number
  colleagues: number
}

/** The one row of a person without sessions has none to show. */
function toAhead({ session, project, branch, seat, signup, ...more }: AheadRow) {
  if (session === null || project === null || branch === null || seat === null) return []
  const card: SessionCardRow = { ...session, ...project, ...seat, branch }
  return [{ card, signup, projectJoined: more.projectJoined === 1, fieldJoined: more.fieldJoined === 1, colleagues: more.colleagues }]
}
export type Ahead = ReturnType<typeof toAhead>[number]

/** The person, and the matching rule in force today. */
function myFacts({ db, now }: Ctx, employeeId: string) {
  const matching = db
    .select({ settings: policyVersion.settings })
    .from(policyVersion)
    .where(and(eq(policyVersion.kind, 'matching'), lte(policyVersion.inForceFrom, shanghaiDay(now))))
    .orderBy(desc(policyVersion.inForceFrom))
    .limit(1)
  return db.$with('me').as(
    db
      .select({
        city: employee.city,
        department: employee.department,
        // A version of this kind was checked by this kind's shape.
        matching: sql`(${matching})`
          .mapWith((settings) => policyVersion.settings.mapFromDriverValue(settings) as MatchingSettings)
          .as('matching'),
      })
      .from(employee)
      .where(eq(employee.id, employeeId)),
  )
}

function mineAhead(ctx: Ctx, employeeId: string) {
  return ctx.db
    .select({ id: session.id })
    .from(signup)
    .innerJoin(session, eq(session.id, signup.sessionId))
    .where(and(eq(signup.employeeId, employeeId), eq(signup.active, 1), eq(session.state, 'open'), gt(session.endsAt, ctx.now)))
}

/**
 * Sessions ahead with a place left and sign-up open, the soonest first, of one kind with the index that holds it.
 * What other tables say is asked row by row: a join would let the optimiser read all of them and sort. So would MySQL
 * 8.0.19 where the order names less than the index begins with.
 */
function openNow({ db, now }: Ctx, index: string, kind: SQL, oneOf?: Column) {
  const projectState = db.select({ state: project.state }).from(project).where(eq(project.id, session.projectId))
  const hasPlace = db
    .select({ hasPlace: sql`${seat.capacity} is null or ${seat.taken} < ${seat.capacity}` })
    .from(seat)
    .where(eq(seat.sessionId, session.id))
  return db
    .select({ id: session.id })
    .from(session, { forceIndex: index })
    .where(
      and(
        eq(session.state, 'open'),
        kind,
        gt(session.startsAt, now),
        lte(session.signupOpensAt, now),
        gt(session.signupClosesAt, now),
        sql`(${projectState}) = 'published'`,
        sql`(${hasPlace})`,
      ),
    )
    .orderBy(...(oneOf === undefined ? [] : [asc(session.state), asc(oneOf)]), asc(session.startsAt))
    .limit(CANDIDATES_EACH)
}
