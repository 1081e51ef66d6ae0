import { type Instant, addMinutes, shanghaiDay } from '../kernel/time.ts'
import { type Verdict, allowed, refused } from '../kernel/verdict.ts'

type LeavePart = 'day' | 'morning' | 'afternoon'
type LeaveState = 'requested' | 'approved' | 'declined' | 'used' | 'cancelled' | 'returned'

const HALVES = { morning: 1, afternoon: 1, day: 2 } as const

/** What a part of the day takes from the allowance. */
export function leaveMinutesFor(part: LeavePart, halfDayMinutes: number): number {
  return HALVES[part] * halfDayMinutes
}

/** Whether a session falls on a day in Shanghai; a session over midnight falls on both, one that ends at midnight does not. */
export function sessionFallsOn(session: { startsAt: Instant; endsAt: Instant }, day: string): boolean {
  return shanghaiDay(session.startsAt) <= day && day <= shanghaiDay(addMinutes(session.endsAt, -1))
}

/** Whether leave still takes its sign-up, which has it once: asked for, approved or used, and not come back. */
export function takesSignup(state: LeaveState): boolean {
  return state === 'requested' || state === 'approved' || state === 'used'
}

const yearOf = (day: string) => Number(day.slice(0, 4))

/** Whether leave on a day can be asked for already: the allowance of a year is open from the year before on. */
export function isYearOpen(leaveOn: string, now: Instant): boolean {
  const ahead = yearOf(leaveOn) - yearOf(shanghaiDay(now))
  return ahead === 0 || ahead === 1
}

function overlap(a: LeavePart, b: LeavePart): boolean {
  return a === b || a === 'day' || b === 'day'
}

export interface RequestFacts {
  now: Instant
  signup: { state: 'confirmed' | 'waitlisted' | 'cancelled' }
  session: { startsAt: Instant; endsAt: Instant; cancelReason: string | null }
  leaveOn: string
  part: LeavePart
  /** Leave of the person that is asked for, approved or taken: for this sign-up, or on this day. */
  live: readonly { forSignup: boolean; leaveOn: string; part: LeavePart }[]
  wantedMinutes: number
  /** Left of the allowance of the year that the day is in. */
  availableMinutes: number
}

export type RequestRefusal =
  | 'session-cancelled'
  | 'leave-needs-place'
  | 'leave-day-mismatch'
  | 'leave-day-passed'
  | 'leave-year-ahead'
  | 'leave-already-asked'
  | 'leave-insufficient'

/** May the person ask for this leave? */
export function canRequestLeave(facts: RequestFacts): Verdict<RequestRefusal> {
  const { signup, session, leaveOn, part, live, wantedMinutes, availableMinutes } = facts
  const today = shanghaiDay(facts.now)
  if (session.cancelReason !== null) return refused('session-cancelled', { reason: session.cancelReason })
  if (signup.state !== 'confirmed') return refused('leave-needs-place', { state: signup.state })
  if (!sessionFallsOn(session, leaveOn)) return refused('leave-day-mismatch', { leaveOn, sessionOn: shanghaiDay(session.startsAt) })
  if (leaveOn < today) return refused('leave-day-passed', { leaveOn })
  if (!isYearOpen(leaveOn, facts.now)) return refused('leave-year-ahead', { leaveOn, from: `${yearOf(leaveOn) - 1}-01-01` })
  const taken = live.find((other) => other.forSignup || (other.leaveOn === leaveOn && overlap(other.part, part)))
  if (taken !== undefined) return refused('leave-already-asked', { leaveOn: taken.leaveOn })
  return wantedMinutes > availableMinutes
    ? refused('leave-insufficient', { wantedMinutes, availableMinutes, year: yearOf(leaveOn) })
    : allowed
}

/** Taken back by the person, before the day begins. */
export function canCancelLeave(leave: { state: LeaveState; leaveOn: string }, now: Instant): Verdict<'leave-state' | 'leave-day-passed'> {
  if (leave.state !== 'requested' && leave.state !== 'approved') return refused('leave-state', { state: leave.state })
  return leave.leaveOn > shanghaiDay(now) ? allowed : refused('leave-day-passed', { leaveOn: leave.leaveOn })
}

export interface DecideFacts {
  actorId: string
  /** HR decides for everybody, a branch lead for the people of the branches they lead. */
  actorIsHr: boolean
  actorLeads: readonly string[]
  person: { id: string; branches: readonly { id: string; name: string }[] }
  leave: { state: LeaveState; leaveOn: string }
  decision: 'approved' | 'declined'
  reason: string | null
  now: Instant
}

export type DecideRefusal = 'own-leave' | 'other-branch' | 'reason-required' | 'leave-state' | 'leave-day-passed'

/** Nobody decides about their own leave, whatever their roles; it is decided until its day is over. */
export function canDecideLeave(facts: DecideFacts): Verdict<DecideRefusal> {
  const { actorId, actorIsHr, actorLeads, person, leave, decision, reason, now } = facts
  if (person.id === actorId) return refused('own-leave')
  if (!actorIsHr && !person.branches.some(({ id }) => actorLeads.includes(id)))
    return refused('other-branch', { branch: person.branches.map(({ name }) => name).join('、') || '—' })
  if (leave.state !== 'requested') return refused('leave-state', { state: leave.state })
  if (leave.leaveOn < shanghaiDay(now)) return refused('leave-day-passed', { leaveOn: leave.leaveOn })
  return decision === 'declined' && reason === null ? refused('reason-required', { for: 'decline' }) : allowed
}

/** What becomes of leave once its day is over: approved leave was taken, what nobody decided comes back. */
export function stateAfterDay(state: LeaveState): LeaveState {
  if (state === 'approved') return 'used'
  return state === 'requested' ? 'returned' : state
}
