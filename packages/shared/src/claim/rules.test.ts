import { describe, expect, it } from 'vitest'
import { emptyHoldings } from '../ledger/rules.ts'
import { type ClaimFacts, canClaim, canDecideClaim, canResubmit, giftEffect, orderKeyOf, roundAsShown } from './rules.ts'

describe('orderKeyOf', () => {
  it.each(['2026-1118 0042', ' ２０２６１１１８ 0042 ', '20261118/0042', '2026\u00a01118\u200b0042'])('reads %j as one number', (typed) => {
    expect(orderKeyOf(typed)).toBe('202611180042')
  })
  it('knows letters whatever their size, and no look-alikes', () => {
    expect(orderKeyOf('tx-ab12')).toBe('TXAB12')
    expect(orderKeyOf('订单АВ12')).toBe('12')
  })
})

describe('canClaim', () => {
  const facts: ClaimFacts = {
    today: '2026-11-20',
    giftOn: '2026-11-18',
    claimWithinDays: 365,
    orderNo: '2026 1118 0042',
    platform: 'tencent-gongyi',
    platformName: null,
  }
  it.each([
    [{}, undefined],
    [{ giftOn: '2026-11-20' }, undefined],
    [{ giftOn: '2026-11-21' }, 'gift-in-future'],
    [{ giftOn: '2025-11-20' }, undefined],
    [{ giftOn: '2025-11-19' }, 'gift-too-old'],
    [{ giftOn: '2026-10-20', claimWithinDays: 30 }, 'gift-too-old'],
    [{ orderNo: '1-2-3' }, 'order-number-unclear'],
    [{ platform: 'other', platformName: null }, 'platform-name-missing'],
    [{ platform: 'other', platformName: '  ' }, 'platform-name-missing'],
    [{ platform: 'other', platformName: '红十字会' }, undefined],
  ] as const)('with %j answers %s', (change, code) => {
    const verdict = canClaim({ ...facts, ...change })
    expect(verdict.ok ? undefined : verdict.code).toBe(code)
  })
})

describe('canDecideClaim', () => {
  const facts = { actorId: 'emp_1', employeeId: 'emp_2', state: 'submitted', wanted: 'submitted' as const }
  it('lets another person decide what waits', () => expect(canDecideClaim(facts).ok).toBe(true))
  it('refuses the own claim before its state', () =>
    expect(canDecideClaim({ ...facts, actorId: 'emp_2', state: 'approved' })).toMatchObject({ code: 'own-claim' }))
  it('refuses what is decided', () =>
    expect(canDecideClaim({ ...facts, state: 'approved' })).toMatchObject({ code: 'claim-state', data: { state: 'approved' } }))
})

it('is decided in the round that was looked at', () => {
  expect(roundAsShown({ roundShown: 2, round: 2 }).ok).toBe(true)
  expect(roundAsShown({ roundShown: 1, round: 2 })).toMatchObject({ code: 'claim-sent-again', data: { roundShown: 1, round: 2 } })
})

it('takes a claim again only when it came back', () => {
  expect(['submitted', 'returned', 'approved', 'rejected', 'refunded'].filter((state) => canResubmit({ state }).ok)).toEqual(['returned'])
})

describe('giftEffect', () => {
  const rule = { mode: 'step' as const, unitGiftFen: 10_000, unitGiftGrantFen: 10_000 }
  const of = (giftFen: number, held = {}) =>
    giftEffect({ employeeId: 'emp_1', giftFen, holdings: { ...emptyHoldings, ...held } }, rule).effect

  it('pays whole units and keeps the rest', () =>
    expect(of(25_000)).toMatchObject({ matchFen: 20_000, creditChangeFen: 20_000, carriedBeforeFen: 0, carriedAfterFen: 5000 }))
  it('pays debt first', () =>
    expect(of(20_000, { owedFen: -15_000 })).toMatchObject({
      matchFen: 20_000,
      creditChangeFen: 5000,
      owedBeforeFen: 15_000,
      owedAfterFen: 0,
    }))
  it('takes back by the same rule, and what is spent becomes debt', () =>
    expect(of(-25_000, { giftFen: 25_000, carriedGiftFen: 5000, matchedGiftFen: 20_000, creditFen: 8000 })).toMatchObject({
      matchFen: -20_000,
      creditChangeFen: -8000,
      owedAfterFen: 12_000,
      carriedAfterFen: 0,
    }))
})
