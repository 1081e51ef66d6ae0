import { sql } from 'drizzle-orm'
import { check, index, int, mysqlTable, primaryKey, unique, varchar } from 'drizzle-orm/mysql-core'
import { asciiColumn, dayColumn, idColumn, instantColumn } from '../core/db/columns.ts'
import { attendance } from '../attendance/tables.ts'
import { employee } from '../people/tables.ts'

/** A certificate of volunteer hours (志愿服务证明): its words and figures are frozen; only that it was superseded is added. */
export const certificate = mysqlTable(
  'certificate',
  {
    id: idColumn('id').primaryKey(),
    certificateNo: asciiColumn('certificate_no', { length: 20 }).notNull(),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    /** As on the day: who marries or moves does not change a paper. */
    name: varchar('name', { length: 64 }).notNull(),
    department: varchar('department', { length: 64 }).notNull(),
    fromOn: dayColumn('from_on').notNull(),
    toOn: dayColumn('to_on').notNull(),
    minutes: int('minutes').notNull(),
    sessions: int('sessions').notNull(),
    /** SHA-256 over person, period and lines. */
    contentHash: asciiColumn('content_hash', { length: 64 }).notNull(),
    fileId: idColumn('file_id').notNull(),
    issuedAt: instantColumn('issued_at').notNull(),
    supersededAt: instantColumn('superseded_at'),
  },
  (t) => [
    // The number is the only key a stranger has.
    unique('certificate_no_uq').on(t.certificateNo),
    index('certificate_employee_ix').on(t.employeeId, t.id),
    check('certificate_period_ck', sql`from_on <= to_on`),
    check('certificate_figures_ck', sql`minutes > 0 and sessions > 0`),
    check('certificate_superseded_ck', sql`superseded_at is null or superseded_at >= issued_at`),
  ],
)

/** One session on a certificate, as it was; never changed. */
export const certificateLine = mysqlTable(
  'certificate_line',
  {
    certificateId: idColumn('certificate_id')
      .notNull()
      .references(() => certificate.id),
    attendanceId: idColumn('attendance_id')
      .notNull()
      .references(() => attendance.id),
    servedOn: dayColumn('served_on').notNull(),
    projectTitle: varchar('project_title', { length: 60 }).notNull(),
    sessionTitle: varchar('session_title', { length: 60 }).notNull(),
    minutes: int('minutes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.certificateId, t.attendanceId] }), check('certificate_line_minutes_ck', sql`minutes > 0`)],
)
