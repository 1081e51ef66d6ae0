import { expect, it } from 'vitest'
import { askedAlready, daysToTake, partFor } from './leave-wish'

const on = (from: string, to: string) => ({ startsAt: `2026-11-${from}:00.000Z`, endsAt: `2026-11-${to}:00.000Z` })
const left = { leftMinutes: 480, halfDayMinutes: 240 }

it('proposes the half of the day that the session takes', () => {
  expect(partFor(on('20T06:00', '20T09:00'), left)).toBe('afternoon')
  expect(partFor(on('20T01:00', '20T04:00'), left)).toBe('morning')
  expect(partFor(on('20T01:00', '20T09:00'), left)).toBe('day')
  expect(partFor(on('20T01:00', '20T09:00'), { ...left, leftMinutes: 240 })).toBe('morning')
})

it('offers the days of a session that are still ahead, in this year and the next', () => {
  const camp = on('20T01:00', '22T09:00')
  expect(daysToTake(camp, '2026-11-10T01:00:00.000Z')).toEqual(['2026-11-20', '2026-11-21', '2026-11-22'])
  expect(daysToTake(camp, '2026-11-21T15:00:00.000Z')).toEqual(['2026-11-21', '2026-11-22'])
  expect(daysToTake(camp, '2026-11-23T01:00:00.000Z')).toEqual([])
  const newYear = { startsAt: '2026-12-31T10:00:00.000Z', endsAt: '2026-12-31T20:00:00.000Z' }
  expect(daysToTake(newYear, '2026-12-01T01:00:00.000Z')).toEqual(['2026-12-31', '2027-01-01'])
  expect(daysToTake(newYear, '2025-12-01T01:00:00.000Z')).toEqual(['2026-12-31'])
})

it('knows the sign-ups that have leave, and those whose leave came back', () => {
  const requests = [
    { signupId: 'sgn_1', state: 'requested' as const },
    { signupId: 'sgn_2', state: 'cancelled' as const },
    { signupId: 'sgn_2', state: 'approved' as const },
    { signupId: 'sgn_3', state: 'declined' as const },
  ]
  expect([...askedAlready(requests)]).toEqual(['sgn_1', 'sgn_2'])
})
