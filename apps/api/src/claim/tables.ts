import type { ClaimPlatform, ClaimState } from '@yijian/shared/claim/shapes'
import { sql } from 'drizzle-orm'
import { bigint, check, index, int, mysqlTable, primaryKey, smallint, unique, varchar } from 'drizzle-orm/mysql-core'
import { asciiColumn, dayColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import { storedFile } from '../file/tables.ts'
import { journal } from '../ledger/tables.ts'
import { employee } from '../people/tables.ts'

/** The claim (捐赠申报) of an own donation (个人捐赠). */
export const claim = mysqlTable(
  'claim',
  {
    id: idColumn('id').primaryKey(),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    state: wordColumn<ClaimState>('state').notNull(),
    platform: wordColumn<ClaimPlatform>('platform').notNull(),
    platformName: varchar('platform_name', { length: 40 }),
    /** As it was typed, and as it is compared. */
    orderNo: varchar('order_no', { length: 64 }).notNull(),
    orderKey: asciiColumn('order_key', { length: 64 }).notNull(),
    giftOn: dayColumn('gift_on').notNull(),
    amountFen: bigint('amount_fen', { mode: 'number' }).notNull(),
    /** How often it was sent. */
    round: smallint('round').notNull(),
    submittedAt: instantColumn('submitted_at').notNull(),
    decidedAt: instantColumn('decided_at'),
    decidedBy: idColumn('decided_by').references(() => employee.id),
    reason: varchar('reason', { length: 300 }),
    journalId: idColumn('journal_id').references(() => journal.id),
    refundedAt: instantColumn('refunded_at'),
    refundedBy: idColumn('refunded_by').references(() => employee.id),
    refundReason: varchar('refund_reason', { length: 300 }),
    refundJournalId: idColumn('refund_journal_id').references(() => journal.id),
    /** 1 unless it is rejected: only then its number may be claimed again. */
    live: int('live'),
  },
  (t) => [
    // An order number is claimed once in the whole company, whatever platform is named.
    unique('claim_order_uq').on(t.orderKey, t.live),
    unique('claim_journal_uq').on(t.journalId),
    unique('claim_refund_uq').on(t.refundJournalId),
    index('claim_employee_ix').on(t.employeeId, t.id),
    index('claim_queue_ix').on(t.state, t.submittedAt, t.id),
    check('claim_amount_ck', sql`amount_fen > 0`),
    check('claim_live_ck', sql`(state = 'rejected') = (live is null) and coalesce(live, 1) = 1`),
    check('claim_platform_ck', sql`(platform = 'other') = (platform_name is not null)`),
    check(
      'claim_state_ck',
      sql`(state in ('submitted', 'returned', 'rejected') and journal_id is null and refund_journal_id is null)
        or (state = 'approved' and journal_id is not null and refund_journal_id is null)
        or (state = 'refunded' and journal_id is not null and refund_journal_id is not null)`,
    ),
    check('claim_decided_ck', sql`(decided_at is null) = (decided_by is null) and (state = 'submitted' or decided_at is not null)`),
    check('claim_refunded_ck', sql`(state = 'refunded') = (refunded_at is not null) and (refunded_at is null) = (refunded_by is null)`),
    // Nobody decides about a donation of their own.
    check(
      'claim_second_person_ck',
      sql`(decided_by is null or decided_by <> employee_id) and (refunded_by is null or refunded_by <> employee_id)`,
    ),
  ],
)

/** A receipt of a claim; what was taken out of it later stays as history, without a place. */
export const claimImage = mysqlTable(
  'claim_image',
  {
    claimId: idColumn('claim_id')
      .notNull()
      .references(() => claim.id),
    fileId: idColumn('file_id')
      .notNull()
      .references(() => storedFile.id),
    sha256: asciiColumn('sha256', { length: 64 }).notNull(),
    fingerprint: asciiColumn('fingerprint', { length: 64 }).notNull(),
    /** Order in which it is shown; null once it was taken out. */
    place: smallint('place'),
    /** 1 while it stands in a claim that is not rejected. */
    live: int('live'),
  },
  (t) => [
    primaryKey({ columns: [t.claimId, t.fileId] }),
    unique('claim_image_place_uq').on(t.claimId, t.place),
    // The same picture proves one donation in the whole company.
    unique('claim_image_same_uq').on(t.sha256, t.live),
    check('claim_image_live_ck', sql`live is null or (live = 1 and place is not null)`),
  ],
)
