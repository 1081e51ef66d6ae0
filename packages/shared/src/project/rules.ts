import { type MatchingRule, type PointsRule, matchMinutes, pointsFor } from '../ledger/rules.ts'
import { type Instant, addMinutes, isBefore, minutesBetween, toDate } from '../kernel/time.ts'
import { type Verdict, allowed, firstRefusal, refused } from '../kernel/verdict.ts'

/** States of a project (项目); the way from one to the next is `projectMoves`. */
export const projectStates = ['draft', 'in-review', 'published', 'paused', 'closed'] as const
type State = (typeof projectStates)[number]

/** Every way a project may move; a second person stands between a draft and the public. */
export const projectMoves = {
  submit: { from: ['draft'], to: 'in-review' },
  publish: { from: ['in-review'], to: 'published' },
  return: { from: ['in-review'], to: 'draft' },
  pause: { from: ['published'], to: 'paused' },
  resume: { from: ['paused'], to: 'published' },
  close: { from: ['draft', 'published', 'paused'], to: 'closed' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>
export type ProjectMove = keyof typeof projectMoves

function stateIn(state: State, allowedStates: readonly State[]): Verdict<'project-state'> {
  return allowedStates.includes(state) ? allowed : refused('project-state', { state, allowed: [...allowedStates] })
}

export function canMove(move: ProjectMove, state: State): Verdict<'project-state'> {
  return stateIn(state, projectMoves[move].from)
}

/** A closed project is history; and once a branch has looked at a project, it stays with that branch. */
export function canChangeProject(before: { state: State; branchId: string }, change: { branchId: string }): Verdict<'project-state'> {
  if (change.branchId !== before.branchId) return stateIn(before.state, ['draft'])
  return stateIn(before.state, ['draft', 'in-review', 'published', 'paused'])
}

export interface ReviewFacts {
  state: State
  branchName: string
  /** The reviewer leads the branch of the project, or is an operator. */
  inCharge: boolean
  /** The reviewer hosts the project now or has ever hosted it. */
  hostedEver: boolean
  decision: 'published' | 'returned'
  reason: string | undefined
}

/** The second pair of eyes: the right branch, never the own project, and a reason when it goes back. */
export function canReview(facts: ReviewFacts): Verdict<'other-branch' | 'own-project' | 'project-state' | 'reason-required'> {
  return firstRefusal<'other-branch' | 'own-project' | 'project-state' | 'reason-required'>(
    facts.inCharge ? allowed : refused('other-branch', { branch: facts.branchName }),
    facts.hostedEver ? refused('own-project') : allowed,
    canMove(facts.decision === 'published' ? 'publish' : 'return', facts.state),
    facts.decision === 'returned' && facts.reason === undefined ? refused('reason-required', { for: 'return' }) : allowed,
  )
}

/** Nobody who looks forward to a session may find its project gone. */
export function canClose(facts: {
  state: State
  sessionsAhead: number
  nextSessionAt: Instant | null
}): Verdict<'project-state' | 'sessions-ahead'> {
  const { state, sessionsAhead, nextSessionAt } = facts
  return firstRefusal<'project-state' | 'sessions-ahead'>(
    canMove('close', state),
    nextSessionAt === null ? allowed : refused('sessions-ahead', { count: sessionsAhead, nextAt: toDate(nextSessionAt).toISOString() }),
  )
}

/** Hosting ends with a date, and a project is never without a host. */
export function canEndHost(facts: { ended: boolean; activeHosts: number }): Verdict<'state-changed' | 'last-host'> {
  if (facts.ended) return refused('state-changed', { what: 'host', state: 'ended' })
  return facts.activeHosts > 1 ? allowed : refused('last-host')
}

/** Sessions are dates of what the public may see. */
export function canOpenSession(projectState: State): Verdict<'project-state'> {
  return stateIn(projectState, ['published'])
}

/** A session belongs to one service day, or to one night: hours of a person in a session hold no more than a day. */
export const MAX_SESSION_MINUTES = 1440

export interface SessionTimes {
  startsAt: Instant
  endsAt: Instant
  signupOpensAt: Instant
  signupClosesAt: Instant
  lateCancelAt: Instant
}

export const sessionTimeRules = [
  'ends-after-start',
  'in-the-future',
  'signup-before-end',
  'late-cancel-before-start',
  'known-time-zone',
] as const
export type SessionTimeRule = (typeof sessionTimeRules)[number]

/** Times of a session that fit together. Sign-up may go on while the session runs, for those who drop in. */
export function sessionTimesVerdict(times: SessionTimes, now: Instant): Verdict<'session-times'> {
  const { startsAt, endsAt, signupOpensAt, signupClosesAt, lateCancelAt } = times
  const notAfter = (a: Instant, b: Instant) => !isBefore(b, a)
  const fits = (rule: SessionTimeRule, holds: boolean): Verdict<'session-times'> =>
    holds ? allowed : refused('session-times', { rule, startsAt: toDate(startsAt).toISOString() })
  return firstRefusal<'session-times'>(
    fits('ends-after-start', isBefore(startsAt, endsAt) && notAfter(endsAt, addMinutes(startsAt, MAX_SESSION_MINUTES))),
    fits('in-the-future', isBefore(now, startsAt)),
    fits('signup-before-end', isBefore(signupOpensAt, signupClosesAt) && notAfter(signupClosesAt, endsAt)),
    fits('late-cancel-before-start', notAfter(lateCancelAt, startsAt)),
  )
}

/** A session is changed, moved or called off before it starts; afterwards it is a matter of attendance. */
export function canChangeSession(
  session: { state: 'open' | 'cancelled'; cancelReason: string | null; startsAt: Instant },
  now: Instant,
): Verdict<'session-cancelled' | 'session-started'> {
  if (session.state === 'cancelled') return refused('session-cancelled', { reason: session.cancelReason ?? '' })
  return isBefore(now, session.startsAt) ? allowed : refused('session-started', { startsAt: toDate(session.startsAt).toISOString() })
}

/** Where and when a session takes place. */
export interface Whereabouts {
  startsAt: Instant
  endsAt: Instant
  city: string | null
  place: string
  online: boolean
}

/** Whether a change is one of time or place: people planned by these, so they are told and may leave free of blame. */
export function isMoved(before: Whereabouts, after: Whereabouts): boolean {
  return isRetimed(before, after) || before.city !== after.city || before.place !== after.place || before.online !== after.online
}

function isRetimed(before: Pick<Whereabouts, 'startsAt' | 'endsAt'>, after: Pick<Whereabouts, 'startsAt' | 'endsAt'>): boolean {
  const at = ({ startsAt, endsAt }: typeof before) => `${toDate(startsAt).toISOString()} ${toDate(endsAt).toISOString()}`
  return at(before) !== at(after)
}

/** Times stand from when the door opens: who has scanned was there at the old time, and would be held to the new one. */
export function canRetime(
  before: Pick<Whereabouts, 'startsAt' | 'endsAt'>,
  after: Pick<Whereabouts, 'startsAt' | 'endsAt'>,
  { opensBeforeMinutes, now }: { opensBeforeMinutes: number; now: Instant },
): Verdict<'check-in-open'> {
  const opensAt = addMinutes(before.startsAt, -opensBeforeMinutes)
  return !isRetimed(before, after) || isBefore(now, opensAt) ? allowed : refused('check-in-open', { opensAt: opensAt.toISOString() })
}

/** What a whole session brings a person who scans in and out, before anything they carry. */
export function earningsOf(
  session: { startsAt: Instant; endsAt: Instant },
  rules: { matching: MatchingRule; points: PointsRule },
): { minutes: number; creditFen: number; points: number } {
  const minutes = minutesBetween(session.startsAt, session.endsAt)
  const { matching, points } = rules
  const { creditFen } = matchMinutes({ carriedMinutes: 0, matchedMinutes: 0 }, minutes, matching)
  return {
    minutes,
    creditFen: matching.creditGrades.includes('A') ? creditFen : 0,
    points: points.pointsGrades.includes('A') ? pointsFor(minutes, points) : 0,
  }
}
