import { expect, it } from 'vitest'
import { timeLeft } from './time-left'

const now = '2026-11-20T06:00:00.000Z'

it.each([
  ['2026-11-23T07:00:00.000Z', '3 天', '3 days'],
  ['2026-11-22T05:59:00.000Z', '47 小时', '47 h'],
  ['2026-11-20T10:59:00.000Z', '4 小时', '4 h'],
  ['2026-11-20T08:05:00.000Z', '2 小时 5 分钟', '2 h 5 min'],
  ['2026-11-20T06:25:30.000Z', '25 分钟', '25 min'],
  ['2026-11-20T06:00:20.000Z', '1 分钟', '1 min'],
])('until %s', (at, zh, en) => {
  expect(timeLeft(at, now, 'zh')?.replaceAll('\u2009', ' ')).toBe(zh)
  expect(timeLeft(at, now, 'en')).toBe(en)
})

it('is nothing once it has come', () => {
  expect(timeLeft(now, now, 'zh')).toBeNull()
})
