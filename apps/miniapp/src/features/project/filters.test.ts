import { describe, expect, it } from 'vitest'
import { countFilters, dayRange, isNarrowed, noFilters, projectQuery, sessionQuery } from './filters'

const friday = '2026-11-20T06:00:00.000Z'
const saturday = '2026-11-21T06:00:00.000Z'
const sunday = '2026-11-22T06:00:00.000Z'

describe('the days of a choice', () => {
  it.each([
    ['any', friday, {}],
    ['today', friday, { from: '2026-11-20', until: '2026-11-20' }],
    ['tomorrow', friday, { from: '2026-11-21', until: '2026-11-21' }],
    ['weekend', friday, { from: '2026-11-21', until: '2026-11-22' }],
    ['weekend', saturday, { from: '2026-11-21', until: '2026-11-22' }],
    ['weekend', sunday, { from: '2026-11-22', until: '2026-11-22' }],
    ['week', friday, { from: '2026-11-20', until: '2026-11-26' }],
    ['month', friday, { from: '2026-11-20', until: '2026-12-19' }],
  ] as const)('%s on %s', (choice, now, range) => expect(dayRange(choice, now)).toEqual(range))

  it('follows the Shanghai calendar, not that of the phone', () => {
    expect(dayRange('today', '2026-11-20T16:30:00.000Z')).toEqual({ from: '2026-11-21', until: '2026-11-21' })
  })
})

describe('what is asked of the API', () => {
  it('asks for everything when nothing is chosen', () => {
    expect(Object.values(sessionQuery(noFilters, friday)).filter(Boolean)).toEqual([])
  })

  it('trims the words and sends flags only when they are set', () => {
    expect(sessionQuery({ ...noFilters, search: ' 红树林 ', isOpen: true, day: 'today' }, friday)).toMatchObject({
      search: '红树林',
      open: 'true',
      online: undefined,
      from: '2026-11-20',
    })
  })

  it('leaves days and places out for projects, which have none', () => {
    expect(projectQuery({ ...noFilters, field: 'environment', day: 'today', isOpen: true })).toEqual({
      search: undefined,
      field: 'environment',
      city: undefined,
      branchId: undefined,
    })
  })
})

it('counts the filters apart from the search words', () => {
  expect(countFilters({ ...noFilters, search: '红树林' })).toBe(0)
  expect(countFilters({ ...noFilters, city: '深圳', isOpen: true, day: 'week' })).toBe(3)
  expect(isNarrowed(noFilters)).toBe(false)
  expect(isNarrowed({ ...noFilters, search: '红' })).toBe(true)
})
