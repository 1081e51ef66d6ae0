import { type Instant, isBefore, toDate } from '../kernel/time.ts'
import { type Verdict, allowed, firstRefusal, refused } from '../kernel/verdict.ts'

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

/**
 * Giving back a place after the cut-off is late. Leaving a queue never is, nor is leaving a session whose time or place
 * changed after one signed up.
 */
export function lateCancel(
  { state, signedUpAt }: { state: 'confirmed' | 'waitlisted'; signedUpAt: Instant },
  { lateCancelAt, movedAt }: { lateCancelAt: Instant; movedAt: Instant | null },
  now: Instant,
): boolean {
  return state === 'confirmed' && isBefore(lateCancelAt, now) && !movedSince(signedUpAt, movedAt)
}

/** Whether the session is another than the one somebody signed up for. */
export function movedSince(signedUpAt: Instant, movedAt: Instant | null): boolean {
  return movedAt !== null && isBefore(signedUpAt, movedAt)
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

/** What a sign-up came to; `position` in the queue from 1, null with a place. */
export interface Arrival {
  signupId: string
  state: 'confirmed' | 'waitlisted'
  number: number
  position: number | null
}

/** What a cancellation gave back, and who moved up for it. */
export interface Departure {
  signupId: string
  state: 'confirmed' | 'waitlisted'
  promotions: Promotion[]
}

/** Whether a new capacity may be, and who moved up for it. */
export interface Resizing {
  verdict: Verdict<'capacity-below-confirmed'>
  promotions: Promotion[]
}

interface Outcomes {
  'sign-up': Arrival
  cancel: Departure
  resize: Resizing
}
export type OutcomeOf<Request extends SeatRequest> = Outcomes[Request['kind']]
type OutcomesOf<Requests extends readonly SeatRequest[]> = { [I in keyof Requests]: OutcomeOf<Requests[I]> }

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
export function decideSeats<const Requests extends readonly SeatRequest[]>(
  before: Seat,
  queue: readonly string[],
  requests: Requests,
): { seat: Seat; outcomes: OutcomesOf<Requests> } {
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

  const arrive = (signupId: string): Arrival => {
    const number = ++seat.lastNumber
    if (seat.waiting === 0 && hasPlace()) {
      seat.taken += 1
      return { signupId, state: 'confirmed', number, position: null }
    }
    seat.waiting += 1
    if (sawAll) line.push(signupId)
    return { signupId, state: 'waitlisted', number, position: seat.waiting }
  }
  const depart = (signupId: string, stateBefore: 'confirmed' | 'waitlisted'): Departure => {
    const state = promoted.has(signupId) ? 'confirmed' : stateBefore
    if (state === 'confirmed') seat.taken -= 1
    else seat.waiting -= 1
    left.add(signupId)
    return { signupId, state, promotions: promote() }
  }
  const resize = (capacity: number | null): Resizing => {
    if (capacity !== null && capacity < seat.taken) {
      return { verdict: refused('capacity-below-confirmed', { capacity, confirmed: seat.taken }), promotions: [] }
    }
    seat.capacity = capacity
    return { verdict: allowed, promotions: promote() }
  }
  const decide = (request: SeatRequest): OutcomeOf<SeatRequest> => {
    switch (request.kind) {
      case 'sign-up':
        return arrive(request.signupId)
      case 'cancel':
        return depart(request.signupId, request.state)
      case 'resize':
        return resize(request.capacity)
    }
  }

  // Each kind of request has its own kind of outcome, as the switch above shows.
  return { outcomes: requests.map(decide) as OutcomesOf<Requests>, seat }
}
