import { defaultPolicies } from '@yijian/shared/policy/shapes'
import type { PolicyVersion } from '@yijian/shared/policy/shapes'
import { expect, it } from 'vitest'
import { policyApplied, policyWords } from './policy-words'

const head = { id: 'pol_1', label: '2026-1', inForceFrom: '2026-01-01', publishedAt: '2025-12-31T00:00:00.000Z' }
const plain = (words: string[]) => words.map((one) => one.replaceAll('\u2009', ' '))
const wordsOf = (version: PolicyVersion) => plain(policyWords(version, 'zh'))

it('says the matching rule with its figures', () => {
  const settings = { ...defaultPolicies.matching, unitMinutes: 90, unitMinutesGrantFen: 12_050, creditGrades: ['A' as const, 'B' as const] }
  expect(wordsOf({ ...head, kind: 'matching', settings })).toEqual([
    '每满 1 小时 30 分钟公益时，公司配捐 ¥120.50 公益金；不足的部分结转到下一次，不会浪费。',
    '个人每捐款 ¥100，公司配捐 ¥100 公益金。',
    '证据等级 A、B 的公益时参与配捐。',
  ])
})

it('gives an own donation the sentence about own donations, and service the one about service', () => {
  const version = { ...head, kind: 'matching' as const, settings: defaultPolicies.matching }
  expect(policyApplied(version, 'claim', 'zh')).toContain('个人每捐款')
  expect(policyApplied(version, 'attendance', 'zh')).toContain('小时公益时')
})

it('says that the exact mode carries nothing', () => {
  const settings = { ...defaultPolicies.matching, mode: 'exact' as const }
  expect(wordsOf({ ...head, kind: 'matching', settings })[0]).toBe('每 1 小时公益时折合 ¥100 公益金，按分钟计算，一分不少。')
})

it('tells late check-in from none', () => {
  const { attendance } = defaultPolicies
  expect(wordsOf({ ...head, kind: 'attendance', settings: attendance })).toContain('结束后不再接受签到。')
  const later = { ...attendance, checkInClosesAfterEndMinutes: 15 }
  expect(wordsOf({ ...head, kind: 'attendance', settings: later })).toContain('结束后 15 分钟内仍可签到。')
})

it('lists milestones from the smallest', () => {
  expect(wordsOf({ ...head, kind: 'badge', settings: { minuteMilestones: [6000, 600, 3000] } })[0]).toBe(
    '累计公益时达到 10、50、100 小时，各解锁一枚徽章。',
  )
})
