import { describe, expect, it } from 'vitest'
import { followsVerdict, policyDayVerdict } from './rules.ts'

describe('policyDayVerdict', () => {
  const lateEveningInShanghai = new Date('2026-11-20T15:59:59.999Z')

  it('accepts tomorrow and refuses today, by the Shanghai day', () => {
    expect(policyDayVerdict('2026-11-21', lateEveningInShanghai)).toEqual({ ok: true })
    expect(policyDayVerdict('2026-11-20', lateEveningInShanghai)).toEqual({
      ok: false,
      code: 'policy-in-the-past',
      data: { inForceFrom: '2026-11-20', earliest: '2026-11-21' },
    })
  })

  it('moves on at midnight in Shanghai, not in UTC', () => {
    expect(policyDayVerdict('2026-11-21', new Date('2026-11-20T16:00:00.000Z')).ok).toBe(false)
  })
})

describe('followsVerdict', () => {
  const newest = { id: 'pol_0000000000002', label: '2026-2', inForceFrom: '2027-01-01' }

  it('lets a version follow the newest and no older one', () => {
    expect(followsVerdict(newest.id, newest).ok).toBe(true)
    expect(followsVerdict('pol_0000000000001', newest)).toMatchObject({ code: 'policy-published-since', data: { label: '2026-2' } })
  })
})
