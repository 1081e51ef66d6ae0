import type { ScanKind } from '@yijian/shared/attendance/shapes'
import type { Grade } from '@yijian/shared/kernel/grade'
import { boolean, index, int, mysqlTable, unique, varchar } from 'drizzle-orm/mysql-core'
import { asciiColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import { employee } from '../people/tables.ts'
import { session } from '../project/tables.ts'

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
    means: wordColumn<'code' | 'named'>('means').notNull(),
    /** The host who looked the person up. */
    byEmployeeId: idColumn('by_employee_id'),
    reason: varchar('reason', { length: 200 }),
    accepted: boolean('accepted').notNull(),
    /** Problem code of the refusal. */
    refusal: asciiColumn('refusal', { length: 40 }),
    loginId: idColumn('login_id').notNull(),
    scannedAt: instantColumn('scanned_at').notNull(),
  },
  (t) => [index('scan_session_ix').on(t.sessionId, t.employeeId), index('scan_employee_ix').on(t.employeeId, t.scannedAt)],
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
    inAt: instantColumn('in_at'),
    outAt: instantColumn('out_at'),
    grade: wordColumn<Grade>('grade').notNull(),
    named: boolean('named').notNull(),
    /** 1 between in and out, null otherwise: a person is in one place at a time. */
    present: int('present'),
  },
  (t) => [
    unique('attendance_person_uq').on(t.sessionId, t.employeeId),
    unique('attendance_one_place_uq').on(t.employeeId, t.present),
    index('attendance_arrivals_ix').on(t.sessionId, t.inAt),
  ],
)
