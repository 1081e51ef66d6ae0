import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Seat, type SeatRequest, type SignUpFacts, canCancelSignup, canSignUp, decideSeats, lateCancel, queueNeeded } from './rules.ts'

const session: SignUpFacts['session'] = {
  state: 'open',
  cancelReason: null,
  projectState: 'published',
  signupOpensAt: '2026-11-01T00:00:00.000Z',
  signupClosesAt: '2026-11-20T04:00:00.000Z',
}
const facts: SignUpFacts = { now: '2026-11-10T00:00:00.000Z', session, mine: null, overlapping: null }
const codeOf = (verdict: ReturnType<typeof canSignUp>) => (verdict.ok ? 'allowed' : verdict.code)

describe('canSignUp', () => {
  it('opens with the first instant of the window and closes with its last', () => {
    expect(codeOf(canSignUp({ ...facts, now: '2026-10-31T23:59:59.999Z' }))).toBe('signup-not-open')
    expect(codeOf(canSignUp({ ...facts, now: '2026-11-01T00:00:00.000Z' }))).toBe('allowed')
    expect(codeOf(canSignUp({ ...facts, now: '2026-11-20T03:59:59.999Z' }))).toBe('allowed')
    expect(codeOf(canSignUp({ ...facts, now: '2026-11-20T04:00:00.000Z' }))).toBe('signup-closed')
  })

  it('takes instants as Dates on the server and as text in the app', () => {
    const asDates = { ...facts, now: new Date(facts.now), session: { ...session, signupOpensAt: new Date(session.signupOpensAt) } }
    expect(canSignUp(asDates)).toEqual(canSignUp(facts))
  })

  it('refuses a cancelled session with the reason its host gave', () => {
    const verdict = canSignUp({ ...facts, session: { ...session, state: 'cancelled', cancelReason: '台风预警' } })
    expect(verdict).toEqual({ ok: false, code: 'session-cancelled', data: { reason: '台风预警' } })
  })

  it.each(['draft', 'in-review', 'paused', 'closed'])('refuses a project that is %s', (projectState) => {
    const verdict = canSignUp({ ...facts, session: { ...session, projectState } })
    expect(verdict).toEqual({ ok: false, code: 'project-not-published', data: { state: projectState } })
  })

  it('refuses a second sign-up, confirmed or waiting, and allows one after a cancellation', () => {
    const having = (state: 'confirmed' | 'waitlisted' | 'cancelled') =>
      codeOf(canSignUp({ ...facts, mine: { signupId: 'sgn_0d3k9x2m4q7rt', state } }))
    expect(having('confirmed')).toBe('already-signed-up')
    expect(having('waitlisted')).toBe('already-signed-up')
    expect(having('cancelled')).toBe('allowed')
  })

  it('names the session that shares the time', () => {
    const overlapping = {
      sessionId: 'ses_0d3k9x2m4q7rt',
      title: '社区敬老日',
      startsAt: '2026-11-20T06:00:00.000Z',
      endsAt: '2026-11-20T09:00:00.000Z',
    }
    expect(canSignUp({ ...facts, overlapping })).toEqual({ ok: false, code: 'overlapping-session', data: overlapping })
  })
})

describe('canCancelSignup', () => {
  const open = { state: 'open' as const, cancelReason: null, startsAt: '2026-11-20T06:00:00.000Z' }
  const confirmed = { state: 'confirmed' as const, cancelledAt: null }

  it('lets a person go until the session starts', () => {
    expect(canCancelSignup({ now: '2026-11-20T05:59:59.999Z', session: open, signup: confirmed }).ok).toBe(true)
    expect(canCancelSignup({ now: '2026-11-20T06:00:00.000Z', session: open, signup: confirmed })).toMatchObject({
      code: 'session-started',
    })
  })

  it('has nothing to cancel twice, or in a cancelled session', () => {
    const now = '2026-11-19T00:00:00.000Z'
    expect(canCancelSignup({ now, session: open, signup: { state: 'cancelled', cancelledAt: now } })).toMatchObject({
      code: 'signup-cancelled',
    })
    const off = { ...open, state: 'cancelled' as const, cancelReason: '台风预警' }
    expect(canCancelSignup({ now, session: off, signup: confirmed })).toMatchObject({
      code: 'session-cancelled',
      data: { reason: '台风预警' },
    })
  })
})

describe('lateCancel', () => {
  const cutOff = '2026-11-19T06:00:00.000Z'

  const signedUpAt = '2026-11-10T00:00:00.000Z'
  const confirmed = { state: 'confirmed', signedUpAt } as const
  const session = { lateCancelAt: cutOff, movedAt: null }

  it('counts a place given back after the cut-off, not at it', () => {
    expect(lateCancel(confirmed, session, '2026-11-19T06:00:00.000Z')).toBe(false)
    expect(lateCancel(confirmed, session, '2026-11-19T06:00:00.001Z')).toBe(true)
  })

  it('never counts who only waited', () => {
    expect(lateCancel({ state: 'waitlisted', signedUpAt }, session, '2026-11-20T00:00:00.000Z')).toBe(false)
  })

  it('never counts who signed up for another time or place', () => {
    const late = '2026-11-20T00:00:00.000Z'
    expect(lateCancel(confirmed, { ...session, movedAt: '2026-11-10T00:00:00.001Z' }, late)).toBe(false)
    expect(lateCancel(confirmed, { ...session, movedAt: signedUpAt }, late)).toBe(true)
  })
})

const empty = (capacity: number | null): Seat => ({ capacity, taken: 0, waiting: 0, lastNumber: 0, lastPromotion: 0 })
const signUp = (signupId: string) => ({ kind: 'sign-up' as const, signupId })

describe('decideSeats', () => {
  it('confirms while there are places, then queues in order of arrival', () => {
    const { outcomes, seat } = decideSeats(empty(2), [], ['a', 'b', 'c', 'd'].map(signUp))
    expect(outcomes).toEqual([
      { signupId: 'a', state: 'confirmed', number: 1, position: null },
      { signupId: 'b', state: 'confirmed', number: 2, position: null },
      { signupId: 'c', state: 'waitlisted', number: 3, position: 1 },
      { signupId: 'd', state: 'waitlisted', number: 4, position: 2 },
    ])
    expect(seat).toEqual({ capacity: 2, taken: 2, waiting: 2, lastNumber: 4, lastPromotion: 0 })
  })

  it('confirms everybody when places are unlimited', () => {
    const { outcomes } = decideSeats(
      empty(null),
      [],
      Array.from({ length: 500 }, (_, i) => signUp(`s${i}`)),
    )
    expect(outcomes.every(({ state }) => state === 'confirmed')).toBe(true)
  })

  it('gives a freed place to the first who waits', () => {
    const seat: Seat = { capacity: 1, taken: 1, waiting: 2, lastNumber: 3, lastPromotion: 0 }
    const { outcomes, seat: after } = decideSeats(seat, ['b'], [{ kind: 'cancel', signupId: 'a', state: 'confirmed' }])
    expect(outcomes).toEqual([{ signupId: 'a', state: 'confirmed', promotions: [{ signupId: 'b', promotion: 1 }] }])
    expect(after).toEqual({ ...seat, waiting: 1, lastPromotion: 1 })
  })

  it('moves nobody up when somebody leaves the queue', () => {
    const seat: Seat = { capacity: 1, taken: 1, waiting: 2, lastNumber: 3, lastPromotion: 0 }
    const { outcomes, seat: after } = decideSeats(seat, ['b'], [{ kind: 'cancel', signupId: 'c', state: 'waitlisted' }])
    expect(outcomes).toEqual([{ signupId: 'c', state: 'waitlisted', promotions: [] }])
    expect(after).toEqual({ ...seat, waiting: 1 })
  })

  it('gives three added places to the first three of five who wait', () => {
    const seat: Seat = { capacity: 1, taken: 1, waiting: 5, lastNumber: 6, lastPromotion: 4 }
    const { outcomes } = decideSeats(seat, ['b', 'c', 'd'], [{ kind: 'resize', capacity: 4 }])
    const promotions = [5, 6, 7].map((promotion, i) => ({ signupId: 'bcd'[i], promotion }))
    expect(outcomes).toEqual([{ verdict: { ok: true }, promotions }])
  })

  it('refuses fewer places than confirmed people and changes nothing', () => {
    const seat: Seat = { capacity: 50, taken: 46, waiting: 0, lastNumber: 46, lastPromotion: 0 }
    const { outcomes, seat: after } = decideSeats(seat, [], [{ kind: 'resize', capacity: 45 }])
    expect(outcomes[0]).toMatchObject({
      verdict: { code: 'capacity-below-confirmed', data: { capacity: 45, confirmed: 46 } },
      promotions: [],
    })
    expect(after).toEqual(seat)
    expect(decideSeats(seat, [], [{ kind: 'resize', capacity: 46 }]).seat.capacity).toBe(46)
  })

  it('takes a person promoted earlier in the batch for a confirmed one', () => {
    const seat: Seat = { capacity: 1, taken: 1, waiting: 2, lastNumber: 3, lastPromotion: 0 }
    const requests: SeatRequest[] = [
      { kind: 'cancel', signupId: 'a', state: 'confirmed' },
      { kind: 'cancel', signupId: 'b', state: 'waitlisted' },
    ]
    const { outcomes, seat: after } = decideSeats(seat, ['b', 'c'], requests)
    expect(outcomes[1]).toEqual({ signupId: 'b', state: 'confirmed', promotions: [{ signupId: 'c', promotion: 2 }] })
    expect(after).toMatchObject({ taken: 1, waiting: 0 })
  })

  it('says so when it is given too little of the queue', () => {
    const seat: Seat = { capacity: 1, taken: 1, waiting: 2, lastNumber: 3, lastPromotion: 0 }
    expect(() => decideSeats(seat, [], [{ kind: 'cancel', signupId: 'a', state: 'confirmed' }])).toThrow('too little of the queue')
  })
})

/** The plainest thing that could be right: lists of names, one request at a time. */
function model(capacity: number | null) {
  return { capacity, confirmed: [] as string[], queue: [] as string[], arrived: 0, promoted: [] as string[] }
}
type Model = ReturnType<typeof model>

function step(m: Model, request: SeatRequest): void {
  if (request.kind === 'sign-up') {
    m.arrived += 1
    m.queue.push(request.signupId)
    const before = m.promoted.length
    fill(m)
    // Straight from arrival to a place is no promotion.
    m.promoted.length = before
  } else if (request.kind === 'cancel') {
    m.confirmed = m.confirmed.filter((id) => id !== request.signupId)
    m.queue = m.queue.filter((id) => id !== request.signupId)
    fill(m)
  } else if (request.capacity === null || request.capacity >= m.confirmed.length) {
    m.capacity = request.capacity
    fill(m)
  }
}

function fill(m: Model): void {
  while (m.queue.length > 0 && (m.capacity === null || m.confirmed.length < m.capacity)) {
    const first = m.queue.shift()
    if (first === undefined) return
    m.confirmed.push(first)
    m.promoted.push(first)
  }
}

const capacities = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null, freq: 8 })
const wishes = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant({ kind: 'sign-up' as const }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('cancel' as const), pick: fc.nat(1000) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('resize' as const), capacity: capacities }) },
  ),
  { maxLength: 60 },
)
const batches = fc.array(fc.nat(7), { minLength: 1, maxLength: 20 })

/** Turns wishes into batches of requests that refer to people who are there, as their callers saw them before the batch. */
function play(
  capacity: number | null,
  list: readonly { kind: 'sign-up' | 'cancel' | 'resize'; pick?: number; capacity?: number | null }[],
  sizes: readonly number[],
) {
  const m = model(capacity)
  let seat = empty(capacity)
  const promotions: string[] = []
  let made = 0
  for (let at = 0, turn = 0; at < list.length; turn++) {
    const size = 1 + (sizes[turn % sizes.length] ?? 0)
    const confirmed = new Set(m.confirmed)
    const present = [...m.confirmed, ...m.queue]
    const requests = list.slice(at, at + size).flatMap((wish): SeatRequest[] => {
      if (wish.kind === 'sign-up') return [signUp(`s${++made}`)]
      if (wish.kind === 'resize') return [{ kind: 'resize', capacity: wish.capacity ?? null }]
      const [signupId] = present.splice((wish.pick ?? 0) % Math.max(1, present.length), 1)
      return signupId === undefined ? [] : [{ kind: 'cancel', signupId, state: confirmed.has(signupId) ? 'confirmed' : 'waitlisted' }]
    })
    at += size
    const decided = decideSeats(seat, m.queue.slice(0, queueNeeded(seat, requests)), requests)
    seat = decided.seat
    requests.forEach((request) => step(m, request))
    promotions.push(
      ...decided.outcomes.flatMap((outcome) => ('promotions' in outcome ? outcome.promotions.map(({ signupId }) => signupId) : [])),
    )
  }
  return { m, seat, promotions }
}

describe('decideSeats, in any history and any batches', () => {
  it('keeps the counters, the order of the queue and the promotions of the plain model', () => {
    fc.assert(
      fc.property(capacities, wishes, batches, (capacity, list, sizes) => {
        const { m, seat, promotions } = play(capacity, list, sizes)
        expect(seat).toEqual({
          capacity: m.capacity,
          taken: m.confirmed.length,
          waiting: m.queue.length,
          lastNumber: m.arrived,
          lastPromotion: m.promoted.length,
        })
        expect(promotions).toEqual(m.promoted)
      }),
      { numRuns: 2000 },
    )
  })

  it('is never overbooked and leaves no place idle while somebody waits', () => {
    fc.assert(
      fc.property(capacities, wishes, batches, (capacity, list, sizes) => {
        const { seat } = play(capacity, list, sizes)
        expect(seat.capacity === null || seat.taken <= seat.capacity).toBe(true)
        expect(seat.waiting === 0 || seat.taken === seat.capacity).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('decides the same for a batch as for one request after another', () => {
    fc.assert(
      fc.property(capacities, wishes, batches, (capacity, list, sizes) => {
        const together = play(
          capacity,
          list.filter(({ kind }) => kind !== 'cancel'),
          sizes,
        )
        const apart = play(
          capacity,
          list.filter(({ kind }) => kind !== 'cancel'),
          [0],
        )
        expect(together.seat).toEqual(apart.seat)
        expect(together.promotions).toEqual(apart.promotions)
      }),
      { numRuns: 500 },
    )
  })
})
