import type { Grade } from '../kernel/grade.ts'
import { type Instant, addMinutes, isBefore } from '../kernel/time.ts'
import { type Verdict, allowed, refused } from '../kernel/verdict.ts'

interface Span {
  startsAt: Instant
  endsAt: Instant
}

/** The part of the attendance policy that opens and closes the door. */
export interface WindowSettings {
  opensBeforeMinutes: number
  checkInClosesAfterEndMinutes: number
  checkOutClosesAfterEndMinutes: number
}

export interface ScanWindow {
  /** The first moment a scan is taken. */
  opensAt: Date
  /** The first moment it is no longer. */
  closesAt: Date
}

/** When scans of one kind are taken; computed on request, so that no job has a flag to flip. */
export function scanWindow(session: Span, scan: Pick<ScanFacts, 'kind' | 'means'>, settings: WindowSettings): ScanWindow {
  // A host records by name as long as check-out goes on: somebody whose phone was dead arrived in time all the same.
  const late = scan.kind === 'out' || scan.means === 'named'
  const afterEnd = late ? settings.checkOutClosesAfterEndMinutes : settings.checkInClosesAfterEndMinutes
  return { opensAt: addMinutes(session.startsAt, -settings.opensBeforeMinutes), closesAt: addMinutes(session.endsAt, afterEnd) }
}

export interface Presence {
  inAt: Instant
  outAt: Instant | null
}

/** What a scan does to presence: first in, last out; `none` repeats what is known and changes nothing. */
export type ScanEffect = 'arrive' | 'return' | 'leave' | 'none'

export function scanEffect(kind: 'in' | 'out', mine: Presence | null): ScanEffect {
  if (kind === 'out') return mine?.outAt === null ? 'leave' : 'none'
  if (mine === null) return 'arrive'
  return mine.outAt === null ? 'none' : 'return'
}

export interface ScanFacts {
  kind: 'in' | 'out'
  means: 'code' | 'named'
  now: Instant
  /** When the code stops counting; null for a person looked up by name. */
  codeGoodUntil: Instant | null
  /** Whom a host looked up; null when the person scans. */
  name: string | null
  session: Span & { title: string; cancelReason: string | null }
  /** The sign-up that counts: the active one, else the one given back last. */
  signup: { state: 'confirmed' } | { state: 'waitlisted'; position: number } | { state: 'cancelled'; cancelledAt: Instant } | null
  mine: Presence | null
  /** Another session that takes place and still runs, and that the person is checked in at. */
  elsewhere: { title: string; inAt: Instant } | null
  settings: WindowSettings
}

export type ScanRefusal =
  | 'code-expired'
  | 'session-cancelled'
  | 'not-signed-up'
  | 'still-waitlisted'
  | 'place-given-back'
  | 'too-early'
  | 'too-late'
  | 'not-checked-in'
  | 'checked-in-elsewhere'

/** May this scan count? Of several reasons the one is given that the person can act on first. */
export function scanVerdict(facts: ScanFacts): Verdict<ScanRefusal> {
  const { kind, now, codeGoodUntil, name, session, mine, elsewhere } = facts
  if (codeGoodUntil !== null && !isBefore(now, codeGoodUntil)) return refused('code-expired', { goodUntil: codeGoodUntil })
  if (session.cancelReason !== null) return refused('session-cancelled', { reason: session.cancelReason })
  const place = placeVerdict(facts)
  if (!place.ok) return place
  // A repeat changes nothing, so no window holds it up.
  if (mine !== null && scanEffect(kind, mine) === 'none') return allowed
  const { opensAt, closesAt } = scanWindow(session, facts, facts.settings)
  if (isBefore(now, opensAt)) return refused('too-early', { opensAt: opensAt.toISOString() })
  if (!isBefore(now, closesAt)) return refused('too-late', { closedAt: closesAt.toISOString() })
  if (kind === 'out') return mine === null ? refused('not-checked-in', { name, title: session.title }) : allowed
  return elsewhere === null ? allowed : refused('checked-in-elsewhere', { name, ...elsewhere })
}

function placeVerdict({ name, signup, session }: ScanFacts): Verdict<ScanRefusal> {
  if (signup === null) return refused('not-signed-up', { name, title: session.title })
  if (signup.state === 'waitlisted') return refused('still-waitlisted', { name, position: signup.position })
  if (signup.state === 'cancelled') return refused('place-given-back', { name, cancelledAt: signup.cancelledAt })
  return allowed
}

/**
 * Evidence grade of presence: A with a check-in during the session and a check-out, B with one scan and the host's word.
 * Being looked up by name costs no grade: the host is the witness either way.
 */
export function gradeOf(presence: Presence, endsAt: Instant): Extract<Grade, 'A' | 'B'> {
  return presence.outAt !== null && isBefore(presence.inAt, endsAt) ? 'A' : 'B'
}
