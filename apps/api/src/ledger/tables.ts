import { type JournalKind, type Unit, units } from '@yijian/shared/ledger/shapes'
import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, index, int, mysqlTable, primaryKey, smallint, tinyint, unique } from 'drizzle-orm/mysql-core'
import { asciiColumn, dayColumn, idColumn, instantColumn, jsonColumn, wordColumn } from '../core/db/columns.ts'

const accountPath = (name: string) => asciiColumn(name, { length: 48 })
const amountColumn = (name: string) => bigint(name, { mode: 'number' })

/** An account (账户): `emp_…/credit`, `system/credit`. Static, so that keys may point at it without contention. */
export const account = mysqlTable(
  'ledger_account',
  {
    id: accountPath('id').primaryKey(),
    ownerId: asciiColumn('owner_id', { length: 20 }).notNull(),
    kind: asciiColumn('kind', { length: 20 }).notNull(),
    unit: wordColumn<Unit>('unit').notNull(),
    openedAt: instantColumn('opened_at').notNull(),
  },
  (t) => [
    unique('ledger_account_owner_uq').on(t.ownerId, t.kind),
    // The composite key an entry points at: no entry can carry another unit than its account.
    unique('ledger_account_unit_uq').on(t.id, t.unit),
    check('ledger_account_path_ck', sql`id = concat(owner_id, '/', kind)`),
    check('ledger_account_unit_ck', sql.raw(`unit in (${units.map((unit) => `'${unit}'`).join(', ')})`)),
  ],
)

/** The moving half of an account people own; system accounts have none, so nobody queues for them. */
export const balance = mysqlTable(
  'ledger_balance',
  {
    accountId: accountPath('account_id')
      .primaryKey()
      .references(() => account.id),
    balance: amountColumn('balance').notNull(),
    minBalance: amountColumn('min_balance'),
    maxBalance: amountColumn('max_balance'),
    /** Counts entries, so that a lost one shows. */
    version: int('version').notNull(),
  },
  () => [
    // Nobody falls below zero and no debt turns into a gift, whatever the code above does.
    check('ledger_balance_min_ck', sql`min_balance is null or balance >= min_balance`),
    check('ledger_balance_max_ck', sql`max_balance is null or balance <= max_balance`),
  ],
)

/** A journal (凭证): one balanced fact. The database user of the API may only insert and read it. */
export const journal = mysqlTable(
  'ledger_journal',
  {
    id: idColumn('id').primaryKey(),
    kind: wordColumn<JournalKind>('kind').notNull(),
    /** What it comes from, e.g. an attendance. */
    sourceId: idColumn('source_id').notNull(),
    /** Business day in Shanghai: decides the policy version and the year it counts in. */
    servedOn: dayColumn('served_on').notNull(),
    policyIds: jsonColumn<string[]>('policy_ids').notNull(),
    actorId: idColumn('actor_id'),
    scope: asciiColumn('scope', { length: 24 }).notNull(),
    idempotencyKey: asciiColumn('idempotency_key', { length: 80 }).notNull(),
    requestHash: asciiColumn('request_hash', { length: 64 }).notNull(),
    reverses: idColumn('reverses'),
    /** 1 for a journal that may be reversed, null for a reversal. */
    reversible: tinyint('reversible'),
    /** 1 in a reversal: with `reverses` it is the key to a reversible journal, so that no reversal is reversed. */
    reversesReversible: tinyint('reverses_reversible'),
    entryCount: smallint('entry_count').notNull(),
    /** SHA-256 over header and entries: a later edit of either shows. */
    leafHash: asciiColumn('leaf_hash', { length: 64 }).notNull(),
    recordedAt: instantColumn('recorded_at').notNull(),
  },
  (t) => [
    unique('ledger_journal_idempotency_uq').on(t.scope, t.idempotencyKey),
    // A journal is reversed at most once.
    unique('ledger_journal_reverses_uq').on(t.reverses),
    unique('ledger_journal_reversible_uq').on(t.id, t.reversible),
    // A reversal is never itself reversed.
    foreignKey({ name: 'ledger_journal_reverses_fk', columns: [t.reverses, t.reversesReversible], foreignColumns: [t.id, t.reversible] }),
    check(
      'ledger_journal_reversal_ck',
      sql`coalesce(reversible, 0) = (reverses is null) and coalesce(reverses_reversible, 0) = (reverses is not null)`,
    ),
    index('ledger_journal_source_ix').on(t.sourceId),
    // With the day in it, what was recorded after the close of a year is counted without reading a journal.
    index('ledger_journal_recorded_ix').on(t.recordedAt, t.servedOn),
    check('ledger_journal_entries_ck', sql`entry_count >= 2`),
  ],
)

/** An entry (分录): so much to (+) or from (-) one account, in its unit. */
export const entry = mysqlTable(
  'ledger_entry',
  {
    journalId: idColumn('journal_id')
      .notNull()
      .references(() => journal.id),
    lineNo: smallint('line_no').notNull(),
    accountId: accountPath('account_id').notNull(),
    unit: wordColumn<Unit>('unit').notNull(),
    amount: amountColumn('amount').notNull(),
    servedOn: dayColumn('served_on').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.journalId, t.lineNo] }),
    foreignKey({ name: 'ledger_entry_account_fk', columns: [t.accountId, t.unit], foreignColumns: [account.id, account.unit] }),
    // Begins with the foreign key, so that one index serves both the key and the sums by account and day.
    index('ledger_entry_account_ix').on(t.accountId, t.unit, t.servedOn, t.amount),
    check('ledger_entry_amount_ck', sql`amount <> 0`),
  ],
)

/** Sums by account, month and kind of journal, kept in the posting transaction: a year's report reads these instead of every entry. */
export const month = mysqlTable(
  'ledger_month',
  {
    accountId: accountPath('account_id')
      .notNull()
      .references(() => account.id),
    /** Year and month of the service day, 202611. */
    ym: int('ym').notNull(),
    kind: wordColumn<JournalKind>('kind').notNull(),
    amount: amountColumn('amount').notNull(),
    /** Number of entries. */
    n: int('n').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.ym, t.kind] }), check('ledger_month_n_ck', sql`n > 0`)],
)

/**
 * The company's sums by month of service, account and kind of journal: a year's report adds up these few rows instead of
 * everybody's months. Each connection adds to rows of its own, so that nobody queues for the company.
 */
export const total = mysqlTable(
  'ledger_total',
  {
    ym: int('ym').notNull(),
    /** Whose accounts, by the prefix of their ids: `emp`, `fnd` or `pay`. */
    owner: asciiColumn('owner', { length: 3 }).notNull(),
    account: asciiColumn('account', { length: 20 }).notNull(),
    kind: wordColumn<JournalKind>('kind').notNull(),
    shard: tinyint('shard').notNull(),
    amount: amountColumn('amount').notNull(),
    /** Number of entries. */
    n: int('n').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ym, t.owner, t.account, t.kind, t.shard] }), check('ledger_total_n_ck', sql`n > 0`)],
)
