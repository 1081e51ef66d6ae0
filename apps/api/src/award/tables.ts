import type { Dossier } from '@yijian/shared/award/shapes'
import { sql } from 'drizzle-orm'
import { check, index, int, mysqlTable, primaryKey, smallint, unique, varchar } from 'drizzle-orm/mysql-core'
import { dayColumn, idColumn, instantColumn, jsonColumn, wordColumn } from '../core/db/columns.ts'
import { branch, employee } from '../people/tables.ts'

/** One year of the award 益践领袖: dates, weights, and how far it was moved on. */
export const awardCycle = mysqlTable(
  'award_cycle',
  {
    id: idColumn('id').primaryKey(),
    year: smallint('year').notNull(),
    places: smallint('places').notNull(),
    minScores: smallint('min_scores').notNull(),
    innovationShare: smallint('innovation_share').notNull(),
    impactShare: smallint('impact_share').notNull(),
    uniquenessShare: smallint('uniqueness_share').notNull(),
    sustainabilityShare: smallint('sustainability_share').notNull(),
    nominationOpensOn: dayColumn('nomination_opens_on').notNull(),
    nominationClosesOn: dayColumn('nomination_closes_on').notNull(),
    frozenOn: dayColumn('frozen_on').notNull(),
    scoringClosesOn: dayColumn('scoring_closes_on').notNull(),
    publicityDays: smallint('publicity_days').notNull(),
    state: wordColumn<'announced' | 'publicity' | 'published'>('state').notNull(),
    publicityEndsAt: instantColumn('publicity_ends_at'),
    publishedAt: instantColumn('published_at'),
    announcedAt: instantColumn('announced_at').notNull(),
  },
  (t) => [
    // One cycle a year.
    unique('award_cycle_year_uq').on(t.year),
    check('award_cycle_state_ck', sql`state in ('announced', 'publicity', 'published')`),
    check('award_cycle_weights_ck', sql`innovation_share + impact_share + uniqueness_share + sustainability_share = 100`),
    check('award_cycle_published_ck', sql`(state = 'published') = (published_at is not null)`),
  ],
)

/** Who sits on the jury of a cycle (评委). */
export const awardJudge = mysqlTable(
  'award_judge',
  {
    cycleId: idColumn('cycle_id')
      .notNull()
      .references(() => awardCycle.id),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
  },
  (t) => [primaryKey({ columns: [t.cycleId, t.employeeId] }), index('award_judge_employee_ix').on(t.employeeId)],
)

/** A nomination (提名), and the dossier (材料) frozen when nominations close. */
export const nomination = mysqlTable(
  'nomination',
  {
    id: idColumn('id').primaryKey(),
    cycleId: idColumn('cycle_id')
      .notNull()
      .references(() => awardCycle.id),
    nomineeId: idColumn('nominee_id')
      .notNull()
      .references(() => employee.id),
    nominatorId: idColumn('nominator_id')
      .notNull()
      .references(() => employee.id),
    kind: wordColumn<'self' | 'peer' | 'branch'>('kind').notNull(),
    branchId: idColumn('branch_id').references(() => branch.id),
    reason: varchar('reason', { length: 1000 }).notNull(),
    state: wordColumn<'proposed' | 'accepted' | 'declined'>('state').notNull(),
    dossier: jsonColumn<Dossier>('dossier'),
    nominatedAt: instantColumn('nominated_at').notNull(),
    answeredAt: instantColumn('answered_at'),
  },
  (t) => [
    // A person is nominated once a cycle, whoever comes first.
    unique('nomination_nominee_uq').on(t.cycleId, t.nomineeId),
    index('nomination_nominee_ix').on(t.nomineeId),
    index('nomination_nominator_ix').on(t.nominatorId),
    check('nomination_state_ck', sql`state in ('proposed', 'accepted', 'declined')`),
    check('nomination_self_ck', sql`(kind = 'self') = (nominator_id = nominee_id)`),
    check('nomination_branch_ck', sql`(kind = 'branch') = (branch_id is not null)`),
  ],
)

/** What one judge gave one nomination; a later score takes its place until scoring closes. */
export const nominationScore = mysqlTable(
  'nomination_score',
  {
    id: idColumn('id').primaryKey(),
    nominationId: idColumn('nomination_id')
      .notNull()
      .references(() => nomination.id),
    judgeId: idColumn('judge_id')
      .notNull()
      .references(() => employee.id),
    innovation: smallint('innovation').notNull(),
    impact: smallint('impact').notNull(),
    uniqueness: smallint('uniqueness').notNull(),
    sustainability: smallint('sustainability').notNull(),
    comment: varchar('comment', { length: 500 }).notNull(),
    scoredAt: instantColumn('scored_at').notNull(),
  },
  (t) => [
    unique('nomination_score_judge_uq').on(t.nominationId, t.judgeId),
    check(
      'nomination_score_marks_ck',
      sql`innovation between 1 and 10 and impact between 1 and 10 and uniqueness between 1 and 10 and sustainability between 1 and 10`,
    ),
  ],
)

/** A judge who steps aside from one nomination (回避). */
export const judgeConflict = mysqlTable(
  'judge_conflict',
  {
    nominationId: idColumn('nomination_id')
      .notNull()
      .references(() => nomination.id),
    judgeId: idColumn('judge_id')
      .notNull()
      .references(() => employee.id),
    reason: varchar('reason', { length: 300 }).notNull(),
    declaredAt: instantColumn('declared_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.nominationId, t.judgeId] })],
)

/** A name on the list of leaders; an upheld objection takes it off, the row stays. */
export const awardLeader = mysqlTable(
  'award_leader',
  {
    nominationId: idColumn('nomination_id')
      .primaryKey()
      .references(() => nomination.id),
    cycleId: idColumn('cycle_id')
      .notNull()
      .references(() => awardCycle.id),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    place: int('place').notNull(),
    meanThousandths: int('mean_thousandths').notNull(),
    reason: varchar('reason', { length: 500 }).notNull(),
    state: wordColumn<'listed' | 'removed' | 'published'>('state').notNull(),
  },
  (t) => [
    unique('award_leader_person_uq').on(t.cycleId, t.employeeId),
    index('award_leader_employee_ix').on(t.employeeId, t.state),
    check('award_leader_state_ck', sql`state in ('listed', 'removed', 'published')`),
  ],
)

/** An objection (异议) during the publicity period. */
export const awardObjection = mysqlTable(
  'award_objection',
  {
    id: idColumn('id').primaryKey(),
    nominationId: idColumn('nomination_id')
      .notNull()
      .references(() => awardLeader.nominationId),
    byId: idColumn('by_id')
      .notNull()
      .references(() => employee.id),
    reason: varchar('reason', { length: 1000 }).notNull(),
    state: wordColumn<'open' | 'upheld' | 'dismissed'>('state').notNull(),
    decision: varchar('decision', { length: 500 }),
    decidedBy: idColumn('decided_by').references(() => employee.id),
    raisedAt: instantColumn('raised_at').notNull(),
    decidedAt: instantColumn('decided_at'),
  },
  (t) => [
    // One objection a person and name.
    unique('award_objection_by_uq').on(t.nominationId, t.byId),
    check('award_objection_decided_ck', sql`(state = 'open') = (decided_at is null)`),
  ],
)
