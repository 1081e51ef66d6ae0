import { describe, expect, it } from 'vitest'
import { balancedLines } from './balanced.ts'

const me = 'emp_0d3k9x2m4q7rt'
const pair = (amount: number) => [
  { account: `${me}/credit`, amount },
  { account: 'system/credit', amount: -amount },
]

describe('balancedLines', () => {
  it('accepts a journal that sums to zero in every unit', () => {
    expect(() =>
      balancedLines([...pair(10_000), { account: `${me}/hours`, amount: 60 }, { account: 'system/hours', amount: -60 }]),
    ).not.toThrow()
  })

  it('accepts a move between two accounts of one person', () => {
    expect(() =>
      balancedLines([
        { account: `${me}/credit`, amount: -500 },
        { account: `${me}/credit-held`, amount: 500 },
      ]),
    ).not.toThrow()
  })

  it.each([
    ['nothing', []],
    ['a single entry', [{ account: `${me}/credit`, amount: 1 }]],
    [
      'an unbalanced unit',
      [
        { account: `${me}/credit`, amount: 100 },
        { account: 'system/credit', amount: -99 },
      ],
    ],
    [
      'minutes against fen',
      [
        { account: `${me}/hours`, amount: 60 },
        { account: 'system/credit', amount: -60 },
      ],
    ],
    ['an empty entry', pair(0)],
    ['a fraction', pair(0.5)],
    ['an amount beyond what a number holds exactly', pair(2 ** 53)],
    ['an account twice', [...pair(100), ...pair(-100)]],
    [
      'an account that is not on the chart',
      [
        { account: `${me}/gold`, amount: 1 },
        { account: 'system/gold', amount: -1 },
      ],
    ],
    ['a journal without end', Array.from({ length: 256 }, (_, i) => ({ account: `emp_${i}/points`, amount: i % 2 === 0 ? 1 : -1 }))],
  ])('refuses %s', (_, entries) => {
    expect(() => balancedLines(entries)).toThrow()
  })
})
