import { defaultPolicies } from '@yijian/shared/policy/shapes'
import type { PolicyVersion } from '@yijian/shared/policy/shapes'
import { expect, it } from 'vitest'
import { policyInForce } from './policy-in-force'

function version(label: string, inForceFrom: string): PolicyVersion {
  return {
    id: `pol_${label}`,
    label,
    inForceFrom,
    publishedAt: '2026-01-01T00:00:00.000Z',
    kind: 'points',
    settings: defaultPolicies.points,
  }
}

const versions = [version('2026-2', '2026-07-01'), version('2026-1', '2026-01-01'), version('2027-1', '2027-01-01')]

it.each([
  ['2026-06-30', '2026-1'],
  ['2026-07-01', '2026-2'],
  ['2026-12-31', '2026-2'],
  ['2027-03-01', '2027-1'],
  ['2025-12-31', undefined],
])('finds what is in force on %s', (day, label) => {
  expect(policyInForce(versions, 'points', day)?.label).toBe(label)
})

it('does not mix kinds', () => {
  expect(policyInForce(versions, 'matching', '2026-12-31')).toBeUndefined()
})
