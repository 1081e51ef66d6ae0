import type { ScanKind, ScanMeans } from '@yijian/shared/attendance/shapes'
import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, int, mysqlTable, unique, varchar } from 'drizzle-orm/mysql-core'
import { asciiColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import { employee } from '../people/tables.ts'
import { session } from '../project/tables.ts'
import { signup } from '../signup/tables.ts'

/** Every attempt to check in or out, refused ones too (扫码记录); never changed. */
export const scan = mysqlTable(
  'scan',
  {
    id: idColumn('id').primaryKey(),
    /** Null when the code could not be read. */
    sessionId: idColumn('session_id').references(() => session.id),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    kind: wordColumn<ScanKind>('kind'),
    means: wordColumn<ScanMeans>('means').notNull(),
    /** The host who looked the person up. */
    byEmployeeId: idColumn('by_employee_id'),
    reason: varchar('reason', { length: 200 }),
    accepted: boolean('accepted').notNull(),
    /** Problem code of the refusal. */
    refusal: asciiColumn('refusal', { length: 40 }),
    loginId: idColumn('login_id').notNull(),
    scannedAt: instantColumn('scanned_at').notNull(),
  },
  (t) => [
    index('scan_session_ix').on(t.sessionId, t.employeeId),
    index('scan_employee_ix').on(t.employeeId, t.scannedAt),
    check('scan_refusal_ck', sql`accepted = (refusal is null)`),
    check('scan_read_ck', sql`(session_id is null) = (kind is null) and (accepted = false or session_id is not null)`),
    // Who is looked up by name has a host and a reason, and is never that host.
    check('scan_named_ck', sql`(means = 'named') = (by_employee_id is not null) and (means = 'named') = (reason is not null)`),
    check('scan_second_person_ck', sql`accepted = false or by_employee_id is null or by_employee_id <> employee_id`),
  ],
)

/** That a person was there (到场): first in, last out. Proof only, it posts nothing. */
export const attendance = mysqlTable(
  'attendance',
  {
    id: idColumn('id').primaryKey(),
    sessionId: idColumn('session_id')
      .notNull()
      .references(() => session.id),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    /** Always 1: the other half of the key that ties an attendance to a sign-up in force. */
    place: int('place').notNull(),
    inAt: instantColumn('in_at').notNull(),
    outAt: instantColumn('out_at'),
    named: boolean('named').notNull(),
    /** 1 between in and out, null otherwise: a person is in one place at a time. */
    present: int('present'),
  },
  (t) => [
    unique('attendance_person_uq').on(t.sessionId, t.employeeId),
    unique('attendance_one_place_uq').on(t.employeeId, t.present),
    // Nobody is checked in without a sign-up in force, and none is given back once its person is.
    foreignKey({
      name: 'attendance_signup_fk',
      columns: [t.sessionId, t.employeeId, t.place],
      foreignColumns: [signup.sessionId, signup.employeeId, signup.active],
    }),
    index('attendance_arrivals_ix').on(t.sessionId, t.inAt),
    check('attendance_place_ck', sql`place = 1`),
    check('attendance_times_ck', sql`out_at is null or out_at >= in_at`),
    check('attendance_present_ck', sql`present is null or (present = 1 and out_at is null)`),
  ],
)
