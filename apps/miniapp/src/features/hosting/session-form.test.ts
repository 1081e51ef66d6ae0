import { describe, expect, it } from 'vitest'
import { capacityOf, proposeSession, sessionDraftOf, withWindows } from './session-form'

const now = new Date('2026-11-20T04:00:00.000Z')
const form = { ...proposeSession('深圳湾红树林净滩', '深圳', now), place: '深圳湾公园 B 口' }

describe('the session form', () => {
  it('proposes an afternoon in a week, with sign-up from now until two hours before', () => {
    expect(sessionDraftOf(form)).toMatchObject({
      startsAt: '2026-11-27T06:00:00.000Z',
      endsAt: '2026-11-27T09:00:00.000Z',
      signupOpensAt: '2026-11-20T04:00:00.000Z',
      signupClosesAt: '2026-11-27T04:00:00.000Z',
      lateCancelAt: '2026-11-26T06:00:00.000Z',
      capacity: 30,
    })
  })

  it('takes the windows along when the start moves', () => {
    const moved = withWindows(form, { day: '2026-12-01', starts: '01:00' })
    expect([moved.closesDay, moved.closesTime, moved.lateDay, moved.lateTime]).toEqual(['2026-11-30', '23:00', '2026-11-30', '01:00'])
  })

  it('ends on the next day when the end is not after the start', () => {
    expect(sessionDraftOf({ ...form, starts: '22:00', ends: '01:00' })?.endsAt).toBe('2026-11-27T17:00:00.000Z')
  })

  it('waits for what is missing', () => {
    expect(sessionDraftOf({ ...form, place: ' ' })).toBeUndefined()
    expect(sessionDraftOf({ ...form, capacity: '1.5' })).toBeUndefined()
  })

  it.each([
    ['', null],
    ['50', 50],
    ['0', undefined],
    ['100001', undefined],
    ['五十', undefined],
  ])('reads the places %j as %j', (typed, places) => {
    expect(capacityOf(typed)).toBe(places)
  })

  it('names no city on line', () => {
    expect(sessionDraftOf({ ...form, online: true })?.city).toBeNull()
  })
})
