import { type ExportCheck, type ExportFailure, type ExportState, type HrExport, exportStates } from '@yijian/shared/stats/shapes'
import { sql } from 'drizzle-orm'
import { check, index, int, mysqlTable, smallint } from 'drizzle-orm/mysql-core'
import { idColumn, instantColumn, jsonColumn, wordColumn } from '../core/db/columns.ts'
import { storedFile } from '../file/tables.ts'
import { branch, employee } from '../people/tables.ts'

/** An export of a year (人力导出): what was asked for, how far it is, and what was checked before it was offered. */
export const hrExport = mysqlTable(
  'hr_export',
  {
    id: idColumn('id').primaryKey(),
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
    check('hr_export_progress_ck', sql`progress between 0 and 100`),
  ],
)
