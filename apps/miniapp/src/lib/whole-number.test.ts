import { expect, it } from 'vitest'
import { wholeNumber, wholeOrNull } from './whole-number'

it('takes whole numbers within bounds and nothing else', () => {
  expect(['50', ' -3 ', '−3', '0', '1.5', '', 'x', '1001'].map((typed) => wholeNumber(typed, -10, 1000))).toEqual([
    50,
    -3,
    -3,
    0,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

it('takes nothing typed for no limit', () => {
  expect([' ', '2', '0'].map((typed) => wholeOrNull(typed, 1, 9))).toEqual([null, 2, undefined])
})
