import type { DonationState, PartState } from '@yijian/shared/giving/shapes'
import { sql } from 'drizzle-orm'
import { bigint, check, index, mysqlTable, primaryKey, smallint, unique } from 'drizzle-orm/mysql-core'
import { idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import { fundProject } from '../fund/tables.ts'
import { journal } from '../ledger/tables.ts'
import { employee } from '../people/tables.ts'
import { policyVersion } from '../policy/tables.ts'

/** A donation (捐赠): credit of a person on its way to fund projects; never changed once it has ended. */
export const donation = mysqlTable(
  'donation',
  {
    id: idColumn('id').primaryKey(),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    state: wordColumn<DonationState>('state').notNull(),
    totalFen: bigint('total_fen', { mode: 'number' }).notNull(),
    /** Set the cooling time. */
    policyId: idColumn('policy_id')
      .notNull()
      .references(() => policyVersion.id),
    heldAt: instantColumn('held_at').notNull(),
    /** The end of the cooling time: before it may be undone, from it on settled. */
    coolsAt: instantColumn('cools_at').notNull(),
    /** When it was cancelled, settled or returned. */
    endedAt: instantColumn('ended_at'),
    heldJournalId: idColumn('held_journal_id')
      .notNull()
      .references(() => journal.id),
    /** What arrived; null unless anything did. */
    settledJournalId: idColumn('settled_journal_id').references(() => journal.id),
    /** What came back: all of it when cancelled, else what a project takes no more; null if nothing did. */
    releasedJournalId: idColumn('released_journal_id').references(() => journal.id),
  },
  (t) => [
    index('donation_employee_ix').on(t.employeeId, t.id),
    index('donation_state_ix').on(t.state, t.coolsAt),
    unique('donation_held_uq').on(t.heldJournalId),
    unique('donation_settled_uq').on(t.settledJournalId),
    unique('donation_released_uq').on(t.releasedJournalId),
    check('donation_total_ck', sql`total_fen > 0`),
    // It ends once, before the end of the cooling time by hand or after it by itself, each with its journals.
    check(
      'donation_state_ck',
      sql`(state = 'held' and ended_at is null and settled_journal_id is null and released_journal_id is null)
        or (state = 'cancelled' and ended_at is not null and ended_at < cools_at and settled_journal_id is null and released_journal_id is not null)
        or (state = 'settled' and ended_at is not null and ended_at >= cools_at and settled_journal_id is not null)
        or (state = 'returned' and ended_at is not null and ended_at >= cools_at and settled_journal_id is null and released_journal_id is not null)`,
    ),
  ],
)

/** What one fund project is given by a donation. */
export const donationPart = mysqlTable(
  'donation_part',
  {
    donationId: idColumn('donation_id')
      .notNull()
      .references(() => donation.id),
    partNo: smallint('part_no').notNull(),
    fundProjectId: idColumn('fund_project_id')
      .notNull()
      .references(() => fundProject.id),
    amountFen: bigint('amount_fen', { mode: 'number' }).notNull(),
    state: wordColumn<PartState>('state').notNull(),
    /** When it arrived; null unless it did. */
    settledAt: instantColumn('settled_at'),
    /** The journal whose entry to the fund project this part is; null unless it arrived. */
    settledJournalId: idColumn('settled_journal_id').references(() => journal.id),
  },
  (t) => [
    primaryKey({ columns: [t.donationId, t.partNo] }),
    // One part for each project, so that one entry is one part.
    unique('donation_part_project_uq').on(t.donationId, t.fundProjectId),
    index('donation_part_settled_ix').on(t.fundProjectId, t.state, t.settledAt, t.donationId),
    check('donation_part_amount_ck', sql`amount_fen > 0 and part_no > 0`),
    check(
      'donation_part_state_ck',
      sql`(state = 'settled' and settled_at is not null and settled_journal_id is not null)
        or (state in ('held', 'cancelled', 'returned') and settled_at is null and settled_journal_id is null)`,
    ),
  ],
)
