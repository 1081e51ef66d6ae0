import { expect, it } from 'vitest'
import { figureText } from './figure-text'

it.each([
  ['people', null, '—'],
  ['people', 0, '0'],
  ['people', 27_000, '27,000'],
  ['minutes', 8_100_000, '135,000'],
  ['minutes', 90, '1.5'],
  ['fen', 855_000_000, '8,550,000'],
  ['fen', -12_345, '−123.45'],
  ['basis-points', 4627, '46.3'],
  ['days', 720, '1.5'],
] as const)('reads %s %s as %s', (unit, value, words) => expect(figureText(unit, value)).toBe(words))
