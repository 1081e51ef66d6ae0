import type { Grade } from '@yijian/shared/kernel/grade'
import { sql } from 'drizzle-orm'
import { check, index, int, mysqlTable, unique, varchar } from 'drizzle-orm/mysql-core'
import { dayColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import { attendance } from '../attendance/tables.ts'
import { employee } from '../people/tables.ts'
import { session } from '../project/tables.ts'

/** Confirmed minutes of one attendance: completed, then issued (完成 → 下发). */
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
    reason: varchar('reason', { length: 300 }),
    /** Service day: decides policy version, daily limit and year. */
    servedOn: dayColumn('served_on').notNull(),
    completedBy: idColumn('completed_by').notNull(),
    completedAt: instantColumn('completed_at').notNull(),
    issuedBy: idColumn('issued_by'),
    issuedAt: instantColumn('issued_at'),
    /** The journal in force: the issue, or the newest correction; null when nothing was posted or all taken back. */
    journalId: idColumn('journal_id'),
  },
  (t) => [
    index('hours_record_session_ix').on(t.sessionId, t.state),
    index('hours_record_day_ix').on(t.employeeId, t.servedOn),
    unique('hours_record_journal_uq').on(t.journalId),
    // Nobody issues hours to themself, on every path.
    check('hours_record_second_person_ck', sql`issued_by is null or issued_by <> employee_id`),
    check('hours_record_state_ck', sql`(state = 'issued') = (issued_at is not null)`),
    check('hours_record_minutes_ck', sql`minutes between 0 and 1440`),
  ],
)
