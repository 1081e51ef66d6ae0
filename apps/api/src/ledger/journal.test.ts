import { describe, expect, it } from 'vitest'
import { leafHash } from './journal.ts'
import { movementsByAccount, movementsByMonth } from './movements.ts'

const journal = {
  id: 'jnl_0000000000001',
  kind: 'hours-issued',
  sourceId: 'att_0000000000001',
  servedOn: '2026-11-20',
  policyIds: ['pol_0000000000001'],
  actorId: 'emp_0000000000002',
  scope: 'hours',
  idempotencyKey: 'att_0000000000001',
  requestHash: 'f'.repeat(64),
  reverses: null,
  recordedAt: new Date('2026-11-20T09:00:00.123Z'),
  entries: [
    { lineNo: 1, account: 'emp_0000000000001/hours', unit: 'minutes' as const, amount: 60 },
    { lineNo: 2, account: 'system/hours', unit: 'minutes' as const, amount: -60 },
  ],
}

describe('leafHash', () => {
  const [one, other] = journal.entries as [(typeof journal.entries)[0], (typeof journal.entries)[0]]

  it.each([
    ['id', { id: 'jnl_0000000000002' }],
    ['kind', { kind: 'hours-corrected' }],
    ['source', { sourceId: 'att_0000000000002' }],
    ['service day', { servedOn: '2026-11-21' }],
    ['policy versions', { policyIds: [] }],
    ['actor', { actorId: null }],
    ['scope', { scope: 'x' }],
    ['key', { idempotencyKey: 'x' }],
    ['request', { requestHash: 'e'.repeat(64) }],
    ['reversal', { reverses: 'jnl_0000000000009' }],
    ['time', { recordedAt: new Date('2026-11-20T09:00:00.124Z') }],
    ['amount of an entry', { entries: [{ ...one, amount: 61 }, other] }],
    ['account of an entry', { entries: [{ ...one, account: 'emp_0000000000003/hours' }, other] }],
    ['unit of an entry', { entries: [{ ...one, unit: 'fen' as const }, other] }],
    ['order of entries', { entries: [other, one] }],
    ['number of entries', { entries: [one] }],
  ])('differs when the %s differs', (_, change) => {
    expect(leafHash({ ...journal, ...change })).not.toBe(leafHash(journal))
  })

  it('stays the same for the same journal, today and in ten years', () => {
    expect(leafHash({ ...journal })).toBe('450da7ce1ea3e8cf93786e95f781a121a8121472e3bbe263a97fcef543d83fad')
  })
})

describe('movements', () => {
  const sealed = { ...journal, leafHash: '' }
  const november = {
    ...sealed,
    entries: [...sealed.entries, { lineNo: 3, account: 'emp_0000000000000/credit', unit: 'fen' as const, amount: 500 }],
  }
  const december = { ...sealed, servedOn: '2026-12-01' }

  it('are netted by account, in account order, without the company’s mirrors', () => {
    expect(
      movementsByAccount(movementsByMonth([december, november])).map(({ account, amount, entries }) => [account, amount, entries]),
    ).toEqual([
      ['emp_0000000000000/credit', 500, 1],
      ['emp_0000000000001/hours', 120, 2],
    ])
  })

  it('are netted by account and month of the service day', () => {
    expect(
      movementsByMonth([december, november, november]).map(({ account, ym, amount, entries }) => [account, ym, amount, entries]),
    ).toEqual([
      ['emp_0000000000000/credit', 202_611, 1000, 2],
      ['emp_0000000000001/hours', 202_611, 120, 2],
      ['emp_0000000000001/hours', 202_612, 60, 1],
    ])
  })
})
