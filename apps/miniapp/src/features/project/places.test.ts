import { expect, it } from 'vitest'
import { openingOf, placesOf } from './places'

it('says how many places are left', () => {
  expect(placesOf({ capacity: 50, confirmed: 46 })).toEqual({ left: 4, isFull: false, share: 0.92 })
})

it('is full without a place left, also when a host kept more people than places', () => {
  expect(placesOf({ capacity: 50, confirmed: 50 })).toEqual({ left: 0, isFull: true, share: 1 })
  expect(placesOf({ capacity: 40, confirmed: 46 })).toEqual({ left: 0, isFull: true, share: 1 })
})

it('is never full without a limit', () => {
  expect(placesOf({ capacity: null, confirmed: 3000 })).toEqual({ left: null, isFull: false, share: null })
})

const session = {
  state: 'open' as const,
  capacity: 50,
  confirmed: 46,
  signupOpensAt: '2026-11-01T00:00:00.000Z',
  signupClosesAt: '2026-11-20T04:00:00.000Z',
}
const now = '2026-11-10T00:00:00.000Z'

it.each([
  ['places', {}, now],
  ['full', { confirmed: 50 }, now],
  ['unlimited', { capacity: null }, now],
  ['not-open', {}, '2026-10-31T23:59:59.999Z'],
  ['closed', {}, '2026-11-20T04:00:00.000Z'],
  ['cancelled', { state: 'cancelled' as const, confirmed: 50 }, now],
] as const)('says %s first', (opening, change, at) => {
  expect(openingOf({ ...session, ...change }, at)).toBe(opening)
})
