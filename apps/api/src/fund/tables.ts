import type { FundProjectState } from '@yijian/shared/fund/shapes'
import type { Field } from '@yijian/shared/project/shapes'
import { sql } from 'drizzle-orm'
import { bigint, check, index, int, mysqlTable, primaryKey, smallint, text, varchar } from 'drizzle-orm/mysql-core'
import { asciiColumn, dayColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import { storedFile } from '../file/tables.ts'
import { employee } from '../people/tables.ts'

/** A project of a charity that may receive credit (公益金项目). */
export const fundProject = mysqlTable(
  'fund_project',
  {
    id: idColumn('id').primaryKey(),
    name: varchar('name', { length: 60 }).notNull(),
    field: wordColumn<Field>('field').notNull(),
    city: varchar('city', { length: 32 }),
    summary: varchar('summary', { length: 80 }).notNull(),
    story: text('story').notNull(),
    /** What one hundred yuan does. */
    effect: varchar('effect', { length: 60 }).notNull(),
    charity: varchar('charity', { length: 80 }).notNull(),
    charityCode: asciiColumn('charity_code', { length: 18 }),
    charityAccount: varchar('charity_account', { length: 120 }),
    coverFileId: idColumn('cover_file_id').references(() => storedFile.id),
    targetFen: bigint('target_fen', { mode: 'number' }),
    state: wordColumn<FundProjectState>('state').notNull(),
    /** Why it was returned, paused or closed; null while it moves forward. */
    stateReason: varchar('state_reason', { length: 300 }),
    reportEveryDays: int('report_every_days').notNull(),
    /** A listed project without a report until then is paused the day after. */
    reportDueOn: dayColumn('report_due_on'),
    createdBy: idColumn('created_by')
      .notNull()
      .references(() => employee.id),
    createdAt: instantColumn('created_at').notNull(),
    /** Who wrote the charity as it stands; like the creator, not the one who checks it. */
    charityBy: idColumn('charity_by')
      .notNull()
      .references(() => employee.id),
    checkedBy: idColumn('checked_by').references(() => employee.id),
    checkedAt: instantColumn('checked_at'),
    /** The first time it was listed; stays through pauses. */
    listedAt: instantColumn('listed_at'),
    closedAt: instantColumn('closed_at'),
  },
  (t) => [
    index('fund_project_state_ix').on(t.state, t.id),
    check('fund_project_state_ck', sql`state in ('recommended', 'checked', 'listed', 'paused', 'closed')`),
    // Nobody gives to a charity that no second person has looked at, or that is not known in full.
    check(
      'fund_project_checked_ck',
      sql`state in ('recommended', 'closed') or (checked_at is not null and checked_by is not null and checked_by <> created_by and checked_by <> charity_by)`,
    ),
    check('fund_project_listed_ck', sql`state not in ('listed', 'paused') or (listed_at is not null and report_due_on is not null)`),
    check('fund_project_charity_ck', sql`state in ('recommended', 'closed') or (charity_code is not null and charity_account is not null)`),
    check('fund_project_target_ck', sql`target_fen is null or target_fen > 0`),
  ],
)

/** What a charity reported on the use of the money (反馈); never changed once published. */
export const fundReport = mysqlTable(
  'fund_report',
  {
    id: idColumn('id').primaryKey(),
    fundProjectId: idColumn('fund_project_id')
      .notNull()
      .references(() => fundProject.id),
    title: varchar('title', { length: 60 }).notNull(),
    text: text('text').notNull(),
    periodFrom: dayColumn('period_from').notNull(),
    periodUntil: dayColumn('period_until').notNull(),
    spentFen: bigint('spent_fen', { mode: 'number' }).notNull(),
    publishedBy: idColumn('published_by')
      .notNull()
      .references(() => employee.id),
    publishedAt: instantColumn('published_at').notNull(),
  },
  (t) => [
    index('fund_report_project_ix').on(t.fundProjectId, t.id),
    check('fund_report_period_ck', sql`period_until >= period_from`),
    check('fund_report_spent_ck', sql`spent_fen >= 0`),
  ],
)

/** A picture of a report, in order. */
export const fundReportImage = mysqlTable(
  'fund_report_image',
  {
    reportId: idColumn('report_id')
      .notNull()
      .references(() => fundReport.id),
    imageNo: smallint('image_no').notNull(),
    fileId: idColumn('file_id')
      .notNull()
      .references(() => storedFile.id),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.imageNo] })],
)
