import { expect, it } from 'vitest'
import { clockSpan, dayHeading, firstOfDays } from './days'

const now = '2026-11-20T06:00:00.000Z'

it.each([
  ['2026-11-20T08:00:00.000Z', '今天 11月20日 周五', 'Today Fri 20 Nov'],
  ['2026-11-20T16:00:00.000Z', '明天 11月21日 周六', 'Tomorrow Sat 21 Nov'],
  ['2026-11-22T08:00:00.000Z', '后天 11月22日 周日', 'Sun 22 Nov'],
  ['2026-11-25T08:00:00.000Z', '11月25日 周三', 'Wed 25 Nov'],
  ['2027-01-02T08:00:00.000Z', '2027年1月2日 周六', 'Sat 2 Jan'],
])('heads the day of %s', (at, zh, en) => {
  expect(dayHeading(at, now, 'zh')).toBe(zh)
  expect(dayHeading(at, now, 'en')).toBe(en)
})

it('writes the clock of a session', () => {
  expect(clockSpan('2026-11-20T08:00:00.000Z', '2026-11-20T11:00:00.000Z')).toBe('16:00–19:00')
})

it('finds the first session of each Shanghai day', () => {
  const items = [
    { id: 'a', startsAt: '2026-11-20T02:00:00.000Z' },
    { id: 'b', startsAt: '2026-11-20T15:59:00.000Z' },
    { id: 'c', startsAt: '2026-11-20T16:00:00.000Z' },
  ]
  expect([...firstOfDays(items)]).toEqual(['a', 'c'])
})
