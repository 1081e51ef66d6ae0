import { expect, it } from 'vitest'
import { exactHours, periodOf } from './period'

const now = '2026-11-20T17:00:00.000Z'

it('knows the usual periods, by the day in Shanghai', () => {
  expect(periodOf('this-year', now, '2020-03-01')).toEqual({ fromOn: '2026-01-01', toOn: '2026-11-21' })
  expect(periodOf('last-year', now, '2020-03-01')).toEqual({ fromOn: '2025-01-01', toOn: '2025-12-31' })
  expect(periodOf('all', now, '2020-03-01')).toEqual({ fromOn: '2020-03-01', toOn: '2026-11-21' })
  expect(periodOf('own', now, '2020-03-01')).toEqual({ fromOn: '2026-01-01', toOn: '2026-11-21' })
})

it('says hours as the paper does', () => {
  expect([180, 90, 100].map(exactHours)).toEqual(['3', '1.5', '1.67'])
})
