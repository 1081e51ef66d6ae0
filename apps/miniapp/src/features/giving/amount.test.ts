import { describe, expect, it } from 'vitest'
import { fenTyped, quickAmounts, typedFen } from './amount'

describe('an amount typed in yuan', () => {
  it.each([
    ['500', 50_000],
    ['0.01', 1],
    ['33.3', 3330],
    ['12.', 1200],
    [' 1,600.00 ', 160_000],
    ['¥1，600', 160_000],
    ['１２．５０', 1250],
    ['0', 0],
  ])('%s is %i fen', (typed, fen) => expect(fenTyped(typed)).toBe(fen))

  it.each(['', '-1', 'abc', '1e20', '1.234', '.5', '1.2.3', '999999999'])('“%s” is none', (typed) => expect(fenTyped(typed)).toBeNull())

  it('comes back as one would type it', () => {
    for (const fen of [1, 10, 99, 100, 3334, 50_000]) expect(fenTyped(typedFen(fen))).toBe(fen)
    expect(typedFen(50_000)).toBe('500')
    expect(typedFen(3305)).toBe('33.05')
  })
})

describe('quick amounts', () => {
  it('are those below all there is', () => {
    expect(quickAmounts(160_000)).toEqual([10_000, 50_000, 100_000])
    expect(quickAmounts(50_000)).toEqual([10_000])
    expect(quickAmounts(9999)).toEqual([])
  })
})
