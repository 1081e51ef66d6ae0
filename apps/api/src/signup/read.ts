import type { PersonRef } from '@yijian/shared/people/shapes'
import type { Signup } from '@yijian/shared/signup/shapes'
import { and, asc, count, desc, eq, gt, lt, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/mysql-core'
import type { Ctx } from '../core/context.ts'
import { after, before } from '../core/db/keyset.ts'
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

/** Active sign-ups of a person that a new one may collide with: in the session itself, or in one that shares time with it. */
export function nearbySignups(ctx: Ctx, employeeId: string, around: { id: string; startsAt: Date; endsAt: Date }) {
  const sharesTime = and(eq(session.state, 'open'), lt(session.startsAt, around.endsAt), gt(session.endsAt, around.startsAt))
  return ctx.db
    .select({
      signupId: signup.id,
      state: signup.state,
      sessionId: session.id,
      title: session.title,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
    })
    .from(signup)
    .innerJoin(session, eq(session.id, signup.sessionId))
    .where(and(eq(signup.employeeId, employeeId), eq(signup.active, 1), or(eq(session.id, around.id), sharesTime)))
    .orderBy(asc(session.startsAt))
}

/** Who has a place in a session, by name: those who may check in and whose hours a host confirms. */
export function confirmedOf(ctx: Ctx, sessionId: string): Promise<{ signupId: string; person: PersonRef }[]> {
  return ctx.db
    .select({ signupId: signup.id, person: personColumns })
    .from(signup)
    .innerJoin(employee, eq(employee.id, signup.employeeId))
    .where(and(eq(signup.sessionId, sessionId), eq(signup.state, 'confirmed')))
    .orderBy(asc(employee.name), asc(signup.number))
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
