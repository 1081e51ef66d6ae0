import { expect, it } from 'vitest'
import { clockLeft } from './use-cooling'

it.each([
  [0, { days: 0, time: '00:00' }],
  [5, { days: 0, time: '00:05' }],
  [1799, { days: 0, time: '29:59' }],
  [3600, { days: 0, time: '1:00:00' }],
  [86_400 + 61, { days: 1, time: '0:01:01' }],
])('%i seconds read as %j', (seconds, expected) => expect(clockLeft(seconds)).toEqual(expected))
