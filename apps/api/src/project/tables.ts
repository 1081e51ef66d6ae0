import type { Field, ProjectState, SessionState } from '@yijian/shared/project/shapes'
import { sql } from 'drizzle-orm'
import { boolean, check, index, int, mysqlTable, text, unique, varchar } from 'drizzle-orm/mysql-core'
import { asciiColumn, dayColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import { branch, employee } from '../people/tables.ts'

/** A lasting thing with hosts, branch, field and story (项目). */
export const project = mysqlTable(
  'project',
  {
    id: idColumn('id').primaryKey(),
    branchId: idColumn('branch_id')
      .notNull()
      .references(() => branch.id),
    title: varchar('title', { length: 60 }).notNull(),
    field: wordColumn<Field>('field').notNull(),
    city: varchar('city', { length: 32 }),
    story: text('story').notNull(),
    organiser: varchar('organiser', { length: 60 }).notNull(),
    state: wordColumn<ProjectState>('state').notNull(),
    draftedAt: instantColumn('drafted_at').notNull(),
    submittedAt: instantColumn('submitted_at'),
    /** The first time it was published; stays through pauses. */
    publishedAt: instantColumn('published_at'),
    closedAt: instantColumn('closed_at'),
  },
  (t) => [index('project_state_ix').on(t.state, t.publishedAt), index('project_branch_ix').on(t.branchId, t.state, t.submittedAt)],
)

/** Who hosts a project from one day to another (主理人); history stays. */
export const projectHost = mysqlTable(
  'project_host',
  {
    id: idColumn('id').primaryKey(),
    projectId: idColumn('project_id')
      .notNull()
      .references(() => project.id),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    part: wordColumn<'host' | 'co-host'>('part').notNull(),
    startsOn: dayColumn('starts_on').notNull(),
    endsOn: dayColumn('ends_on'),
    endedAt: instantColumn('ended_at'),
    /** 1 while the person hosts, null afterwards: a unique key on it allows one open row and any history. */
    active: int('active'),
  },
  (t) => [
    unique('project_host_one_active_uq').on(t.projectId, t.employeeId, t.active),
    index('project_host_employee_ix').on(t.employeeId, t.active),
  ],
)

/** A branch lead's decision on a project. */
export const projectReview = mysqlTable(
  'project_review',
  {
    id: idColumn('id').primaryKey(),
    projectId: idColumn('project_id')
      .notNull()
      .references(() => project.id),
    decision: wordColumn<'published' | 'returned'>('decision').notNull(),
    reason: varchar('reason', { length: 300 }),
    reviewerId: idColumn('reviewer_id')
      .notNull()
      .references(() => employee.id),
    decidedAt: instantColumn('decided_at').notNull(),
  },
  (t) => [index('project_review_project_ix').on(t.projectId, t.decidedAt)],
)

/** A dated occurrence of a project (场次). Nothing hot ever updates it: places live in `seat`. */
export const session = mysqlTable(
  'session',
  {
    id: idColumn('id').primaryKey(),
    projectId: idColumn('project_id')
      .notNull()
      .references(() => project.id),
    title: varchar('title', { length: 60 }).notNull(),
    state: wordColumn<SessionState>('state').notNull(),
    startsAt: instantColumn('starts_at').notNull(),
    endsAt: instantColumn('ends_at').notNull(),
    timeZone: asciiColumn('time_zone', { length: 48 }).notNull(),
    city: varchar('city', { length: 32 }),
    place: varchar('place', { length: 120 }).notNull(),
    online: boolean('online').notNull(),
    signupOpensAt: instantColumn('signup_opens_at').notNull(),
    signupClosesAt: instantColumn('signup_closes_at').notNull(),
    lateCancelAt: instantColumn('late_cancel_at').notNull(),
    bring: varchar('bring', { length: 1000 }).notNull(),
    privateDetails: varchar('private_details', { length: 1000 }).notNull(),
    cancelReason: varchar('cancel_reason', { length: 300 }),
    openedAt: instantColumn('opened_at').notNull(),
  },
  (t) => [
    index('session_project_ix').on(t.projectId, t.startsAt),
    index('session_coming_ix').on(t.state, t.startsAt, t.id),
    check('session_times_ck', sql`ends_at > starts_at and signup_closes_at > signup_opens_at and signup_closes_at <= ends_at`),
  ],
)

/** The hot half of a session: one row, always the first lock of whatever moves places. */
export const seat = mysqlTable(
  'seat',
  {
    sessionId: idColumn('session_id')
      .primaryKey()
      .references(() => session.id),
    /** Null for unlimited. */
    capacity: int('capacity'),
    taken: int('taken').notNull(),
    waiting: int('waiting').notNull(),
    /** Last number given out; numbers order the queue. */
    lastNumber: int('last_number').notNull(),
    lastPromotion: int('last_promotion').notNull(),
  },
  () => [
    // Never more confirmed than places, on every path.
    check('seat_taken_ck', sql`taken >= 0 and (capacity is null or taken <= capacity)`),
    check('seat_waiting_ck', sql`waiting >= 0`),
  ],
)
