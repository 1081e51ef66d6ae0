import type { Victims } from './victims.ts'

/** Damage done in plain SQL by somebody who owns the database, and what notices it: invariants, each and no other. */
export interface Edit {
  name: string
  sql: (v: Victims) => string[]
  caughtBy: string[]
}

const entry = (v: Victims, account: string) => `journal_id = '${v.journal}' AND account_id = '${account}'`
const header = (set: string) => (v: Victims) => [`UPDATE ledger_journal SET ${set} WHERE id = '${v.journal}'`]
const balanceOf = (account: string, set: string) => `UPDATE ledger_balance SET ${set} WHERE account_id = '${account}'`

const entryEdits: Edit[] = [
  {
    name: 'an amount is raised',
    sql: (v) => [`UPDATE ledger_entry SET amount = amount + 1 WHERE ${entry(v, `${v.one}/hours`)}`],
    caughtBy: ['journal-balanced', 'balance-is-sum', 'months-are-sums', 'sides-mirror', 'credit-earned', 'hash-intact'],
  },
  {
    name: 'an amount and its mirror are raised together',
    sql: (v) => [
      `UPDATE ledger_entry SET amount = amount + 60 WHERE ${entry(v, `${v.one}/hours`)}`,
      `UPDATE ledger_entry SET amount = amount - 60 WHERE ${entry(v, 'system/hours')}`,
    ],
    caughtBy: ['balance-is-sum', 'months-are-sums', 'sides-mirror', 'credit-earned', 'points-earned', 'hash-intact'],
  },
  {
    name: 'credit is doubled on both sides, and balance and months follow',
    sql: (v) => [
      `UPDATE ledger_entry SET amount = amount * 2 WHERE ${entry(v, `${v.one}/credit`)}`,
      `UPDATE ledger_entry SET amount = amount * 2 WHERE ${entry(v, 'system/credit')}`,
      balanceOf(`${v.one}/credit`, 'balance = balance + 10000'),
      `UPDATE ledger_month SET amount = amount + 10000 WHERE account_id = '${v.one}/credit' AND ym = 202611 AND kind = 'hours-issued'`,
      `UPDATE ledger_total SET amount = amount + 10000 WHERE account = 'credit' AND ym = 202611 AND kind = 'hours-issued' LIMIT 1`,
    ],
    caughtBy: ['order-does-not-matter', 'credit-earned', 'hash-intact'],
  },
  {
    name: 'an entry is deleted',
    sql: (v) => [`DELETE FROM ledger_entry WHERE ${entry(v, `${v.one}/points`)}`],
    caughtBy: ['journal-balanced', 'journal-complete', 'balance-is-sum', 'months-are-sums', 'sides-mirror', 'hash-intact'],
  },
  {
    name: 'all entries of a journal are deleted',
    sql: (v) => [`DELETE FROM ledger_entry WHERE journal_id = '${v.journal}'`],
    caughtBy: ['journal-complete', 'balance-is-sum', 'months-are-sums', 'order-does-not-matter', 'sides-mirror', 'hash-intact'],
  },
  {
    name: 'a journal is deleted with its entries',
    sql: (v) => [`DELETE FROM ledger_entry WHERE journal_id = '${v.journal}'`, `DELETE FROM ledger_journal WHERE id = '${v.journal}'`],
    caughtBy: ['balance-is-sum', 'months-are-sums', 'order-does-not-matter', 'sides-mirror'],
  },
  {
    name: 'an entry is moved to another person',
    sql: (v) => [`UPDATE ledger_entry SET account_id = '${v.idle}/credit' WHERE ${entry(v, `${v.one}/credit`)}`],
    caughtBy: ['balance-is-sum', 'months-are-sums', 'order-does-not-matter', 'credit-earned', 'hash-intact'],
  },
  {
    name: 'an entry is moved to another account of the person',
    sql: (v) => [`UPDATE ledger_entry SET account_id = '${v.one}/credit-held' WHERE ${entry(v, `${v.one}/credit`)}`],
    caughtBy: ['balance-is-sum', 'months-are-sums', 'kind-on-chart', 'hash-intact'],
  },
  {
    name: 'an entry is moved to another day',
    sql: (v) => [`UPDATE ledger_entry SET served_on = '2026-11-19' WHERE ${entry(v, `${v.one}/hours`)}`],
    caughtBy: ['day-agrees'],
  },
  {
    name: 'a journal is moved to another month with all its entries',
    sql: (v) => [
      `UPDATE ledger_entry SET served_on = '2026-12-20' WHERE journal_id = '${v.journal}'`,
      `UPDATE ledger_journal SET served_on = '2026-12-20' WHERE id = '${v.journal}'`,
    ],
    caughtBy: ['months-are-sums', 'hash-intact'],
  },
  {
    name: 'entries are renumbered with a gap',
    sql: (v) => [`UPDATE ledger_entry SET line_no = 20 WHERE ${entry(v, 'system/points')}`],
    caughtBy: ['journal-complete', 'hash-intact'],
  },
  {
    name: 'a balanced pair is slipped into a journal',
    sql: (v) => [
      `INSERT INTO ledger_entry VALUES ('${v.journal}', 10, '${v.one}/leave', 'leave-minutes', 480, '2026-11-20'), ('${v.journal}', 11, 'system/leave', 'leave-minutes', -480, '2026-11-20')`,
    ],
    caughtBy: ['journal-complete', 'balance-is-sum', 'months-are-sums', 'sides-mirror', 'kind-on-chart', 'hash-intact'],
  },
  {
    name: 'an entry is cut in two',
    sql: (v) => [
      `UPDATE ledger_entry SET amount = amount - 1 WHERE ${entry(v, `${v.one}/points`)}`,
      `INSERT INTO ledger_entry VALUES ('${v.journal}', 10, '${v.one}/points', 'points', 1, '2026-11-20')`,
      `UPDATE ledger_journal SET entry_count = 10 WHERE id = '${v.journal}'`,
    ],
    caughtBy: ['journal-complete', 'balance-is-sum', 'months-are-sums', 'hash-intact'],
  },
]

const headerEdits: Edit[] = [
  { name: 'the number of entries is changed', sql: header('entry_count = 8'), caughtBy: ['journal-complete'] },
  {
    name: 'the service day is changed in the header alone',
    sql: header("served_on = '2026-11-19'"),
    caughtBy: ['day-agrees', 'hash-intact'],
  },
  { name: 'the kind is changed', sql: header("kind = 'hours-corrected'"), caughtBy: ['months-are-sums', 'hash-intact'] },
  { name: 'the source is changed', sql: header("source_id = 'att_0000000000009'"), caughtBy: ['hash-intact'] },
  { name: 'the actor is changed', sql: header("actor_id = 'emp_0000000000009'"), caughtBy: ['hash-intact'] },
  { name: 'the time of recording is changed', sql: header('recorded_at = recorded_at - INTERVAL 1 SECOND'), caughtBy: ['hash-intact'] },
  {
    name: 'the policy versions are removed',
    sql: header("policy_ids = '[]'"),
    caughtBy: ['order-does-not-matter', 'credit-earned', 'points-earned', 'hash-intact'],
  },
  {
    name: 'another policy version is named',
    sql: (v) => [`UPDATE ledger_journal SET policy_ids = '["${v.exactMatching}", "${v.points}"]' WHERE id = '${v.journal}'`],
    caughtBy: ['version-in-force', 'hash-intact'],
  },
  { name: 'the request hash is changed', sql: header("request_hash = 'x'"), caughtBy: ['hash-intact'] },
  { name: 'the key is freed for another posting', sql: header("idempotency_key = 'x'"), caughtBy: ['hash-intact'] },
  { name: 'the leaf hash is changed', sql: header("leaf_hash = 'x'"), caughtBy: ['hash-intact'] },
  {
    name: 'a reversal is pointed at another journal',
    sql: (v) => [`UPDATE ledger_journal SET reverses = '${v.journal}' WHERE id = '${v.reversal}'`],
    caughtBy: ['reversal-exact', 'hash-intact'],
  },
  {
    name: 'a reversal is made an ordinary journal',
    sql: (v) => [`UPDATE ledger_journal SET reverses = NULL, reversible = 1, reverses_reversible = NULL WHERE id = '${v.reversal}'`],
    caughtBy: ['hash-intact'],
  },
  {
    name: 'a reversal is moved to another source',
    sql: (v) => [`UPDATE ledger_journal SET source_id = 'att_0000000000009' WHERE id = '${v.reversal}'`],
    caughtBy: ['reversal-exact', 'hash-intact'],
  },
]

const balanceEdits: Edit[] = [
  {
    name: 'a balance is raised',
    sql: (v) => [balanceOf(`${v.one}/credit`, 'balance = balance + 100')],
    caughtBy: ['balance-is-sum', 'sides-mirror'],
  },
  {
    name: 'a balance is moved from one person to another',
    sql: (v) => [balanceOf(`${v.one}/points`, 'balance = balance - 20'), balanceOf(`${v.idle}/points`, 'balance = balance + 20')],
    caughtBy: ['balance-is-sum'],
  },
  { name: 'a version is set back', sql: (v) => [balanceOf(`${v.one}/credit`, 'version = version - 1')], caughtBy: ['balance-is-sum'] },
  { name: 'a bound is removed', sql: (v) => [balanceOf(`${v.idle}/credit`, 'min_balance = NULL')], caughtBy: ['account-on-chart'] },
  {
    name: 'a bound is removed and the balance overdrawn',
    sql: (v) => [balanceOf(`${v.idle}/credit`, 'min_balance = NULL, balance = -500')],
    caughtBy: ['balance-is-sum', 'sides-mirror', 'account-on-chart'],
  },
  {
    name: 'a debt is forgiven',
    sql: (v) => [balanceOf(`${v.debtor}/credit-owed`, 'balance = 0')],
    caughtBy: ['balance-is-sum', 'sides-mirror'],
  },
  {
    name: 'a balance row is deleted',
    sql: (v) => [`DELETE FROM ledger_balance WHERE account_id = '${v.one}/credit'`],
    caughtBy: ['sides-mirror', 'account-on-chart'],
  },
  {
    name: 'a balance row is made for the company',
    sql: () => [`INSERT INTO ledger_balance VALUES ('system/leave', 0, NULL, NULL, 0)`],
    caughtBy: ['account-on-chart'],
  },
  {
    name: 'the sum of a month is changed',
    sql: (v) => [`UPDATE ledger_month SET amount = amount + 1 WHERE account_id = '${v.one}/hours'`],
    caughtBy: ['months-are-sums', 'totals-are-sums'],
  },
  {
    name: 'the count of a month is changed',
    sql: (v) => [`UPDATE ledger_month SET n = n + 1 WHERE account_id = '${v.one}/hours'`],
    caughtBy: ['months-are-sums', 'totals-are-sums'],
  },
  {
    name: 'a month is lost',
    sql: (v) => [`DELETE FROM ledger_month WHERE account_id = '${v.one}/hours' AND ym = 202611`],
    caughtBy: ['months-are-sums', 'totals-are-sums'],
  },
  {
    name: 'a month is moved to another',
    sql: (v) => [`UPDATE ledger_month SET ym = 202609 WHERE account_id = '${v.one}/hours' AND ym = 202610`],
    caughtBy: ['months-are-sums', 'totals-are-sums'],
  },
  {
    name: 'the sum of a month is moved to another kind',
    sql: (v) => [
      `UPDATE ledger_month SET kind = 'gift-matched' WHERE account_id = '${v.one}/credit' AND ym = 202611 AND kind = 'hours-issued'`,
    ],
    caughtBy: ['months-are-sums', 'totals-are-sums'],
  },
  {
    name: 'a mirror of the company is given a month, and a true one',
    sql: () => [
      `INSERT INTO ledger_month (account_id, ym, kind, amount, n)
        SELECT e.account_id, 202611, j.kind, SUM(e.amount), COUNT(*) FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal_id
         WHERE e.account_id = 'system/hours' AND e.served_on LIKE '2026-11-%' GROUP BY e.account_id, j.kind`,
    ],
    caughtBy: ['months-are-sums', 'totals-are-sums'],
  },
  {
    name: 'a month is invented',
    sql: (v) => [`INSERT INTO ledger_month (account_id, ym, kind, amount, n) VALUES ('${v.idle}/hours', 202601, 'hours-issued', 60, 1)`],
    caughtBy: ['months-are-sums', 'totals-are-sums'],
  },
  {
    name: 'the sum of the company is changed',
    sql: () => [`UPDATE ledger_total SET amount = amount + 1 WHERE account = 'hours' LIMIT 1`],
    caughtBy: ['totals-are-sums'],
  },
  {
    name: 'the count of the company is changed',
    sql: () => [`UPDATE ledger_total SET n = n + 1 WHERE account = 'hours' LIMIT 1`],
    caughtBy: ['totals-are-sums'],
  },
  {
    name: 'a sum of the company is lost',
    sql: () => [`DELETE FROM ledger_total WHERE account = 'hours' AND ym = 202611`],
    caughtBy: ['totals-are-sums'],
  },
  {
    name: 'a sum of the company is invented',
    sql: () => [`INSERT INTO ledger_total VALUES (202601, 'emp', 'hours', 'hours-issued', 1, 60, 1)`],
    caughtBy: ['totals-are-sums'],
  },
]

const chartEdits: Edit[] = [
  {
    name: 'an account of an unknown kind is opened',
    sql: (v) => [
      `INSERT INTO ledger_account VALUES ('${v.idle}/gold', '${v.idle}', 'gold', 'fen', NOW(3))`,
      `INSERT INTO ledger_balance VALUES ('${v.idle}/gold', 0, 0, NULL, 0)`,
    ],
    caughtBy: ['account-on-chart'],
  },
  {
    name: 'the unit of an unused account is changed',
    sql: (v) => [`UPDATE ledger_account SET unit = 'fen' WHERE id = '${v.idle}/leave'`],
    caughtBy: ['account-on-chart'],
  },
  {
    name: 'the rate of a policy version is doubled',
    sql: (v) => [`UPDATE policy_version SET settings = JSON_SET(settings, '$.unitMinutesGrantFen', 20000) WHERE id = '${v.matching}'`],
    caughtBy: ['order-does-not-matter', 'credit-earned'],
  },
  {
    name: 'the unit of a policy version is shortened',
    sql: (v) => [`UPDATE policy_version SET settings = JSON_SET(settings, '$.unitMinutes', 50) WHERE id = '${v.exactMatching}'`],
    caughtBy: ['order-does-not-matter', 'credit-earned'],
  },
  {
    name: 'the points of a policy version are raised',
    sql: (v) => [`UPDATE policy_version SET settings = JSON_SET(settings, '$.unitPoints', 30) WHERE id = '${v.points}'`],
    caughtBy: ['points-earned'],
  },
  {
    name: 'a policy version is put off',
    sql: (v) => [`UPDATE policy_version SET in_force_from = '2026-11-25' WHERE id = '${v.matching}'`],
    caughtBy: ['version-in-force'],
  },
  {
    name: 'a policy version is slipped in before days that were valued',
    sql: (v) => [
      `INSERT INTO policy_version (id, kind, label, in_force_from, settings, published_at) SELECT 'pol_forgedforged1', kind, 'forged', '2026-11-01', settings, NOW(3) FROM policy_version WHERE id = '${v.points}'`,
    ],
    caughtBy: ['version-in-force'],
  },
]

export const edits: Edit[] = [...entryEdits, ...headerEdits, ...balanceEdits, ...chartEdits]
