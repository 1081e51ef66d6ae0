import { slotAt, writeCode } from '@yijian/api/attendance/code'
import { scanCode } from '@yijian/api/attendance/scan-code'
import { attendance, scan as scanTable } from '@yijian/api/attendance/tables'
import type { Actor, Ctx } from '@yijian/api/core/context'
import type { EmployeeRow } from '@yijian/api/people/repo'
import type { ScanKind, ScanReceipt } from '@yijian/shared/attendance/shapes'
import { addMinutes } from '@yijian/shared/kernel/time'
import type { Branch } from '@yijian/shared/people/shapes'
import { actorOf, makeBranch, makeEmployee, makeEmployees } from './people.ts'
import { type MadeProject, type MadeSession, type SessionWish, openSessionOf, publishedProject, signUpOf } from './projects.ts'

/** The same transaction for another person, or at another time. */
export function actingAs(ctx: Ctx, actor: Actor, now: Date = ctx.now): Ctx {
  return { ...ctx, actor, now }
}

export interface Scene {
  branch: Branch
  host: EmployeeRow
  lead: EmployeeRow
  project: MadeProject
  session: MadeSession
  /** Confirmed people, the host not among them. */
  people: EmployeeRow[]
}

export const START = new Date('2026-11-20T06:00:00.000Z')

/** A branch with its lead, a host and a session of three hours on 20 November at 14:00 in Shanghai, with people confirmed. */
export async function makeScene(ctx: Ctx, { people = 1, ...wish }: SessionWish & { people?: number } = {}): Promise<Scene> {
  const startsAt = wish.startsAt ?? START
  const before = { ...ctx, now: addMinutes(startsAt, -30 * 1440) }
  const branch = await makeBranch(before)
  const host = await makeEmployee(before, { name: '周同学' })
  const lead = await makeEmployee(before, { name: '林负责人' })
  const project = await publishedProject(before, { hostId: host.id, branchId: branch.id })
  const session = await openSessionOf(before, project, { ...wish, startsAt, capacity: wish.capacity ?? null })
  const confirmed = people === 0 ? [] : await makeEmployees(before, people)
  for (const { id } of confirmed) await signUpOf(before, session, id)
  return { branch, host, lead, project, session, people: confirmed }
}

/** A moment on the clock of the session: minutes after its start. */
export function minute(scene: { session: MadeSession }, minutes: number): Date {
  return addMinutes(scene.session.startsAt, minutes)
}

/** The code the host's screen shows at an instant. */
export function codeAt(ctx: Ctx, { id: sessionId }: { id: string }, { kind, at }: { kind: ScanKind; at: Date }): string {
  return writeCode(ctx.app.secrets.codeSecret, { sessionId, kind, slotSecond: slotAt(at, { codeEverySeconds: 15, codeGoodSeconds: 45 }) })
}

/** The person scans what the host's screen shows, some minutes after the start. */
export function scan(
  ctx: Ctx,
  scene: Pick<Scene, 'session'>,
  { by, kind, after }: { by: { id: string }; kind: ScanKind; after: number },
): Promise<ScanReceipt> {
  const at = minute(scene, after)
  return scanCode(actingAs(ctx, actorOf(by), at), { code: codeAt(ctx, scene.session, { kind, at }) })
}

/** Presence from one minute to another, both by scan; without `to` the check-out is forgotten. Returns the attendance. */
export async function attend(
  ctx: Ctx,
  scene: Pick<Scene, 'session'>,
  { who, from = -5, to }: { who: { id: string }; from?: number; to?: number },
): Promise<string> {
  const { attendanceId } = await scan(ctx, scene, { by: who, kind: 'in', after: from })
  if (to !== undefined) await scan(ctx, scene, { by: who, kind: 'out', after: to })
  return attendanceId
}

/** Everybody of the scene in before the start and out at the end, written at once: a crowd for what comes after. */
export async function attendAll(ctx: Ctx, scene: Scene): Promise<string[]> {
  const { id: sessionId } = scene.session
  const [inAt, outAt] = [minute(scene, -5), minute(scene, 180)]
  const people = scene.people.map(({ id: employeeId }) => ({ employeeId, loginId: actorOf({ id: employeeId }).loginId }))
  await ctx.db.insert(scanTable).values(
    people.flatMap((who) =>
      [inAt, outAt].map((scannedAt) => ({
        id: ctx.app.newId('scan'),
        ...who,
        sessionId,
        kind: scannedAt === inAt ? ('in' as const) : ('out' as const),
        means: 'code' as const,
        accepted: true,
        scannedAt,
      })),
    ),
  )
  const rows = people.map(({ employeeId }) => ({
    id: ctx.app.newId('attendance'),
    sessionId,
    employeeId,
    place: 1,
    inAt,
    outAt,
    named: false,
  }))
  await ctx.db.insert(attendance).values(rows)
  return rows.map(({ id }) => id)
}
