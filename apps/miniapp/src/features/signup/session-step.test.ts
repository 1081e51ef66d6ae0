import type { Session } from '@yijian/shared/project/shapes'
import { expect, it } from 'vitest'
import { sessionStep } from './session-step'

const now = '2026-11-18T00:00:00.000Z'
const session = {
  id: 'ses_a',
  title: '净滩',
  state: 'open',
  cancelReason: null,
  projectState: 'published',
  startsAt: '2026-11-20T08:00:00.000Z',
  endsAt: '2026-11-20T11:00:00.000Z',
  signupOpensAt: '2026-11-01T00:00:00.000Z',
  signupClosesAt: '2026-11-20T04:00:00.000Z',
  capacity: 50,
  confirmed: 46,
  waiting: 0,
  mine: null,
} as Session

function other(
  change: { state?: 'confirmed' | 'cancelled'; sessionState?: 'open' | 'cancelled'; startsAt?: string; endsAt?: string } = {},
) {
  const { state = 'confirmed', sessionState = 'open', startsAt = '2026-11-20T10:59:00.000Z', endsAt = '2026-11-20T12:00:00.000Z' } = change
  return { signup: { state }, session: { id: 'ses_b', title: '敬老日', state: sessionState, startsAt, endsAt } }
}

it('offers a place while there is one', () => {
  expect(sessionStep(session, [], now)).toEqual({ kind: 'sign-up', left: 4 })
  expect(sessionStep({ ...session, capacity: null }, [], now)).toEqual({ kind: 'sign-up', left: null })
})

it('offers the waitlist when it is full, and behind others even when a place has just come free', () => {
  expect(sessionStep({ ...session, confirmed: 50, waiting: 3 }, [], now)).toEqual({ kind: 'join-waitlist', ahead: 3 })
  expect(sessionStep({ ...session, confirmed: 49, waiting: 1 }, [], now)).toEqual({ kind: 'join-waitlist', ahead: 1 })
})

it('shows where the person stands', () => {
  const mine = { signupId: 'sgn_a', state: 'waitlisted' as const, signedUpAt: now, waitlistPosition: 3 }
  expect(sessionStep({ ...session, mine }, [], now)).toEqual({
    kind: 'mine',
    signupId: 'sgn_a',
    state: 'waitlisted',
    signedUpAt: now,
    position: 3,
  })
})

it('lets a person who cancelled sign up again', () => {
  const mine = { signupId: 'sgn_a', state: 'cancelled' as const, signedUpAt: now, waitlistPosition: null }
  expect(sessionStep({ ...session, mine }, [], now).kind).toBe('sign-up')
})

it('refuses what shares a minute with another sign-up, naming it', () => {
  const step = sessionStep(session, [other()], now)
  expect(step).toMatchObject({ kind: 'refused', refusal: { code: 'overlapping-session', data: { title: '敬老日' } } })
})

it('lets touching ends, given back places and cancelled sessions pass', () => {
  const harmless = [other({ startsAt: '2026-11-20T11:00:00.000Z' }), other({ state: 'cancelled' }), other({ sessionState: 'cancelled' })]
  expect(sessionStep(session, harmless, now).kind).toBe('sign-up')
})

it('refuses after the closing time', () => {
  expect(sessionStep(session, [], '2026-11-20T04:00:00.000Z')).toMatchObject({ kind: 'refused', refusal: { code: 'signup-closed' } })
})
