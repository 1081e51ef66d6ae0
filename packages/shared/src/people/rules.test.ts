import { describe, expect, it } from 'vitest'
import { canGrantRole, canLogIn, canRecordDeparture, employedOn, type GrantFacts, roleHeldAt } from './rules.ts'

const person = { hiredOn: '2024-03-01', leftOn: '2026-10-31' }

describe('employedOn', () => {
  it.each([
    ['2024-02-29', false],
    ['2024-03-01', true],
    ['2026-10-31', true],
    ['2026-11-01', false],
  ])('on %s is %s', (day, employed) => expect(employedOn(person, day)).toBe(employed))

  it('has no end while the last day is not known', () => expect(employedOn({ ...person, leftOn: null }, '2099-01-01')).toBe(true))
})

describe('canLogIn', () => {
  it('does not know a person before the first day', () =>
    expect(canLogIn(person, '2024-02-29')).toMatchObject({ code: 'employee-unknown' }))
  it('lets a person in on the last day', () => expect(canLogIn(person, '2026-10-31')).toEqual({ ok: true }))
  it('names the last day to a person who has left', () =>
    expect(canLogIn(person, '2026-11-01')).toMatchObject({ code: 'employee-left', data: { leftOn: '2026-10-31' } }))
})

describe('roleHeldAt', () => {
  const term = { startsOn: '2026-11-20', endsOn: '2026-11-20', endedAt: null }

  it.each([
    // The day begins at 16:00 UTC of the day before.
    ['2026-11-19T15:59:59.999Z', false],
    ['2026-11-19T16:00:00.000Z', true],
    ['2026-11-20T15:59:59.999Z', true],
    ['2026-11-20T16:00:00.000Z', false],
  ])('counts by the day in Shanghai: %s is %s', (at, held) => expect(roleHeldAt(term, at)).toBe(held))

  it('stops in the moment it is ended', () => {
    const ended = { ...term, endsOn: null, endedAt: '2026-11-20T06:00:00.000Z' }
    expect(roleHeldAt(ended, '2026-11-20T05:59:59.999Z')).toBe(true)
    expect(roleHeldAt(ended, '2026-11-20T06:00:00.000Z')).toBe(false)
  })
})

describe('canGrantRole', () => {
  const facts: GrantFacts = {
    granterId: 'emp_a',
    employee: { id: 'emp_b', hiredOn: '2020-01-01', leftOn: null },
    role: 'hr',
    branchId: null,
    startsOn: '2026-11-20',
    endsOn: null,
    grants: [],
  }
  const held = { role: 'hr', branchId: null, startsOn: '2026-01-01', endsOn: null, endedAt: null }

  it('allows a role nobody gave before', () => expect(canGrantRole(facts)).toEqual({ ok: true }))
  it('refuses a role to oneself', () => expect(canGrantRole({ ...facts, granterId: 'emp_b' })).toMatchObject({ code: 'own-role' }))
  it('refuses a branch lead without a branch', () =>
    expect(canGrantRole({ ...facts, role: 'branch-lead' })).toMatchObject({ code: 'role-needs-branch', data: { role: 'branch-lead' } }))
  it('refuses a branch for a role of the company', () =>
    expect(canGrantRole({ ...facts, branchId: 'brn_a' })).toMatchObject({ code: 'role-needs-branch' }))
  it('refuses who has left before it begins', () =>
    expect(canGrantRole({ ...facts, employee: { ...facts.employee, leftOn: '2026-11-19' } })).toMatchObject({ code: 'employee-left' }))
  it('refuses a role that is held, and says since when', () =>
    expect(canGrantRole({ ...facts, grants: [held] })).toMatchObject({ code: 'role-held-already', data: { since: '2026-01-01' } }))

  it.each([
    ['ends the day before', { ...held, endsOn: '2026-11-19' }],
    ['was ended', { ...held, endedAt: '2026-05-01T00:00:00.000Z' }],
    ['is another role', { ...held, role: 'judge' }],
    ['is for another branch', { ...held, branchId: 'brn_b' }],
  ])('does not mind one that %s', (_, grant) => expect(canGrantRole({ ...facts, grants: [grant] })).toEqual({ ok: true }))

  it('refuses one that shares a single day', () => {
    expect(canGrantRole({ ...facts, grants: [{ ...held, endsOn: '2026-11-20' }] })).toMatchObject({ ok: false })
    expect(canGrantRole({ ...facts, endsOn: '2026-12-01', grants: [{ ...held, startsOn: '2026-12-01' }] })).toMatchObject({ ok: false })
    expect(canGrantRole({ ...facts, endsOn: '2026-11-30', grants: [{ ...held, startsOn: '2026-12-01' }] })).toEqual({ ok: true })
  })
})

describe('canRecordDeparture', () => {
  const employed = { hiredOn: '2026-11-01', leftOn: null }
  it('takes the first day as the last', () => expect(canRecordDeparture(employed, '2026-11-01')).toEqual({ ok: true }))
  it('refuses a day before the first', () =>
    expect(canRecordDeparture(employed, '2026-10-31')).toMatchObject({ code: 'departure-too-early', data: { hiredOn: '2026-11-01' } }))
  it('records it once', () =>
    expect(canRecordDeparture({ ...employed, leftOn: '2026-11-30' }, '2026-11-30')).toMatchObject({ code: 'departure-recorded' }))
})
