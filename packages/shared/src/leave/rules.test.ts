import { describe, expect, it } from 'vitest'
import {
  type DecideFacts,
  type RequestFacts,
  canCancelLeave,
  canDecideLeave,
  canRequestLeave,
  leaveMinutesFor,
  sessionFallsOn,
  stateAfterDay,
  takesSignup,
} from './rules.ts'

const request: RequestFacts = {
  now: '2026-11-18T02:00:00.000Z',
  signup: { state: 'confirmed' },
  session: { startsAt: '2026-11-20T06:00:00.000Z', endsAt: '2026-11-20T09:00:00.000Z', cancelReason: null },
  leaveOn: '2026-11-20',
  part: 'afternoon',
  live: [],
  wantedMinutes: 240,
  availableMinutes: 480,
}
const ask = (change: Partial<RequestFacts>) => canRequestLeave({ ...request, ...change })

it('takes as many halves as the part has, in the measure of the policy', () => {
  expect(leaveMinutesFor('morning', 240)).toBe(240)
  expect(leaveMinutesFor('afternoon', 180)).toBe(180)
  expect(leaveMinutesFor('day', 180)).toBe(360)
})

it('counts the days of a session in Shanghai, to the minute', () => {
  const night = { startsAt: '2026-11-20T14:00:00.000Z', endsAt: '2026-11-20T16:00:00.000Z' }
  expect(sessionFallsOn(night, '2026-11-20')).toBe(true)
  expect(sessionFallsOn(night, '2026-11-21')).toBe(false)
  expect(sessionFallsOn({ ...night, endsAt: '2026-11-20T16:01:00.000Z' }, '2026-11-21')).toBe(true)
  expect(sessionFallsOn(night, '2026-11-19')).toBe(false)
})

describe('canRequestLeave', () => {
  it('lets a person with a place ask for the day of the session, until that day is over', () => {
    expect(ask({})).toEqual({ ok: true })
    expect(ask({ now: '2026-11-20T15:59:00.000Z' })).toEqual({ ok: true })
    expect(ask({ now: '2026-11-20T16:00:00.000Z' })).toMatchObject({ code: 'leave-day-passed' })
  })

  it.each([
    [{ session: { ...request.session, cancelReason: '台风' } }, 'session-cancelled', { reason: '台风' }],
    [{ signup: { state: 'waitlisted' as const } }, 'leave-needs-place', { state: 'waitlisted' }],
    [{ leaveOn: '2026-11-21' }, 'leave-day-mismatch', { leaveOn: '2026-11-21', sessionOn: '2026-11-20' }],
    [{ wantedMinutes: 480, availableMinutes: 240 }, 'leave-insufficient', { wantedMinutes: 480, availableMinutes: 240, year: 2026 }],
    [{ live: [{ forSignup: true, leaveOn: '2026-11-20', part: 'morning' as const }] }, 'leave-already-asked', {}],
    [{ live: [{ forSignup: false, leaveOn: '2026-11-20', part: 'afternoon' as const }] }, 'leave-already-asked', {}],
    [{ live: [{ forSignup: false, leaveOn: '2026-11-20', part: 'day' as const }] }, 'leave-already-asked', {}],
  ])('refuses %o as %s', (change, code, data) => {
    expect(ask(change)).toMatchObject({ ok: false, code, data })
  })

  it('takes the other half of a day for another session', () => {
    expect(ask({ live: [{ forSignup: false, leaveOn: '2026-11-20', part: 'morning' }] })).toEqual({ ok: true })
  })

  it('is asked for in the year before at the earliest, to the minute', () => {
    const session = { ...request.session, startsAt: '2028-01-03T06:00:00.000Z', endsAt: '2028-01-03T09:00:00.000Z' }
    const at = (now: string) => ask({ session, leaveOn: '2028-01-03', now })
    expect(at('2026-12-31T15:59:00.000Z')).toMatchObject({ code: 'leave-year-ahead', data: { from: '2027-01-01' } })
    expect(at('2026-12-31T16:00:00.000Z')).toEqual({ ok: true })
  })
})

it('is taken back before its day begins, while it is open', () => {
  const leave = { state: 'approved' as const, leaveOn: '2026-11-20' }
  expect(canCancelLeave(leave, '2026-11-19T15:59:00.000Z')).toEqual({ ok: true })
  expect(canCancelLeave(leave, '2026-11-19T16:00:00.000Z')).toMatchObject({ code: 'leave-day-passed' })
  for (const state of ['declined', 'used', 'cancelled', 'returned'] as const)
    expect(canCancelLeave({ ...leave, state }, '2026-11-18T02:00:00.000Z')).toMatchObject({ code: 'leave-state', data: { state } })
})

describe('canDecideLeave', () => {
  const branch = { id: 'brn_a', name: '深圳分会' }
  const facts: DecideFacts = {
    actorId: 'emp_lead',
    actorIsHr: false,
    actorLeads: [branch.id],
    person: { id: 'emp_me', branches: [branch] },
    leave: { state: 'requested', leaveOn: '2026-11-20' },
    decision: 'approved',
    reason: null,
    now: '2026-11-18T02:00:00.000Z',
  }

  it('lets HR, and a lead of a branch the person belongs to, decide', () => {
    expect(canDecideLeave(facts)).toEqual({ ok: true })
    expect(canDecideLeave({ ...facts, actorIsHr: true, actorLeads: [] })).toEqual({ ok: true })
    expect(canDecideLeave({ ...facts, actorLeads: ['brn_b'] })).toMatchObject({ code: 'other-branch', data: { branch: '深圳分会' } })
  })

  it('lets nobody decide about themself, HR neither', () => {
    expect(canDecideLeave({ ...facts, actorId: 'emp_me', actorIsHr: true })).toMatchObject({ code: 'own-leave' })
  })

  it('needs a reason to decline, and leave that still waits', () => {
    expect(canDecideLeave({ ...facts, decision: 'declined' })).toMatchObject({ code: 'reason-required' })
    expect(canDecideLeave({ ...facts, decision: 'declined', reason: '当天有发布' })).toEqual({ ok: true })
    expect(canDecideLeave({ ...facts, leave: { ...facts.leave, state: 'approved' } })).toMatchObject({ code: 'leave-state' })
    expect(canDecideLeave({ ...facts, now: '2026-11-20T16:00:00.000Z' })).toMatchObject({ code: 'leave-day-passed' })
  })
})

it('is taken once its day is over, or comes back if nobody decided', () => {
  expect(['requested', 'approved', 'declined', 'used', 'cancelled', 'returned'].map((state) => stateAfterDay(state as never))).toEqual([
    'returned',
    'used',
    'declined',
    'used',
    'cancelled',
    'returned',
  ])
})

it('takes its sign-up until the minutes go back', () => {
  const states = ['requested', 'approved', 'declined', 'used', 'cancelled', 'returned'] as const
  expect(states.filter(takesSignup)).toEqual(['requested', 'approved', 'used'])
})
