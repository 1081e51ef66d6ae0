import { expect, it } from 'vitest'
import { completeCycle, emptyCycle, weightSum } from './cycle-form'

const days = { nominationOpensOn: '2026-12-01', nominationClosesOn: '2026-12-10', frozenOn: '2026-12-10', scoringClosesOn: '2026-12-20' }

it('begins with weights that sum to a hundred', () => expect(weightSum(emptyCycle(2026))).toBe(100))

it('is complete with days, judges and weights', () => {
  const values = { ...emptyCycle(2026), ...days }
  expect(completeCycle(values, ['emp_a'])).toMatchObject({ year: 2026, places: 11, ...days, judgeIds: ['emp_a'] })
  expect(completeCycle(values, [])).toBeUndefined()
  expect(completeCycle({ ...values, frozenOn: '' }, ['emp_a'])).toBeUndefined()
  expect(completeCycle({ ...values, impact: '31' }, ['emp_a'])).toBeUndefined()
  expect(completeCycle({ ...values, places: '' }, ['emp_a'])).toBeUndefined()
})
