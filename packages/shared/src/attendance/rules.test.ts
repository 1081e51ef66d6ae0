import { describe, expect, it } from 'vitest'
import { attendanceProblems } from './problems.ts'
import { type ScanFacts, gradeOf, scanEffect, scanVerdict, scanWindow } from './rules.ts'

const settings = { opensBeforeMinutes: 30, checkInClosesAfterEndMinutes: 0, checkOutClosesAfterEndMinutes: 120 }
const session = { title: '净滩', startsAt: '2026-11-20T06:00:00.000Z', endsAt: '2026-11-20T09:00:00.000Z', cancelReason: null }
const inAt = '2026-11-20T05:50:00.000Z'

/** A confirmed person with a fresh code at half past two. */
function facts(changes: Partial<ScanFacts> = {}): ScanFacts {
  return {
    kind: 'in',
    means: 'code',
    now: '2026-11-20T06:30:00.000Z',
    codeGoodUntil: '2099-01-01T00:00:00.000Z',
    name: null,
    session,
    signup: { state: 'confirmed' },
    mine: null,
    elsewhere: null,
    settings,
    ...changes,
  }
}
const codeOf = (changes: Partial<ScanFacts>) => {
  const verdict = scanVerdict(facts(changes))
  return verdict.ok ? 'ok' : verdict.code
}

describe('scanVerdict', () => {
  it('lets a confirmed person in and out', () => {
    expect(codeOf({})).toBe('ok')
    expect(codeOf({ kind: 'out', mine: { inAt, outAt: null } })).toBe('ok')
  })

  it.each([
    ['2026-11-20T05:29:59.999Z', 'too-early'],
    ['2026-11-20T05:30:00.000Z', 'ok'],
    ['2026-11-20T08:59:59.999Z', 'ok'],
    ['2026-11-20T09:00:00.000Z', 'too-late'],
  ])('judges a check-in at %s: %s', (now, expected) => expect(codeOf({ now })).toBe(expected))

  it.each([
    ['2026-11-20T05:30:00.000Z', 'ok'],
    ['2026-11-20T10:59:59.999Z', 'ok'],
    ['2026-11-20T11:00:00.000Z', 'too-late'],
  ])('judges a check-out at %s: %s', (now, expected) => expect(codeOf({ kind: 'out', now, mine: { inAt, outAt: null } })).toBe(expected))

  it('lets a host record an arrival by name as long as check-out goes on', () => {
    expect(codeOf({ means: 'named', codeGoodUntil: null, now: '2026-11-20T10:59:59.999Z' })).toBe('ok')
    expect(codeOf({ means: 'named', codeGoodUntil: null, now: '2026-11-20T11:00:00.000Z' })).toBe('too-late')
  })

  it('takes a code until its life ends and not a moment longer', () => {
    expect(codeOf({ codeGoodUntil: '2026-11-20T06:30:00.001Z' })).toBe('ok')
    expect(codeOf({ codeGoodUntil: '2026-11-20T06:30:00.000Z' })).toBe('code-expired')
  })

  it('names the first reason the person can act on', () => {
    const everything: Partial<ScanFacts> = {
      now: '2026-11-20T12:00:00.000Z',
      codeGoodUntil: inAt,
      session: { ...session, cancelReason: '台风' },
      signup: { state: 'cancelled', cancelledAt: inAt },
      elsewhere: { title: '敬老', inAt },
    }
    expect(codeOf(everything)).toBe('code-expired')
    expect(codeOf({ ...everything, codeGoodUntil: null })).toBe('session-cancelled')
    expect(codeOf({ ...everything, codeGoodUntil: null, session })).toBe('place-given-back')
    expect(codeOf({ ...everything, codeGoodUntil: null, session, signup: null })).toBe('not-signed-up')
    expect(codeOf({ ...everything, codeGoodUntil: null, session, signup: { state: 'waitlisted', position: 3 } })).toBe('still-waitlisted')
    expect(codeOf({ ...everything, codeGoodUntil: null, session, signup: { state: 'confirmed' } })).toBe('too-late')
    expect(codeOf({ elsewhere: { title: '敬老', inAt } })).toBe('checked-in-elsewhere')
    expect(codeOf({ kind: 'out' })).toBe('not-checked-in')
  })

  it('answers a repeat at any time, but not after the place was given back', () => {
    expect(codeOf({ now: '2026-11-20T12:00:00.000Z', mine: { inAt, outAt: null } })).toBe('ok')
    expect(codeOf({ mine: { inAt, outAt: null }, signup: { state: 'cancelled', cancelledAt: inAt } })).toBe('place-given-back')
  })

  it('lets nobody who has left come back while checked in elsewhere', () => {
    const mine = { inAt, outAt: '2026-11-20T06:20:00.000Z' }
    expect(codeOf({ mine })).toBe('ok')
    expect(codeOf({ mine, elsewhere: { title: '敬老', inAt } })).toBe('checked-in-elsewhere')
  })
})

describe('the words of a refusal', () => {
  it('speak to the person who scans and name the one a host looked up', () => {
    const words = (name: string | null) => attendanceProblems['still-waitlisted'].zh({ name, position: 3 })
    expect(words(null).detail).toBe('你目前是候补第 3 位，名额尚未确认。')
    expect(words('陈小禾').detail).toBe('陈小禾目前是候补第 3 位，名额尚未确认。')
    expect(scanVerdict(facts({ signup: null, name: '陈小禾' }))).toMatchObject({ data: { name: '陈小禾' } })
  })
})

describe('scanEffect', () => {
  it('keeps the first in and the last out', () => {
    expect(scanEffect('in', null)).toBe('arrive')
    expect(scanEffect('in', { inAt, outAt: null })).toBe('none')
    expect(scanEffect('out', { inAt, outAt: null })).toBe('leave')
    expect(scanEffect('out', { inAt, outAt: inAt })).toBe('none')
    expect(scanEffect('in', { inAt, outAt: inAt })).toBe('return')
    expect(scanEffect('out', null)).toBe('none')
  })
})

describe('scanWindow', () => {
  it('follows the settings, whatever the day or the clocks abroad do', () => {
    // Clocks in New York go back at 06:00 UTC that night; the session lasts four real hours.
    const night = { startsAt: '2026-11-01T04:00:00.000Z', endsAt: '2026-11-01T08:00:00.000Z' }
    const window = scanWindow(
      night,
      { kind: 'in', means: 'code' },
      { opensBeforeMinutes: 300, checkInClosesAfterEndMinutes: 5, checkOutClosesAfterEndMinutes: 0 },
    )
    expect(window.opensAt.toISOString()).toBe('2026-10-31T23:00:00.000Z')
    expect(window.closesAt.toISOString()).toBe('2026-11-01T08:05:00.000Z')
  })
})

describe('gradeOf', () => {
  it('gives A to two scans and B to one', () => {
    expect(gradeOf({ inAt, outAt: session.endsAt }, session.endsAt)).toBe('A')
    expect(gradeOf({ inAt, outAt: null }, session.endsAt)).toBe('B')
  })

  it('gives B to an arrival recorded after the end', () => {
    expect(gradeOf({ inAt: session.endsAt, outAt: '2026-11-20T09:10:00.000Z' }, session.endsAt)).toBe('B')
  })
})
