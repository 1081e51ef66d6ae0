import type { PayoutState } from '@yijian/shared/payout/shapes'
import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, index, int, mysqlTable, primaryKey, smallint, tinyint, unique, varchar } from 'drizzle-orm/mysql-core'
import { asciiColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import { fundProject } from '../fund/tables.ts'
import { donationPart } from '../giving/tables.ts'
import { journal } from '../ledger/tables.ts'
import { employee } from '../people/tables.ts'

const person = (name: string) => idColumn(name).references(() => employee.id)

/** A payout batch (拨付): settled donations of one fund project on their way to its charity. */
export const payout = mysqlTable(
  'payout',
  {
    id: idColumn('id').primaryKey(),
    fundProjectId: idColumn('fund_project_id')
      .notNull()
      .references(() => fundProject.id),
    /** The charity as it stood when the batch was built: this is what the second person approves. */
    charity: varchar('charity', { length: 80 }).notNull(),
    charityCode: asciiColumn('charity_code', { length: 18 }).notNull(),
    charityAccount: varchar('charity_account', { length: 120 }).notNull(),
    state: wordColumn<PayoutState>('state').notNull(),
    amountFen: bigint('amount_fen', { mode: 'number' }).notNull(),
    lineCount: int('line_count').notNull(),
    builtBy: person('built_by').notNull(),
    builtAt: instantColumn('built_at').notNull(),
    approvedBy: person('approved_by'),
    approvedAt: instantColumn('approved_at'),
    sentBy: person('sent_by'),
    sentAt: instantColumn('sent_at'),
    bankReference: varchar('bank_reference', { length: 60 }),
    /** Who noted that it was confirmed, bounced or cancelled. */
    endedBy: person('ended_by'),
    endedAt: instantColumn('ended_at'),
    note: varchar('note', { length: 300 }),
    builtJournalId: idColumn('built_journal_id')
      .notNull()
      .references(() => journal.id),
    endJournalId: idColumn('end_journal_id').references(() => journal.id),
  },
  (t) => [
    index('payout_state_ix').on(t.state, t.id),
    index('payout_fund_project_ix').on(t.fundProjectId, t.id),
    unique('payout_built_uq').on(t.builtJournalId),
    unique('payout_end_uq').on(t.endJournalId),
    check('payout_amount_ck', sql`amount_fen > 0 and line_count > 0`),
    check('payout_state_ck', sql`state in ('built', 'approved', 'sent', 'confirmed', 'bounced', 'cancelled')`),
    // Nothing is paid on one person's word.
    check('payout_approved_ck', sql`state in ('built', 'cancelled') or (approved_at is not null and approved_by is not null)`),
    check('payout_second_person_ck', sql`approved_by is null or approved_by <> built_by`),
    check('payout_sent_ck', sql`(state in ('sent', 'confirmed', 'bounced')) = (sent_at is not null and bank_reference is not null)`),
    check('payout_ended_ck', sql`(state in ('confirmed', 'bounced', 'cancelled')) = (ended_at is not null and end_journal_id is not null)`),
  ],
)

/** A donation that a batch covers, with the journal that brought it to the fund project. */
export const payoutLine = mysqlTable(
  'payout_line',
  {
    payoutId: idColumn('payout_id')
      .notNull()
      .references(() => payout.id),
    lineNo: int('line_no').notNull(),
    donationId: idColumn('donation_id').notNull(),
    partNo: smallint('part_no').notNull(),
    amountFen: bigint('amount_fen', { mode: 'number' }).notNull(),
    journalId: idColumn('journal_id')
      .notNull()
      .references(() => journal.id),
    /** 1 while the batch lives, null after it bounced or was cancelled: a donation is in one live batch at most. */
    live: tinyint('live'),
  },
  (t) => [
    primaryKey({ columns: [t.payoutId, t.lineNo] }),
    unique('payout_line_once_uq').on(t.donationId, t.partNo, t.live),
    foreignKey({
      name: 'payout_line_part_fk',
      columns: [t.donationId, t.partNo],
      foreignColumns: [donationPart.donationId, donationPart.partNo],
    }),
    check('payout_line_amount_ck', sql`amount_fen > 0`),
    check('payout_line_live_ck', sql`live is null or live = 1`),
  ],
)
