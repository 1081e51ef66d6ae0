import type { SignupState } from '@yijian/shared/signup/shapes'
import { sql } from 'drizzle-orm'
import { boolean, check, index, int, mysqlTable, unique } from 'drizzle-orm/mysql-core'
import { idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import { employee } from '../people/tables.ts'
import { session } from '../project/tables.ts'

/** A sign-up (报名); cancelled ones stay as history. */
export const signup = mysqlTable(
  'signup',
  {
    id: idColumn('id').primaryKey(),
    sessionId: idColumn('session_id')
      .notNull()
      .references(() => session.id),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    state: wordColumn<SignupState>('state').notNull(),
    /** Order of acceptance in the session. */
    number: int('number').notNull(),
    /** Order of promotion from the queue; null unless promoted. */
    promotion: int('promotion'),
    signedUpAt: instantColumn('signed_up_at').notNull(),
    promotedAt: instantColumn('promoted_at'),
    cancelledAt: instantColumn('cancelled_at'),
    lateCancel: boolean('late_cancel').notNull(),
    /** 1 while confirmed or waiting, null once cancelled. */
    active: int('active'),
  },
  (t) => [
    // Never two active sign-ups of a person in one session.
    unique('signup_one_active_uq').on(t.sessionId, t.employeeId, t.active),
    unique('signup_number_uq').on(t.sessionId, t.number),
    unique('signup_promotion_uq').on(t.sessionId, t.promotion),
    index('signup_queue_ix').on(t.sessionId, t.state, t.number),
    index('signup_employee_ix').on(t.employeeId, t.active, t.sessionId),
    check(
      'signup_active_ck',
      sql`(state in ('confirmed', 'waitlisted') and active = 1 and cancelled_at is null) or (state = 'cancelled' and active is null and cancelled_at is not null)`,
    ),
    check('signup_promotion_ck', sql`(promotion is null) = (promoted_at is null)`),
  ],
)
