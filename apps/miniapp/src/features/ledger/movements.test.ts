import { hoursEntries, emptyHoldings } from '@yijian/shared/ledger/rules'
import { unitOf } from '@yijian/shared/ledger/chart'
import { defaultPolicies } from '@yijian/shared/policy/shapes'
import { expect, it } from 'vitest'
import { movementsOf } from './movements'

function entriesFor(minutes: number, holdings: Partial<typeof emptyHoldings>) {
  const facts = { employeeId: 'emp_a', minutes, grade: 'A' as const, holdings: { ...emptyHoldings, ...holdings } }
  return hoursEntries(facts, defaultPolicies).map((entry) => ({ ...entry, unit: unitOf(entry.account) }))
}

it('tells a session of 90 minutes as five sentences', () => {
  expect(movementsOf(entriesFor(90, {}))).toEqual([
    { from: 'system/hours', to: 'emp_a/hours', unit: 'minutes', amount: 90 },
    { from: 'system/carry-hours', to: 'emp_a/carry-hours', unit: 'minutes', amount: 30 },
    { from: 'system/carry-hours', to: 'emp_a/matched-hours', unit: 'minutes', amount: 60 },
    { from: 'system/credit', to: 'emp_a/credit', unit: 'fen', amount: 10_000 },
    { from: 'system/points', to: 'emp_a/points', unit: 'points', amount: 20 },
  ])
})

it('tells hours before credit before points, however the entries lie', () => {
  const units = movementsOf(entriesFor(90, {}).reverse()).map(({ unit }) => unit)
  expect(units).toEqual(['minutes', 'minutes', 'minutes', 'fen', 'points'])
})

it('shows what was carried going into the unit it completes', () => {
  const moved = movementsOf(entriesFor(90, { carriedMinutes: 50 }))
  expect(moved).toContainEqual({ from: 'emp_a/carry-hours', to: 'emp_a/matched-hours', unit: 'minutes', amount: 30 })
  expect(moved).toContainEqual({ from: 'system/carry-hours', to: 'emp_a/matched-hours', unit: 'minutes', amount: 90 })
})

it('shows a debt paid before the credit', () => {
  const moved = movementsOf(entriesFor(120, { owedFen: -5000 })).filter(({ unit }) => unit === 'fen')
  expect(moved).toEqual([
    { from: 'system/credit', to: 'emp_a/credit', unit: 'fen', amount: 15_000 },
    { from: 'system/credit', to: 'emp_a/credit-owed', unit: 'fen', amount: 5000 },
  ])
})

it('turns a reversal round', () => {
  const moved = movementsOf(entriesFor(-60, { minutes: 60, creditFen: 10_000, matchedMinutes: 60, points: 20 }))
  expect(moved).toContainEqual({ from: 'emp_a/credit', to: 'system/credit', unit: 'fen', amount: 10_000 })
  expect(moved.every(({ amount }) => amount > 0)).toBe(true)
})
