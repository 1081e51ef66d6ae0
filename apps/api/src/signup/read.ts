import type { SignUpFacts } from '@yijian/shared/signup/rules'
import type { Signup } from '@yijian/shared/signup/shapes'
import { and, asc, count, desc, eq, gt, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/mysql-core'
import type { RowDataPacket } from 'mysql2/promise'
import { type Ctx, connectionOf } from '../core/context.ts'
import { after, before } from '../core/db/keyset.ts'
import { refuse } from '../core/problems.ts'
import { branch, employee } from '../people/tables.ts'
import { sessionCardColumns } from '../project/index.ts'
import { project, seat, session } from '../project/tables.ts'
import type { SignupRow } from './repo.ts'
import { signup } from './tables.ts'

const personColumns = { id: employee.id, name: employee.name, department: employee.department }

/** Place in the queue, from 1; null for who does not wait. Counted when asked, so that it is never out of date. */
function waitlistPosition(ctx: Ctx) {
  const ahead = alias(signup, 'ahead')
  const inFront = ctx.db
    .select({ count: count() })
    .from(ahead)
    .where(and(eq(ahead.sessionId, signup.sessionId), eq(ahead.state, 'waitlisted'), lte(ahead.number, signup.number)))
  return sql<number | null>`case when ${signup.state} = 'waitlisted' then (${inFront}) end`
}

export function toSignup(row: SignupRow, waitlistPosition: number | null): Signup {
  return {
    id: row.id,
    sessionId: row.sessionId,
    state: row.state,
    waitlistPosition,
    signedUpAt: row.signedUpAt.toISOString(),
    promotedAt: row.promotedAt?.toISOString() ?? null,
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    lateCancel: row.lateCancel,
  }
}

/** Where a person stands with a session: the active sign-up, else the last one they cancelled. */
export async function signupOf(ctx: Ctx, sessionId: string, employeeId: string): Promise<Signup | null> {
  const [row] = await ctx.db
    .select({ signup, position: waitlistPosition(ctx) })
    .from(signup)
    .where(and(eq(signup.sessionId, sessionId), eq(signup.employeeId, employeeId)))
    // 1 comes before null when it descends.
    .orderBy(desc(signup.active), desc(signup.number))
    .limit(1)
  return row === undefined ? null : toSignup(row.signup, row.position)
}

interface SessionColumns extends RowDataPacket {
  state: 'open' | 'cancelled'
  cancelReason: string | null
  projectState: string
  signupOpensAt: Date
  signupClosesAt: Date
}

/** All null for a person who has nothing near. */
type NearColumns =
  | { signupId: string; signupState: 'confirmed' | 'waitlisted'; sessionId: string; title: string; startsAt: Date; endsAt: Date }
  | { signupId: null }

/** The session once for each active sign-up of the person in it, or in another open one that shares time with it. */
const FACTS = `
  SELECT s.state, s.cancel_reason AS cancelReason, p.state AS projectState,
         s.signup_opens_at AS signupOpensAt, s.signup_closes_at AS signupClosesAt,
         g.id AS signupId, g.state AS signupState, n.id AS sessionId, n.title, n.starts_at AS startsAt, n.ends_at AS endsAt
  FROM session s
  JOIN project p ON p.id = s.project_id
  LEFT JOIN (signup g JOIN session n ON n.id = g.session_id)
    ON g.employee_id = ? AND g.active = 1
    AND (n.id = s.id OR (n.state = 'open' AND n.starts_at < s.ends_at AND n.ends_at > s.starts_at))
  WHERE s.id = ?`

/** All that decides whether a person may sign up, in one statement: a crowd waits for the places while it runs. */
export async function factsToSignUp(ctx: Ctx, sessionId: string, employeeId: string): Promise<SignUpFacts> {
  const [rows] = await connectionOf(ctx).query<(SessionColumns & NearColumns)[]>(FACTS, [employeeId, sessionId])
  const [session] = rows
  if (session === undefined) throw refuse('not-found', { what: 'session' })
  let mine: SignUpFacts['mine'] = null
  let overlapping: SignUpFacts['overlapping'] = null
  for (const near of rows) {
    if (near.signupId === null) continue
    const { signupId, signupState, sessionId: nearId, title, startsAt, endsAt } = near
    if (nearId === sessionId) mine = { signupId, state: signupState }
    else overlapping ??= { sessionId: nearId, title, startsAt, endsAt }
  }
  return { now: ctx.now, session, mine, overlapping }
}

type Slice<Key> = { limit: number; from: Key | undefined }

/** Sign-ups of a person with their sessions; a place or wait ahead is coming, all else is past. */
export function selectMySignups(ctx: Ctx, employeeId: string, { when, limit, from }: Slice<[Date, string]> & { when: 'coming' | 'past' }) {
  const coming = when === 'coming'
  const key = [session.startsAt, signup.id] as const
  return ctx.db
    .select({ ...sessionCardColumns, signup, waitlistPosition: waitlistPosition(ctx) })
    .from(signup)
    .innerJoin(session, eq(session.id, signup.sessionId))
    .innerJoin(project, eq(project.id, session.projectId))
    .innerJoin(branch, eq(branch.id, project.branchId))
    .innerJoin(seat, eq(seat.sessionId, session.id))
    .where(
      and(
        eq(signup.employeeId, employeeId),
        coming ? and(eq(signup.active, 1), gt(session.endsAt, ctx.now)) : lte(session.endsAt, ctx.now),
        from === undefined ? undefined : coming ? after(key, from) : before(key, from),
      ),
    )
    .orderBy(...key.map((column) => (coming ? asc(column) : desc(column))))
    .limit(limit)
}

/** Groups of a roster, in order; whoever cancelled in time is not on it. */
const rosterGroup = sql<number>`case when ${signup.state} = 'confirmed' then 0 when ${signup.state} = 'waitlisted' then 1 else 2 end`
const rosterName = sql<string>`case when ${signup.state} = 'confirmed' then ${employee.name} else '' end`

export function selectRoster(ctx: Ctx, sessionId: string, { limit, from }: Slice<[number, string, number]>) {
  const key = sql`(${rosterGroup}, ${rosterName}, ${signup.number})`
  return ctx.db
    .select({
      signupId: signup.id,
      person: personColumns,
      state: signup.state,
      waitlistPosition: waitlistPosition(ctx),
      signedUpAt: signup.signedUpAt,
      lateCancel: signup.lateCancel,
      group: rosterGroup,
      sortName: rosterName,
      number: signup.number,
    })
    .from(signup)
    .innerJoin(employee, eq(employee.id, signup.employeeId))
    .where(
      and(
        eq(signup.sessionId, sessionId),
        or(eq(signup.active, 1), eq(signup.lateCancel, true)),
        from === undefined ? undefined : sql`${key} > (${from[0]}, ${from[1]}, ${from[2]})`,
      ),
    )
    .orderBy(asc(rosterGroup), asc(rosterName), asc(signup.number))
    .limit(limit)
}
