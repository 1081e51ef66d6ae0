import type { Grade } from '@yijian/shared/kernel/grade'
import { sql } from 'drizzle-orm'
import { check, index, int, mysqlTable, primaryKey, unique, varchar } from 'drizzle-orm/mysql-core'
import { dayColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import { attendance } from '../attendance/tables.ts'
import { journal } from '../ledger/tables.ts'
import { employee } from '../people/tables.ts'
import { session } from '../project/tables.ts'

/** Confirmed minutes of one attendance: completed, then issued (完成 → 下发). What was issued is also in the ledger, to the minute. */
export const hoursRecord = mysqlTable(
  'hours_record',
  {
    attendanceId: idColumn('attendance_id')
      .primaryKey()
      .references(() => attendance.id),
    sessionId: idColumn('session_id')
      .notNull()
      .references(() => session.id),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    state: wordColumn<'completed' | 'issued'>('state').notNull(),
    minutes: int('minutes').notNull(),
    grade: wordColumn<Grade>('grade').notNull(),
    /** The host's reason for these minutes. */
    reason: varchar('reason', { length: 200 }),
    /** Service day: decides policy version, daily limit and year. */
    servedOn: dayColumn('served_on').notNull(),
    completedBy: idColumn('completed_by').notNull(),
    completedAt: instantColumn('completed_at').notNull(),
    issuedBy: idColumn('issued_by'),
    issuedAt: instantColumn('issued_at'),
    /** 1 for the issue, one more for each correction: part of the key that lets each be posted once. */
    round: int('round').notNull(),
    /** The journal in force: the issue, or the newest correction; null while nothing counts. */
    journalId: idColumn('journal_id').references(() => journal.id),
  },
  (t) => [
    index('hours_record_session_ix').on(t.sessionId, t.state),
    index('hours_record_day_ix').on(t.employeeId, t.servedOn),
    index('hours_record_waiting_ix').on(t.state, t.attendanceId),
    unique('hours_record_journal_uq').on(t.journalId),
    check('hours_record_minutes_ck', sql`minutes between 0 and 1440`),
    // Nobody issues hours to themself, on every path.
    check('hours_record_second_person_ck', sql`issued_by is null or issued_by <> employee_id`),
    // Three states, three times: what is issued has its issuer and, unless it is nothing, its journal; what is not has neither.
    check(
      'hours_record_state_ck',
      sql`(state = 'completed' and round = 0 and issued_at is null and issued_by is null and journal_id is null)
        or (state = 'issued' and round > 0 and issued_at is not null and issued_by is not null and (journal_id is null) = (minutes = 0))`,
    ),
  ],
)

/** One correction of issued hours (更正); never changed. */
export const hoursCorrection = mysqlTable(
  'hours_correction',
  {
    attendanceId: idColumn('attendance_id')
      .notNull()
      .references(() => hoursRecord.attendanceId),
    round: int('round').notNull(),
    minutesBefore: int('minutes_before').notNull(),
    minutesAfter: int('minutes_after').notNull(),
    reason: varchar('reason', { length: 300 }).notNull(),
    correctedBy: idColumn('corrected_by').notNull(),
    correctedAt: instantColumn('corrected_at').notNull(),
    /** The journal that took the old minutes back; null when there were none. */
    reversalId: idColumn('reversal_id').references(() => journal.id),
    /** The journal with the new minutes; null when there are none. */
    journalId: idColumn('journal_id').references(() => journal.id),
  },
  (t) => [
    primaryKey({ columns: [t.attendanceId, t.round] }),
    unique('hours_correction_reversal_uq').on(t.reversalId),
    unique('hours_correction_journal_uq').on(t.journalId),
    check('hours_correction_minutes_ck', sql`minutes_before <> minutes_after and minutes_after between 0 and 1440`),
    check('hours_correction_journal_ck', sql`(reversal_id is null) = (minutes_before = 0) and (journal_id is null) = (minutes_after = 0)`),
  ],
)
