import { describe, expect, it } from 'vitest'
import { canCloseYear, canRequestExport, differencesOf, plainCell, ratioOf, rollingYears, suppressed } from './rules.ts'

const cells = (...volunteers: number[]) => volunteers.map((n, index) => ({ group: 'abcdef'.charAt(index), staff: 100, volunteers: n }))
const hidden = (...volunteers: number[]) => [...suppressed(cells(...volunteers), 5)].sort().join('')

describe('suppressed', () => {
  it('shows groups of five or more, and a real zero', () => expect(hidden(5, 80, 0)).toBe(''))
  it('hides a small group, and another one so that the total does not tell it', () => expect(hidden(4, 80, 9)).toBe('ac'))
  it('hides no third when two small ones together are enough', () => expect(hidden(4, 3, 80)).toBe('ab'))
  it('goes on while those hidden are together still too few', () => expect(hidden(1, 2, 80, 7)).toBe('abd'))
  it('takes a group without volunteers only when there is no other', () => expect(hidden(4, 0)).toBe('ab'))
  it('hides a group of few staff, even when most of them serve', () =>
    expect([...suppressed([{ group: 'a', staff: 4, volunteers: 4 }, ...cells(0, 50).slice(1)], 5)]).toEqual(['a', 'b']))
})

describe('ratioOf', () => {
  it('keeps what is missing apart from zero', () => {
    expect([ratioOf(null, 5, 1), ratioOf(5, null, 1), ratioOf(5, 0, 1), ratioOf(0, 5, 1)]).toEqual([null, null, null, 0])
  })
  it('rounds to the scale', () => expect(ratioOf(27_000, 58_350, 10_000)).toBe(4627))
})

describe('plainCell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1+1', '|calc', '%0A'])('makes %j harmless', (text) =>
    expect(plainCell(text)).toBe(`'${text}`),
  )
  it.each(['陈小禾', 'E10086', '', 'a=b', '3-5'])('leaves %j as it is', (text) => expect(plainCell(text)).toBe(text))
})

it('rolls three years', () => expect(rollingYears(2026)).toEqual([2024, 2025, 2026]))

describe('canCloseYear', () => {
  const newest = { exportedAt: '2026-01-10 14:00', reportHash: 'a' }
  const facts = { year: 2025, runningYear: 2026, closedOn: null, newest, reportHash: 'a' }
  const codeOf = (over: Partial<Parameters<typeof canCloseYear>[0]>) => {
    const verdict = canCloseYear({ ...facts, ...over })
    return verdict.ok ? 'ok' : verdict.code
  }
  it.each([
    ['ok', {}],
    ['year-still-running', { year: 2026 }],
    ['year-still-running', { year: 2027, closedOn: '2026-01-15' }],
    ['year-closed', { closedOn: '2026-01-15', newest: null }],
    ['closing-needs-export', { newest: null }],
    ['export-outdated', { reportHash: 'b' }],
  ] as const)('answers %s for %j', (code, over) => expect(codeOf(over)).toBe(code))
})

describe('canRequestExport', () => {
  const facts = { isDifference: false, year: 2025, runningYear: 2026, isBranch: false, closedOn: null }
  const codeOf = (over: Partial<Parameters<typeof canRequestExport>[0]>) => {
    const verdict = canRequestExport({ ...facts, ...over })
    return verdict.ok ? 'ok' : verdict.code
  }
  it.each([
    ['ok', {}],
    ['ok', { year: 2026, isBranch: true }],
    ['year-not-begun', { year: 2027 }],
    ['year-closed', { closedOn: '2026-01-15' }],
    ['ok', { closedOn: '2026-01-15', isBranch: true }],
    ['year-not-closed', { isDifference: true }],
    ['ok', { isDifference: true, closedOn: '2026-01-15' }],
    ['difference-of-branch', { isDifference: true, closedOn: '2026-01-15', isBranch: true }],
  ] as const)('answers %s for %j', (code, over) => expect(codeOf(over)).toBe(code))
})

it('names the figures of a closed year that read differently, in its own column', () => {
  const frozen = [
    { key: 'minutes', values: [null, 5, 60] },
    { key: 'donors', values: [null, 1, 2] },
    { key: 'owedFen', values: [null, null, null] },
  ]
  const now = [
    { key: 'minutes', values: [null, 9, 30] },
    { key: 'donors', values: [null, 7, 2] },
    { key: 'owedFen', values: [null, null, 0] },
  ]
  expect(differencesOf(frozen, now)).toEqual([
    { key: 'minutes', frozen: 60, now: 30 },
    { key: 'owedFen', frozen: null, now: 0 },
  ])
})
