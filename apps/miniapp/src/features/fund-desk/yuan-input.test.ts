import { describe, expect, it } from 'vitest'
import { fenTyped, yuanToType } from './yuan-input'

describe('fenTyped', () => {
  it.each([
    ['5000', 500_000],
    ['0', 0],
    ['12.5', 1250],
    [' 12.05 ', 1205],
    ['0.01', 1],
  ])('reads %s as %i fen', (typed, fen) => expect(fenTyped(typed)).toBe(fen))

  it.each(['', '-1', '1.234', '1,000', 'a', '123456789', '.5'])('takes %j for no amount', (typed) =>
    expect(fenTyped(typed)).toBeUndefined(),
  )
})

describe('yuanToType', () => {
  it.each([500_000, 1250, 1205, 1, 0])('gives back %i fen', (fen) => expect(fenTyped(yuanToType(fen))).toBe(fen))
})
