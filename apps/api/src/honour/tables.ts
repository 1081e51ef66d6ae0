import { int, mysqlTable, unique } from 'drizzle-orm/mysql-core'
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
    unlockedAt: instantColumn('unlocked_at').notNull(),
    /** The journal or session that earned it. */
    earnedBy: idColumn('earned_by').notNull(),
    suspendedAt: instantColumn('suspended_at'),
    timesUnlocked: int('times_unlocked').notNull(),
  },
  // Once each, however often the facts are told.
  (t) => [unique('badge_once_uq').on(t.employeeId, t.code)],
)
