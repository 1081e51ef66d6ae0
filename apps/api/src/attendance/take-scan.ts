import { type ScanEffect, type ScanFacts, type ScanRefusal, scanEffect, scanVerdict } from '@yijian/shared/attendance/rules'
import type { ScanKind, ScanMeans, ScanReceipt } from '@yijian/shared/attendance/shapes'
import { isBefore, shanghaiDay } from '@yijian/shared/kernel/time'
import type { Ctx } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { problemOf, refuse } from '../core/problems.ts'
import { policyOn } from '../policy/index.ts'
import { codeLife } from './code.ts'
import { type Attendance, presenceElsewhere, standingOf, waitlistPosition } from './read.ts'
import { closeAttendance, endPresence, insertAttendance, insertScan, reopenAttendance } from './repo.ts'

/** One attempt to check somebody in or out. */
export interface ScanAttempt {
  scanId: string
  sessionId: string
  employeeId: string
  kind: ScanKind
  loginId: string
  /** Slot of the code that was scanned; null for a person looked up by name. */
  slotSecond: number | null
  /** Who looked the person up and why; null when the person scans. */
  host: { employeeId: string; reason: string; personName: string } | null
}

interface Standing {
  facts: ScanFacts
  mine: Attendance | null
  /** A check-in at a session that is over, never followed by a check-out. */
  staleId: string | null
}

/** Scans of one person that change presence at the same moment; each round lets one of them through. */
const MAX_ROUNDS = 5

/**
 * Judges an attempt and records it, refused or not. The database decides between scans of one person at the same
 * moment (one attendance a session, one place at a time); who comes second judges again by what the first has left.
 *
 * @throws Problem of `ScanRefusal`, with the scan kept
 */
export async function takeScan(ctx: Ctx, attempt: ScanAttempt): Promise<ScanReceipt> {
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const standing = await standingFor(ctx, attempt)
    const verdict = scanVerdict(standing.facts)
    if (!verdict.ok) {
      await keepScan(ctx, attempt, verdict.code)
      throw problemOf(verdict, { keepsWrites: true })
    }
    const effect = scanEffect(attempt.kind, standing.mine)
    const after = await move(ctx, attempt, effect, standing)
    if (after === null) continue
    await keepScan(ctx, attempt, null)
    return {
      attendanceId: after.id,
      sessionId: attempt.sessionId,
      sessionTitle: standing.facts.session.title,
      kind: attempt.kind,
      repeated: effect === 'none',
      inAt: after.inAt.toISOString(),
      outAt: after.outAt?.toISOString() ?? null,
    }
  }
  throw refuse('busy', { retryAfterSeconds: 1 })
}

/** The row of an attempt; the outcome is part of it, and it is never changed. */
export async function keepScan(
  ctx: Ctx,
  attempt: Omit<ScanAttempt, 'sessionId' | 'kind'> & { sessionId: string | null; kind: ScanKind | null },
  refusal: ScanRefusal | 'code-unreadable' | 'own-check-in' | null,
): Promise<void> {
  const { scanId, sessionId, employeeId, kind, loginId, host } = attempt
  await insertScan(ctx, {
    id: scanId,
    sessionId,
    employeeId,
    kind,
    means: meansOf(attempt),
    byEmployeeId: host?.employeeId ?? null,
    reason: host?.reason ?? null,
    accepted: refusal === null,
    refusal,
    loginId,
    scannedAt: ctx.now,
  })
}

const meansOf = ({ host }: Pick<ScanAttempt, 'host'>): ScanMeans => (host === null ? 'code' : 'named')

async function standingFor(ctx: Ctx, attempt: ScanAttempt): Promise<Standing> {
  const { sessionId, employeeId, kind, slotSecond, host } = attempt
  const { session, signup, mine } = await standingOf(ctx, sessionId, employeeId)
  const { settings } = await policyOn(ctx, 'attendance', shanghaiDay(session.startsAt))
  const elsewhere = kind === 'in' ? await presenceElsewhere(ctx, sessionId, employeeId) : null
  const runs = elsewhere !== null && elsewhere.state === 'open' && isBefore(ctx.now, elsewhere.endsAt)
  const facts: ScanFacts = {
    kind,
    means: meansOf(attempt),
    now: ctx.now,
    codeGoodUntil: slotSecond === null ? null : codeLife(slotSecond, settings).goodUntil.toISOString(),
    name: host?.personName ?? null,
    session,
    signup: await placeOf(ctx, sessionId, signup),
    mine,
    elsewhere: runs ? { title: elsewhere.title, inAt: elsewhere.inAt.toISOString() } : null,
    settings,
  }
  return { facts, mine, staleId: runs ? null : (elsewhere?.id ?? null) }
}

async function placeOf(
  ctx: Ctx,
  sessionId: string,
  signup: Awaited<ReturnType<typeof standingOf>>['signup'],
): Promise<ScanFacts['signup']> {
  if (signup === null) return null
  if (signup.cancelledAt !== null) return { state: 'cancelled', cancelledAt: signup.cancelledAt.toISOString() }
  if (signup.state === 'waitlisted') return { state: 'waitlisted', position: await waitlistPosition(ctx, sessionId, signup.number) }
  return { state: 'confirmed' }
}

type Moved = Pick<Attendance, 'id' | 'inAt' | 'outAt'>

/** Presence after the scan; null when another scan came first and all is to be judged again. */
async function move(ctx: Ctx, attempt: ScanAttempt, effect: ScanEffect, { mine, staleId }: Standing): Promise<Moved | null> {
  const named = attempt.host !== null
  if (staleId !== null && (effect === 'arrive' || effect === 'return')) await endPresence(ctx, staleId)
  if (mine === null) {
    const id = ctx.app.newId('attendance')
    const arrived = await insertAttendance(ctx, { id, sessionId: attempt.sessionId, employeeId: attempt.employeeId, named })
    if (!arrived) return null
    await put(ctx, 'person.checked-in', { attendanceId: id, employeeId: attempt.employeeId })
    return { id, inAt: ctx.now, outAt: null }
  }
  switch (effect) {
    case 'return':
      return (await reopenAttendance(ctx, mine.id, named)) ? { ...mine, outAt: null } : null
    case 'leave': {
      // Two transactions may have taken their time in the other order.
      const outAt = isBefore(ctx.now, mine.inAt) ? mine.inAt : ctx.now
      return (await closeAttendance(ctx, mine.id, { outAt, named })) ? { ...mine, outAt } : null
    }
    case 'arrive':
    case 'none':
      return mine
  }
}
