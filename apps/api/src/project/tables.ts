import type { Field, ProjectState, SessionState } from '@yijian/shared/project/shapes'
import { sql } from 'drizzle-orm'
import { boolean, check, customType, index, int, mysqlTable, primaryKey, text, unique, varchar } from 'drizzle-orm/mysql-core'
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
    /** Why it was returned, paused or closed; null while it moves forward. */
    stateReason: varchar('state_reason', { length: 300 }),
    draftedAt: instantColumn('drafted_at').notNull(),
    submittedAt: instantColumn('submitted_at'),
    /** The first time it was published; stays through pauses. */
    publishedAt: instantColumn('published_at'),
    closedAt: instantColumn('closed_at'),
  },
  (t) => [
    index('project_published_ix').on(t.state, t.publishedAt, t.id),
    index('project_review_ix').on(t.state, t.submittedAt, t.id),
    index('project_branch_ix').on(t.branchId, t.state, t.submittedAt),
    check('project_state_ck', sql`state in ('draft', 'in-review', 'published', 'paused', 'closed')`),
    // Nothing is shown before a second person published it.
    check('project_published_ck', sql`state not in ('published', 'paused') or published_at is not null`),
  ],
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
    check('project_host_active_ck', sql`(active is null) = (ended_at is not null)`),
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
    /** When its time or place last changed; null while it is as it was opened. */
    movedAt: instantColumn('moved_at'),
  },
  (t) => [
    // Each is named in `list-sessions.ts`, which leaves the choice of plan to no optimiser.
    index('session_project_ix').on(t.projectId, t.state, t.startsAt, t.id),
    index('session_coming_ix').on(t.state, t.startsAt, t.id),
    index('session_city_ix').on(t.state, t.city, t.startsAt, t.id),
    index('session_online_ix').on(t.state, t.online, t.startsAt, t.id),
    check('session_state_ck', sql`(state = 'open' and cancel_reason is null) or (state = 'cancelled' and cancel_reason is not null)`),
    check('session_times_ck', sql`ends_at > starts_at and signup_closes_at > signup_opens_at and signup_closes_at <= ends_at`),
  ],
)

/** Two characters that compare by their bytes: the text was made small and even before. */
const termColumn = customType<{ data: string }>({ dataType: () => 'varchar(2) character set utf8mb4 collate utf8mb4_bin' })

/**
 * Two-letter terms of a project's words and of its sessions' (检索词). An own table, since MariaDB cannot parse Chinese
 * for full text and LIKE alone reads all of a hundred thousand sessions (300 ms for a word in none, beside 1 ms). Terms
 * are only ever added: one too many costs a glance at the text itself, which decides.
 */
export const projectTerm = mysqlTable(
  'project_term',
  {
    term: termColumn('term').notNull(),
    projectId: idColumn('project_id')
      .notNull()
      .references(() => project.id),
  },
  (t) => [primaryKey({ columns: [t.term, t.projectId] }), index('project_term_project_ix').on(t.projectId)],
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
