import type { LeavePart, LeaveState, ReturnCause } from '@yijian/shared/leave/shapes'
import { sql } from 'drizzle-orm'
import { check, index, int, mysqlTable, primaryKey, unique, varchar } from 'drizzle-orm/mysql-core'
import { dayColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import { journal } from '../ledger/tables.ts'
import { employee } from '../people/tables.ts'
import { policyVersion } from '../policy/tables.ts'
import { session } from '../project/tables.ts'
import { signup } from '../signup/tables.ts'

/** Leave of one person in one year (年度额度), given when it is first asked of; the ledger holds how much is left. */
export const leaveAllowance = mysqlTable(
  'leave_allowance',
  {
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    year: int('year').notNull(),
    minutes: int('minutes').notNull(),
    grantedAt: instantColumn('granted_at').notNull(),
    /** The first journal that granted it; null when the policy grants none. */
    journalId: idColumn('journal_id').references(() => journal.id),
    /** When what was left of it lapsed; its year is over then. */
    lapsedAt: instantColumn('lapsed_at'),
  },
  (t) => [
    // Once for each person and year.
    primaryKey({ columns: [t.employeeId, t.year] }),
    unique('leave_allowance_journal_uq').on(t.journalId),
    check('leave_allowance_minutes_ck', sql`minutes >= 0 and (journal_id is null) = (minutes = 0)`),
    // A year lapses after its end in Shanghai.
    check('leave_allowance_lapsed_ck', sql`lapsed_at is null or year(lapsed_at + interval 8 hour) > \`year\``),
  ],
)

/** Charity leave (公益假) that somebody asked for, tied to a sign-up. */
export const leaveRequest = mysqlTable(
  'leave_request',
  {
    id: idColumn('id').primaryKey(),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    signupId: idColumn('signup_id')
      .notNull()
      .references(() => signup.id),
    sessionId: idColumn('session_id')
      .notNull()
      .references(() => session.id),
    leaveOn: dayColumn('leave_on').notNull(),
    part: wordColumn<LeavePart>('part').notNull(),
    minutes: int('minutes').notNull(),
    state: wordColumn<LeaveState>('state').notNull(),
    requestedAt: instantColumn('requested_at').notNull(),
    /** Version that said how long half a day is. */
    policyId: idColumn('policy_id')
      .notNull()
      .references(() => policyVersion.id),
    decidedBy: idColumn('decided_by').references(() => employee.id),
    decidedAt: instantColumn('decided_at'),
    /** Why it was declined. */
    reason: varchar('reason', { length: 200 }),
    returnCause: wordColumn<ReturnCause>('return_cause'),
    /** The journal that set the minutes aside. */
    heldJournalId: idColumn('held_journal_id')
      .notNull()
      .references(() => journal.id),
    /** The journal that gave them back or used them; null while open. */
    endJournalId: idColumn('end_journal_id').references(() => journal.id),
    /** 1 while asked for, approved or used, null once the minutes went back. */
    active: int('active'),
  },
  (t) => [
    // One live request for a sign-up.
    unique('leave_request_signup_uq').on(t.signupId, t.active),
    unique('leave_request_held_uq').on(t.heldJournalId),
    unique('leave_request_end_uq').on(t.endJournalId),
    index('leave_request_employee_ix').on(t.employeeId, t.leaveOn),
    index('leave_request_session_ix').on(t.sessionId, t.state),
    index('leave_request_state_ix').on(t.state, t.leaveOn, t.id),
    index('leave_request_day_ix').on(t.leaveOn, t.id),
    check('leave_request_minutes_ck', sql`minutes > 0`),
    check('leave_request_active_ck', sql`coalesce(active, 0) = (state in ('requested', 'approved', 'used'))`),
    check('leave_request_end_ck', sql`(end_journal_id is null) = (state in ('requested', 'approved'))`),
    check('leave_request_cause_ck', sql`(return_cause is null) = (state <> 'returned')`),
    // Approved and declined by somebody, and that is somebody else.
    check(
      'leave_request_decided_ck',
      sql`(decided_by is null) = (decided_at is null) and (decided_by is not null or state not in ('approved', 'declined', 'used'))`,
    ),
    check('leave_request_second_person_ck', sql`decided_by is null or decided_by <> employee_id`),
    check('leave_request_reason_ck', sql`state <> 'declined' or reason is not null`),
  ],
)
