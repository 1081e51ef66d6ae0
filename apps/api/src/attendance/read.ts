import { gradeOf } from '@yijian/shared/attendance/rules'
import type { Arrivals, ScanKind, ScanMeans } from '@yijian/shared/attendance/shapes'
import { and, asc, count, desc, eq, isNotNull, isNull, like, lte, ne, or, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { employee } from '../people/tables.ts'
import { seat, session } from '../project/tables.ts'
import { signup } from '../signup/tables.ts'
import { attendance, scan } from './tables.ts'

const ARRIVALS_SHOWN = 200

/** Who is here, newest first. Asked every few seconds by every host's phone: two queries, however many people came. */
export async function arrivalsOf(ctx: Ctx, sessionId: string): Promise<Arrivals> {
  const [counts] = await ctx.db
    .select({
      arrived: sql<number>`count(${attendance.id})`,
      left: sql<number>`count(${attendance.outAt})`,
      confirmed: sql<number>`max(${seat.taken})`,
    })
    .from(seat)
    .leftJoin(attendance, eq(attendance.sessionId, seat.sessionId))
    .where(eq(seat.sessionId, sessionId))
  const rows = await ctx.db
    .select({ attendance, person: { id: employee.id, name: employee.name, department: employee.department }, endsAt: session.endsAt })
    .from(attendance)
    .innerJoin(session, eq(session.id, attendance.sessionId))
    .innerJoin(employee, eq(employee.id, attendance.employeeId))
    .where(eq(attendance.sessionId, sessionId))
    .orderBy(desc(attendance.inAt), desc(attendance.id))
    .limit(ARRIVALS_SHOWN)
  const items = rows.map(({ attendance: { id, inAt, outAt, named }, person, endsAt }) => ({
    attendanceId: id,
    person,
    inAt: inAt.toISOString(),
    outAt: outAt?.toISOString() ?? null,
    grade: gradeOf({ inAt, outAt }, endsAt),
    named,
  }))
  return { arrived: counts?.arrived ?? 0, left: counts?.left ?? 0, confirmed: counts?.confirmed ?? 0, items }
}

interface ToRecord {
  sessionId: string
  kind: ScanKind
  search: string | undefined
  /** Records others, never themself. */
  hostId: string
  from: readonly [name: string, id: string] | undefined
  limit: number
}

/** Confirmed people by name who have not checked in, or who have and are not out. */
export function selectToRecord(ctx: Ctx, { sessionId, kind, search, hostId, from, limit }: ToRecord) {
  const words = (search ?? '').split(/\s+/u).filter(Boolean)
  const said = words.map((word) => `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`)
  return ctx.db
    .select({ id: employee.id, name: employee.name, department: employee.department })
    .from(signup)
    .innerJoin(employee, eq(employee.id, signup.employeeId))
    .leftJoin(attendance, and(eq(attendance.sessionId, signup.sessionId), eq(attendance.employeeId, signup.employeeId)))
    .where(
      and(
        eq(signup.sessionId, sessionId),
        eq(signup.active, 1),
        eq(signup.state, 'confirmed'),
        ne(signup.employeeId, hostId),
        kind === 'in' ? isNull(attendance.id) : and(isNotNull(attendance.id), isNull(attendance.outAt)),
        ...said.map((word) => or(like(employee.name, word), like(employee.department, word))),
        from === undefined ? undefined : sql`(${employee.name}, ${employee.id}) > (${from[0]}, ${from[1]})`,
      ),
    )
    .orderBy(asc(employee.name), asc(employee.id))
    .limit(limit)
}

export interface Attendance {
  id: string
  sessionId: string
  employeeId: string
  inAt: Date
  outAt: Date | null
  named: boolean
}

const attendanceColumns = {
  id: attendance.id,
  sessionId: attendance.sessionId,
  employeeId: attendance.employeeId,
  inAt: attendance.inAt,
  outAt: attendance.outAt,
  named: attendance.named,
}

/** Everybody who checked in at a session, in order of arrival. */
export async function attendancesOf(ctx: Ctx, sessionId: string): Promise<Attendance[]> {
  return ctx.db
    .select(attendanceColumns)
    .from(attendance)
    .where(eq(attendance.sessionId, sessionId))
    .orderBy(asc(attendance.inAt), asc(attendance.id))
}

/** A session and where a person stands with it: their sign-up, the active one first, and their attendance. */
export async function standingOf(ctx: Ctx, sessionId: string, employeeId: string) {
  const [row] = await ctx.db
    .select({
      session: {
        title: session.title,
        cancelReason: session.cancelReason,
        startsAt: session.startsAt,
        endsAt: session.endsAt,
      },
      signup: { state: signup.state, number: signup.number, cancelledAt: signup.cancelledAt },
      mine: attendanceColumns,
    })
    .from(session)
    .leftJoin(signup, and(eq(signup.sessionId, session.id), eq(signup.employeeId, employeeId)))
    .leftJoin(attendance, and(eq(attendance.sessionId, session.id), eq(attendance.employeeId, employeeId)))
    .where(eq(session.id, sessionId))
    .orderBy(desc(signup.active), desc(signup.number))
    .limit(1)
  if (row === undefined) throw refuse('not-found', { what: 'session' })
  return row
}

/** How many wait before this number, and the number itself. */
export async function waitlistPosition(ctx: Ctx, sessionId: string, number: number): Promise<number> {
  const [row] = await ctx.db
    .select({ position: count() })
    .from(signup)
    .where(and(eq(signup.sessionId, sessionId), eq(signup.state, 'waitlisted'), lte(signup.number, number)))
  return row?.position ?? 1
}

/** Where else the person is checked in and not out. */
export async function presenceElsewhere(ctx: Ctx, sessionId: string, employeeId: string) {
  const [row] = await ctx.db
    .select({ id: attendance.id, title: session.title, inAt: attendance.inAt, endsAt: session.endsAt, state: session.state })
    .from(attendance)
    .innerJoin(session, eq(session.id, attendance.sessionId))
    .where(and(eq(attendance.employeeId, employeeId), eq(attendance.present, 1), ne(attendance.sessionId, sessionId)))
  return row ?? null
}

export interface ScanTold {
  kind: ScanKind
  means: ScanMeans
  at: Date
  accepted: boolean
}

/** Every attempt of a person at a session, refused ones too, in order. */
export async function scansOf(ctx: Ctx, { sessionId, employeeId }: Pick<Attendance, 'sessionId' | 'employeeId'>): Promise<ScanTold[]> {
  const rows = await ctx.db
    .select({ kind: scan.kind, means: scan.means, at: scan.scannedAt, accepted: scan.accepted })
    .from(scan)
    .where(and(eq(scan.sessionId, sessionId), eq(scan.employeeId, employeeId)))
    .orderBy(asc(scan.scannedAt), asc(scan.id))
  // A scan of a known session always has its kind (scan_read_ck); only unreadable codes have neither.
  return rows.flatMap(({ kind, ...told }) => (kind === null ? [] : [{ kind, ...told }]))
}
