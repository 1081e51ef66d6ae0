import { sql } from 'drizzle-orm'
import { check, int, mysqlTable, unique } from 'drizzle-orm/mysql-core'
import { asciiColumn, idColumn, instantColumn } from '../core/db/columns.ts'
import { employee } from '../people/tables.ts'

/** A badge of a person (徽章): a projection of ledger facts, suspended and restored with them. */
export const badge = mysqlTable(
  'badge',
  {
    id: idColumn('id').primaryKey(),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    code: asciiColumn('code', { length: 32 }).notNull(),
    /** The first time; a badge that comes back keeps it. */
    unlockedAt: instantColumn('unlocked_at').notNull(),
    /** The attendance whose issued hours earned it. */
    earnedBy: idColumn('earned_by').notNull(),
    suspendedAt: instantColumn('suspended_at'),
    timesUnlocked: int('times_unlocked').notNull(),
  },
  (t) => [
    // Once each, however often the facts are told.
    unique('badge_once_uq').on(t.employeeId, t.code),
    check('badge_times_ck', sql`times_unlocked > 0`),
  ],
)
