import { type Instant, isBefore, toDate } from '../kernel/time.ts'
import { type Refused, type Verdict, allowed, firstRefusal, refused } from '../kernel/verdict.ts'

/** What must be known of a session and a person to say whether they may sign up. */
export interface SignUpFacts {
  now: Instant
  session: {
    state: 'open' | 'cancelled'
    cancelReason: string | null
    projectState: string
    signupOpensAt: Instant
    signupClosesAt: Instant
  }
  /** Where the person stands with this session. */
  mine: { signupId: string; state: 'confirmed' | 'waitlisted' | 'cancelled' } | null
  /** Another active sign-up of the person, confirmed or waiting, that shares time with this session. */
  overlapping: { sessionId: string; title: string; startsAt: Instant; endsAt: Instant } | null
}

export type SignUpRefusal =
  | 'session-cancelled'
  | 'project-not-published'
  | 'already-signed-up'
  | 'signup-not-open'
  | 'signup-closed'
  | 'overlapping-session'

/**
 * Whether a person may sign up now; the page and the server run the same rule. A place in a queue counts as
 * an overlap too: it may turn into a place at any moment, and nobody is to be in two places.
 */
export function canSignUp({ now, session, mine, overlapping }: SignUpFacts): Verdict<SignUpRefusal> {
  return firstRefusal<SignUpRefusal>(
    session.state === 'open' ? allowed : refused('session-cancelled', { reason: session.cancelReason ?? '' }),
    session.projectState === 'published' ? allowed : refused('project-not-published', { state: session.projectState }),
    mine === null || mine.state === 'cancelled' ? allowed : refused('already-signed-up', { signupId: mine.signupId, state: mine.state }),
    isBefore(now, session.signupOpensAt) ? refused('signup-not-open', { opensAt: iso(session.signupOpensAt) }) : allowed,
    isBefore(now, session.signupClosesAt) ? allowed : refused('signup-closed', { closedAt: iso(session.signupClosesAt) }),
    overlapping === null
      ? allowed
      : refused('overlapping-session', { ...overlapping, startsAt: iso(overlapping.startsAt), endsAt: iso(overlapping.endsAt) }),
  )
}

export interface CancelFacts {
  now: Instant
  session: { state: 'open' | 'cancelled'; cancelReason: string | null; startsAt: Instant }
  signup: { state: 'confirmed' | 'waitlisted' | 'cancelled'; cancelledAt: Instant | null }
}

/** A place can be given back until the session starts; afterwards it is a matter of attendance. */
export function canCancelSignup({
  now,
  session,
  signup,
}: CancelFacts): Verdict<'signup-cancelled' | 'session-cancelled' | 'session-started'> {
  if (signup.cancelledAt !== null) return refused('signup-cancelled', { cancelledAt: iso(signup.cancelledAt) })
  if (session.state === 'cancelled') return refused('session-cancelled', { reason: session.cancelReason ?? '' })
  return isBefore(now, session.startsAt) ? allowed : refused('session-started', { startsAt: iso(session.startsAt) })
}

/** Giving back a place after the cut-off is late; leaving a queue never is. */
export function lateCancel(state: 'confirmed' | 'waitlisted', lateCancelAt: Instant, now: Instant): boolean {
  return state === 'confirmed' && isBefore(lateCancelAt, now)
}

function iso(at: Instant): string {
  return toDate(at).toISOString()
}

/** The places of a session (名额); `capacity` null means unlimited. */
export interface Seat {
  capacity: number | null
  taken: number
  waiting: number
  /** Last number given out; numbers are the order of arrival. */
  lastNumber: number
  /** Last promotion given out; promotions are the order in which the queue moved. */
  lastPromotion: number
}

export type SeatRequest =
  | { kind: 'sign-up'; signupId: string }
  | { kind: 'cancel'; signupId: string; state: 'confirmed' | 'waitlisted' }
  | { kind: 'resize'; capacity: number | null }

export interface Promotion {
  signupId: string
  promotion: number
}

export type SeatOutcome =
  | { kind: 'confirmed'; signupId: string; number: number }
  | { kind: 'waitlisted'; signupId: string; number: number; position: number }
  | { kind: 'cancelled'; signupId: string; promotions: Promotion[] }
  | { kind: 'resized'; promotions: Promotion[] }
  | { kind: 'refused'; refusal: Refused<'capacity-below-confirmed'> }

/** How much of the head of the queue `decideSeats` may need: every freed or added place moves one person, every leaver hides one. */
export function queueNeeded(seat: Seat, requests: readonly SeatRequest[]): number {
  const cancels = requests.filter(({ kind }) => kind === 'cancel').length
  const added = requests.map((request) => (request.kind === 'resize' ? (request.capacity ?? Infinity) - seat.taken : 0))
  return Math.min(seat.waiting, cancels + Math.max(0, ...added))
}

/**
 * Decides sign-ups, cancellations and new capacities in the order of their arrival; one request and a batch
 * run the same code. Never more confirmed than places, first come first served, no place idle while somebody waits.
 * `queue` is the head of the waitlist, `queueNeeded` long; a sign-up is cancelled at most once in a batch.
 */
export function decideSeats(
  before: Seat,
  queue: readonly string[],
  requests: readonly SeatRequest[],
): { seat: Seat; outcomes: SeatOutcome[] } {
  const seat = { ...before }
  const line = [...queue]
  // People who join behind a head that was not read whole come after the unread ones, who are enough.
  const sawAll = queue.length === before.waiting
  const left = new Set<string>()
  const promoted = new Set<string>()

  const hasPlace = () => seat.capacity === null || seat.taken < seat.capacity
  const next = (): string => {
    const first = line.shift()
    if (first === undefined) throw new Error('decideSeats was given too little of the queue')
    return left.has(first) ? next() : first
  }
  const promote = (): Promotion[] => {
    const promotions: Promotion[] = []
    for (; seat.waiting > 0 && hasPlace(); seat.waiting -= 1, seat.taken += 1) {
      const signupId = next()
      promoted.add(signupId)
      promotions.push({ signupId, promotion: ++seat.lastPromotion })
    }
    return promotions
  }

  const decide = (request: SeatRequest): SeatOutcome => {
    switch (request.kind) {
      case 'sign-up': {
        const { signupId } = request
        const number = ++seat.lastNumber
        if (seat.waiting === 0 && hasPlace()) {
          seat.taken += 1
          return { kind: 'confirmed', signupId, number }
        }
        seat.waiting += 1
        if (sawAll) line.push(signupId)
        return { kind: 'waitlisted', signupId, number, position: seat.waiting }
      }
      case 'cancel': {
        const { signupId } = request
        if (request.state === 'waitlisted' && !promoted.has(signupId)) {
          seat.waiting -= 1
          left.add(signupId)
        } else {
          seat.taken -= 1
        }
        return { kind: 'cancelled', signupId, promotions: promote() }
      }
      case 'resize': {
        const { capacity } = request
        if (capacity !== null && capacity < seat.taken) {
          return { kind: 'refused', refusal: refused('capacity-below-confirmed', { capacity, confirmed: seat.taken }) }
        }
        seat.capacity = capacity
        return { kind: 'resized', promotions: promote() }
      }
    }
  }

  return { outcomes: requests.map(decide), seat }
}
