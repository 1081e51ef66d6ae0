import {
  type ExportCheck,
  type ExportFailure,
  type ExportKind,
  type ExportState,
  type HrExport,
  type YearReport,
  exportKinds,
  exportStates,
} from '@yijian/shared/stats/shapes'
import { sql } from 'drizzle-orm'
import { check, index, int, mysqlTable, primaryKey, smallint } from 'drizzle-orm/mysql-core'
import { asciiColumn, idColumn, instantColumn, jsonColumn, wordColumn } from '../core/db/columns.ts'
import { storedFile } from '../file/tables.ts'
import { journal } from '../ledger/tables.ts'
import { branch, employee } from '../people/tables.ts'

/** An export of a year (人力导出): what was asked for, how far it is, and what was checked before it was offered. */
export const hrExport = mysqlTable(
  'hr_export',
  {
    id: idColumn('id').primaryKey(),
    kind: wordColumn<ExportKind>('kind').notNull().default('year'),
    year: smallint('year').notNull(),
    /** Null for the company. */
    branchId: idColumn('branch_id').references(() => branch.id),
    state: wordColumn<ExportState>('state').notNull(),
    failure: wordColumn<ExportFailure>('failure'),
    progress: int('progress').notNull(),
    /** Counts who built it: only the newest builder may write. */
    attempt: int('attempt').notNull(),
    /** While it is built, the last sign of life; a builder that fell silent is replaced. */
    heartbeatAt: instantColumn('heartbeat_at'),
    requestedBy: idColumn('requested_by')
      .notNull()
      .references(() => employee.id),
    requestedAt: instantColumn('requested_at').notNull(),
    finishedAt: instantColumn('finished_at'),
    asOf: instantColumn('as_of'),
    lastJournalId: idColumn('last_journal_id'),
    sheets: jsonColumn<HrExport['sheets']>('sheets').notNull(),
    checks: jsonColumn<ExportCheck[]>('checks').notNull(),
    xlsxFileId: idColumn('xlsx_file_id').references(() => storedFile.id),
    csvFileId: idColumn('csv_file_id').references(() => storedFile.id),
    /** SHA-256 over the figures of the file: a year is closed while they are still the same. */
    reportHash: asciiColumn('report_hash', { length: 64 }),
  },
  (t) => [
    index('hr_export_state_ix').on(t.state),
    check('hr_export_state_ck', sql.raw(`state in (${exportStates.map((state) => `'${state}'`).join(', ')})`)),
    // No file without a snapshot that was checked, and never one beside a failure.
    check(
      'hr_export_ready_ck',
      sql`(state = 'ready') = (xlsx_file_id is not null) and (state = 'ready') = (csv_file_id is not null) and (state <> 'ready' or as_of is not null)`,
    ),
    check('hr_export_failed_ck', sql`(state = 'failed') = (failure is not null)`),
    check('hr_export_kind_ck', sql.raw(`kind in (${exportKinds.map((kind) => `'${kind}'`).join(', ')})`)),
    // What is frozen are the company's figures.
    check('hr_export_difference_ck', sql`kind <> 'difference' or branch_id is null`),
    check('hr_export_progress_ck', sql`progress between 0 and 100`),
  ],
)

/** A closed year (关账): its figures as they were, and the file they were closed on. Written once and never changed. */
export const yearClose = mysqlTable('year_close', {
  // One row a year, so that a year is closed once.
  year: smallint('year').primaryKey(),
  closedAt: instantColumn('closed_at').notNull(),
  closedBy: idColumn('closed_by')
    .notNull()
    .references(() => employee.id),
  exportId: idColumn('export_id')
    .notNull()
    .references(() => hrExport.id),
  xlsxSha256: asciiColumn('xlsx_sha256', { length: 64 }).notNull(),
  csvSha256: asciiColumn('csv_sha256', { length: 64 }).notNull(),
  /** The snapshot whose figures are frozen. */
  asOf: instantColumn('as_of').notNull(),
  lastJournalId: idColumn('last_journal_id'),
  report: jsonColumn<YearReport>('report').notNull(),
})

/**
 * Journals of the last minutes before a close that its snapshot held. One that bears such a time and is not among them
 * was committed later, and is a correction.
 */
export const yearCloseJournal = mysqlTable(
  'year_close_journal',
  {
    year: smallint('year')
      .notNull()
      .references(() => yearClose.year),
    journalId: idColumn('journal_id')
      .notNull()
      .references(() => journal.id),
  },
  (t) => [primaryKey({ columns: [t.year, t.journalId] })],
)
