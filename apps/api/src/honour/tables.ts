import { type HonourField, honourFields } from '@yijian/shared/honour/shapes'
import { sql } from 'drizzle-orm'
import { check, int, mysqlTable, primaryKey, tinyint, unique } from 'drizzle-orm/mysql-core'
import { asciiColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
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
    /** The attendance whose issued hours, or the donation whose arrival, earned it. */
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

/** A person's consent to show one field of their honour page (荣誉页), from one instant to another; without a row it is hidden. */
export const honourConsent = mysqlTable(
  'honour_consent',
  {
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    field: wordColumn<HonourField>('field').notNull(),
    /** Counts the times the person chose to show it. */
    version: int('version').notNull(),
    givenAt: instantColumn('given_at').notNull(),
    withdrawnAt: instantColumn('withdrawn_at'),
    /** 1 while it holds, null afterwards: a unique key on it allows one that holds and any history. */
    active: tinyint('active'),
  },
  (t) => [
    primaryKey({ columns: [t.employeeId, t.field, t.version] }),
    unique('honour_consent_one_active_uq').on(t.employeeId, t.field, t.active),
    check('honour_consent_field_ck', sql.raw(`field in (${honourFields.map((field) => `'${field}'`).join(', ')})`)),
    check('honour_consent_active_ck', sql`(active is null) = (withdrawn_at is not null)`),
  ],
)
