import type { App } from '@yijian/api/core/app'
import { connectionOf } from '@yijian/api/core/context'
import { proveLedger } from '@yijian/api/ledger/index'
import { EXAMPLES, type BrokenExample } from '@yijian/shared/ledger/proof'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../support/database.ts'
import { edits } from './edits.ts'
import { type Victims, makeVictims } from './victims.ts'

let owner: App
let victims: Victims
beforeAll(async () => {
  owner = await testApp({ database: 'broken_rows', asOwner: true })
  victims = await makeVictims(await testApp({ database: 'broken_rows' }))
})
afterAll(closeApps)

type Named = Record<string, Partial<BrokenExample>[]>

/** Does damage, and what each invariant that noticed names. */
const namedAfter = (...statements: string[]) =>
  rolledBack(owner, { kind: 'system', job: 'test' }, async (ctx) => {
    for (const statement of statements) await connectionOf(ctx).query(statement)
    const { invariants } = await proveLedger(ctx, [])
    return {
      counts: Object.fromEntries(invariants.map(({ name, violations }) => [name, violations])),
      named: Object.fromEntries(invariants.flatMap(({ name, examples }) => (examples.length > 0 ? [[name, examples]] : []))),
    }
  })

/** One damage of each kind, and the very rows that are named for it. */
const damages: Record<string, (v: Victims) => { sql: string[]; names: Named }> = {
  'an amount that is raised': ({ one, journal }) => ({
    sql: [`UPDATE ledger_entry SET amount = amount + 1 WHERE journal_id = '${journal}' AND account_id = '${one}/hours'`],
    names: {
      'journal-balanced': [{ id: journal, part: null, expected: '0', found: 'minutes 1' }],
      'balance-is-sum': [{ id: `${one}/hours`, part: 'balance', expected: '286', found: '285' }],
      'months-are-sums': [{ id: `${one}/hours`, part: '202611 hours-issued', expected: '196', found: '195' }],
      'sides-mirror': [{ id: 'minutes', part: 'ledger_entry', expected: '0', found: '1' }],
      'credit-earned': [{ id: journal, part: 'carry-hours', expected: '91', found: '90' }],
      'hash-intact': [{ id: journal, part: 'leaf_hash' }],
    },
  }),
  'credit that is doubled on both sides': ({ one, journal }) => ({
    sql: [
      `UPDATE ledger_entry SET amount = amount * 2 WHERE journal_id = '${journal}' AND account_id IN ('${one}/credit', 'system/credit')`,
    ],
    names: {
      'balance-is-sum': [{ id: `${one}/credit`, part: 'balance', expected: '50000', found: '40000' }],
      'months-are-sums': [{ id: `${one}/credit`, part: '202611 hours-issued', expected: '30000', found: '20000' }],
      'order-does-not-matter': [{ id: one, part: 'credit', expected: '40000', found: '50000' }],
      'sides-mirror': [{ id: 'fen', part: 'ledger_balance' }],
      'credit-earned': [{ id: journal, part: 'credit', expected: '10000', found: '20000' }],
      'hash-intact': [{ id: journal }],
    },
  }),
  'an entry that is lost': ({ one, journal }) => ({
    sql: [`DELETE FROM ledger_entry WHERE journal_id = '${journal}' AND account_id = '${one}/points'`],
    names: {
      'journal-balanced': [{ id: journal, found: 'points -20' }],
      'journal-complete': [{ id: journal, part: 'entry_count', expected: '9', found: '8' }],
      'balance-is-sum': [{ id: `${one}/points`, part: 'balance', expected: '40', found: '60' }],
      'months-are-sums': [{ id: `${one}/points`, part: '202611 hours-issued', expected: '20', found: '40' }],
      'sides-mirror': [{ id: 'points', expected: '0', found: '-20' }],
      'hash-intact': [{ id: journal }],
    },
  }),
  'an entry on another day': ({ one, journal }) => ({
    sql: [`UPDATE ledger_entry SET served_on = '2026-11-19' WHERE journal_id = '${journal}' AND account_id = '${one}/hours'`],
    names: { 'day-agrees': [{ id: journal, part: `${one}/hours`, expected: '2026-11-20', found: '2026-11-19' }] },
  }),
  'an entry that is renumbered': ({ journal }) => ({
    sql: [`UPDATE ledger_entry SET line_no = 20 WHERE journal_id = '${journal}' AND account_id = 'system/points'`],
    names: { 'journal-complete': [{ id: journal, part: 'line_no', expected: '9', found: '1–20' }], 'hash-intact': [{ id: journal }] },
  }),
  'a version that is set back': ({ one }) => ({
    sql: [`UPDATE ledger_balance SET version = version - 1 WHERE account_id = '${one}/points'`],
    names: { 'balance-is-sum': [{ id: `${one}/points`, part: 'version', expected: '4', found: '3' }] },
  }),
  'a bound that is removed': ({ idle }) => ({
    sql: [`UPDATE ledger_balance SET min_balance = NULL WHERE account_id = '${idle}/credit'`],
    names: { 'account-on-chart': [{ id: `${idle}/credit`, part: 'min_balance', expected: '0', found: 'NULL' }] },
  }),
  'an account in another unit': ({ idle }) => ({
    sql: [`UPDATE ledger_account SET unit = 'fen' WHERE id = '${idle}/leave'`],
    names: { 'account-on-chart': [{ id: `${idle}/leave`, part: 'unit', expected: 'leave-minutes', found: 'fen' }] },
  }),
  'a month that nobody served in': ({ idle }) => ({
    sql: [`INSERT INTO ledger_month (account_id, ym, kind, amount, n) VALUES ('${idle}/hours', 202601, 'hours-issued', 60, 1)`],
    names: {
      'months-are-sums': [{ id: `${idle}/hours`, part: '202601 hours-issued', expected: '0', found: '60' }],
      'totals-are-sums': [{ id: 'emp/hours', part: '202601 hours-issued', expected: '60', found: '0' }],
    },
  }),
  'months that are lost': ({ one }) => ({
    sql: [`DELETE FROM ledger_month WHERE account_id = '${one}/hours' AND kind = 'hours-issued'`],
    names: {
      'months-are-sums': [
        { id: `${one}/hours`, part: '202610 hours-issued', expected: '150', found: '0' },
        { id: `${one}/hours`, part: '202611 hours-issued', expected: '195', found: '0' },
      ],
      'totals-are-sums': [
        { id: 'emp/hours', part: '202610 hours-issued' },
        { id: 'emp/hours', part: '202611 hours-issued' },
      ],
    },
  }),
  'the number of entries of a month': ({ one }) => ({
    sql: [`UPDATE ledger_month SET n = n + 1 WHERE account_id = '${one}/hours' AND ym = 202610`],
    names: {
      'months-are-sums': [{ id: `${one}/hours`, part: '202610 hours-issued n', expected: '1', found: '2' }],
      'totals-are-sums': [{ id: 'emp/hours', part: '202610 hours-issued n' }],
    },
  }),
  'a reversal pointed at another journal': ({ journal, reversal }) => ({
    sql: [`UPDATE ledger_journal SET reverses = '${journal}' WHERE id = '${reversal}'`],
    names: {
      'reversal-exact': [{ id: reversal, part: `${journal} source_id`, expected: '-90', found: '-60' }],
      'hash-intact': [{ id: reversal }],
    },
  }),
  'another policy version': ({ journal, points, exactMatching }) => ({
    sql: [`UPDATE ledger_journal SET policy_ids = '["${exactMatching}", "${points}"]' WHERE id = '${journal}'`],
    names: { 'version-in-force': [{ id: journal, part: exactMatching, found: '2026-11-20' }], 'hash-intact': [{ id: journal }] },
  }),
}

describe('the proof names', () => {
  it.each(Object.entries(damages))('%s', async (_, damage) => {
    const { sql, names } = damage(victims)
    const { named, counts } = await namedAfter(...sql)
    expect(named).toMatchObject(names)
    expect(Object.keys(named)).toEqual(Object.keys(names))
    for (const [name, rows] of Object.entries(names)) expect(counts[name]).toBe(rows.length)
  })

  it.each(edits)('as much as it counts, up to so many: $name', async ({ sql }) => {
    const { named, counts } = await namedAfter(...sql(victims))
    for (const [name, count] of Object.entries(counts)) {
      const examples = named[name] ?? []
      expect(examples).toHaveLength(Math.min(count, EXAMPLES))
      expect(examples.map(({ id }) => id)).toEqual(examples.map(({ id }) => id).toSorted())
    }
  })

  it('nothing while the ledger is sound, and no more than so many of many', async () => {
    expect((await namedAfter()).named).toEqual({})
    const { named, counts } = await namedAfter("UPDATE ledger_balance SET version = version + 1 WHERE account_id LIKE 'emp%'")
    expect(counts['balance-is-sum']).toBeGreaterThan(EXAMPLES)
    expect(named['balance-is-sum']).toHaveLength(EXAMPLES)
  })
})
