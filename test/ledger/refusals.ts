import type { Victims } from './victims.ts'

/** Damage that the schema itself refuses, whoever attempts it. */
export interface Refusal {
  name: string
  sql: (v: Victims) => string
  /** CHECK (3819 on MySQL, 4025 on MariaDB), unique key 1062, foreign key 1452 and 1451, NOT NULL 1048. */
  errno: number[]
}

const CHECK = [3819, 4025]
const UNIQUE = [1062]
const NO_PARENT = [1452]
const HAS_CHILDREN = [1451]
const NOT_NULL = [1048]

const HEADER =
  'id, kind, source_id, served_on, policy_ids, scope, idempotency_key, request_hash, reverses, reversible, reverses_reversible, entry_count, leaf_hash, recorded_at'

/** A copy of an honest journal with some columns changed. */
function journalLike(v: Victims, changes: Record<string, string>): string {
  const values = { id: "'jnl_forgedforged1'", idempotency_key: "'forged'", ...changes }
  const columns = HEADER.split(', ').map((column) => values[column as keyof typeof values] ?? column)
  return `INSERT INTO ledger_journal (${HEADER}) SELECT ${columns.join(', ')} FROM ledger_journal WHERE id = '${v.journal}'`
}

const entryOf = (v: Victims, values: string) => `INSERT INTO ledger_entry VALUES ('${v.journal}', ${values})`
const balanceOf = (account: string, set: string) => `UPDATE ledger_balance SET ${set} WHERE account_id = '${account}'`

export const refusals: Refusal[] = [
  { name: 'credit below zero', sql: (v) => balanceOf(`${v.one}/credit`, 'balance = -1'), errno: CHECK },
  { name: 'hours below zero', sql: (v) => balanceOf(`${v.idle}/hours`, 'balance = balance - 1'), errno: CHECK },
  { name: 'a debt that is a gift', sql: (v) => balanceOf(`${v.debtor}/credit-owed`, 'balance = 1'), errno: CHECK },
  {
    name: 'a second balance of one account',
    sql: (v) => `INSERT INTO ledger_balance VALUES ('${v.one}/credit', 0, 0, NULL, 0)`,
    errno: UNIQUE,
  },
  {
    name: 'a balance without an account',
    sql: () => `INSERT INTO ledger_balance VALUES ('emp_0/credit', 0, 0, NULL, 0)`,
    errno: NO_PARENT,
  },
  { name: 'an entry of nothing', sql: (v) => entryOf(v, `20, '${v.one}/credit', 'fen', 0, '2026-11-20'`), errno: CHECK },
  {
    name: 'an entry in another unit than its account',
    sql: (v) => entryOf(v, `20, '${v.one}/credit', 'points', 5, '2026-11-20'`),
    errno: NO_PARENT,
  },
  { name: 'an entry on an account nobody opened', sql: (v) => entryOf(v, `20, '${v.one}/gold', 'fen', 5, '2026-11-20'`), errno: NO_PARENT },
  {
    name: 'an entry without a journal',
    sql: (v) => `INSERT INTO ledger_entry VALUES ('jnl_forgedforged1', 1, '${v.one}/credit', 'fen', 5, '2026-11-20')`,
    errno: NO_PARENT,
  },
  { name: 'an entry without an amount', sql: (v) => entryOf(v, `20, '${v.one}/credit', 'fen', NULL, '2026-11-20'`), errno: NOT_NULL },
  { name: 'two entries with one number', sql: (v) => entryOf(v, `1, '${v.one}/leave', 'leave-minutes', 5, '2026-11-20'`), errno: UNIQUE },
  { name: 'a journal of one entry', sql: (v) => journalLike(v, { entry_count: '1' }), errno: CHECK },
  { name: 'a key used twice', sql: (v) => journalLike(v, { idempotency_key: 'idempotency_key' }), errno: UNIQUE },
  {
    name: 'a second reversal of one journal',
    sql: (v) => journalLike(v, { reverses: `'${v.original}'`, reversible: 'NULL', reverses_reversible: '1' }),
    errno: UNIQUE,
  },
  {
    name: 'a reversal of a reversal',
    sql: (v) => journalLike(v, { reverses: `'${v.reversal}'`, reversible: 'NULL', reverses_reversible: '1' }),
    errno: NO_PARENT,
  },
  {
    name: 'a reversal of a journal that does not exist',
    sql: (v) => journalLike(v, { reverses: "'jnl_forgedforged9'", reversible: 'NULL', reverses_reversible: '1' }),
    errno: NO_PARENT,
  },
  {
    name: 'a reversal that could be reversed',
    sql: (v) => journalLike(v, { reverses: `'${v.journal}'`, reversible: '1', reverses_reversible: '1' }),
    errno: CHECK,
  },
  {
    name: 'a reversal that slips past the key to its original',
    sql: (v) => journalLike(v, { reverses: `'${v.reversal}'`, reversible: 'NULL' }),
    errno: CHECK,
  },
  { name: 'a journal that could never be reversed', sql: (v) => journalLike(v, { reversible: 'NULL' }), errno: CHECK },
  {
    name: 'the end of a journal that has entries',
    sql: (v) => `DELETE FROM ledger_journal WHERE id = '${v.journal}'`,
    errno: HAS_CHILDREN,
  },
  {
    name: 'the end of an account that has entries',
    sql: (v) => `DELETE FROM ledger_account WHERE id = '${v.one}/credit'`,
    errno: HAS_CHILDREN,
  },
  {
    name: 'another unit for an account that has entries',
    sql: (v) => `UPDATE ledger_account SET unit = 'points' WHERE id = '${v.one}/credit'`,
    errno: HAS_CHILDREN,
  },
  {
    name: 'an account of another owner than its path',
    sql: (v) => `UPDATE ledger_account SET owner_id = '${v.one}' WHERE id = '${v.idle}/leave'`,
    errno: [...CHECK, ...UNIQUE],
  },
  {
    name: 'a unit that is not on the list',
    sql: (v) => `UPDATE ledger_account SET unit = 'gold' WHERE id = '${v.idle}/leave'`,
    errno: CHECK,
  },
  {
    name: 'a month without entries',
    sql: (v) => `INSERT INTO ledger_month (account_id, ym, kind, amount, n) VALUES ('${v.idle}/hours', 202601, 'hours-issued', 0, 0)`,
    errno: CHECK,
  },
  {
    name: 'a sum of the company without entries',
    sql: () => `INSERT INTO ledger_total VALUES (202601, 'emp', 'hours', 'hours-issued', 1, 0, 0)`,
    errno: CHECK,
  },
]
