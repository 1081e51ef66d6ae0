import { expect, it } from 'vitest'
import { termState, termWords } from './role-words'

const now = '2026-11-21T04:00:00.000Z'
const term = { startsOn: '2026-01-01', endsOn: null, endedAt: null }

it.each([
  ['held', term, '1月1日 起，长期有效'],
  ['held', { ...term, endsOn: '2026-11-21' }, '1月1日 起，至 11月21日 结束时到期'],
  ['over', { ...term, endsOn: '2026-11-20' }, '1月1日 起，已于 11月20日 到期'],
  ['coming', { ...term, startsOn: '2026-11-22', endsOn: '2027-12-31' }, '11月22日 起，至 2027年12月31日 结束时到期'],
  ['ended', { ...term, endedAt: '2026-11-20T06:00:00.000Z' }, '1月1日 起，昨天 14:00 被收回'],
] as const)('a term that is %s reads as it ends', (state, given, words) => {
  expect(termState(given, now)).toBe(state)
  expect(termWords(given, now, 'zh')).toBe(words)
})
