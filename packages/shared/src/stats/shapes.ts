import { allSheetKeys, dimensions, figureKeys } from './keys.ts'
import * as z from 'zod/mini'
import { fileLink } from '../file/shapes.ts'
import { id } from '../kernel/id.ts'
import { count, fen, minutes, points } from '../kernel/quantity.ts'
import { day, field, instant, named, whole } from '../kernel/zod.ts'
import { personRef } from '../people/shapes.ts'

export const programmeSummary = named(
  'ProgrammeSummary',
  'The programme to date, read from ledger and tables',
  z.object({
    volunteers: field(count, 'Distinct people with issued hours', 27_000),
    projects: field(count, 'Projects that were ever published', 1330),
    hosts: field(count, 'Distinct people who ever hosted a published project', 388),
    personTimes: field(count, 'Person and session pairs with issued hours', 54_000),
    minutes: field(minutes, 'Issued minutes, corrections taken in', 8_100_000),
    creditFen: field(fen, 'Credit granted, corrections taken in', 1_350_000_000),
    outstandingFen: field(fen, 'Credit not yet given on: the sum of balances, cooling ones included', 1_350_000_000),
    points,
    asOf: instant,
  }),
)
export type ProgrammeSummary = z.infer<typeof programmeSummary>

/** A figure as it is stored: minutes, fen, basis points; null is “—”, which is not 0. */
const figureValue = field(
  z.nullable(whole(-Number.MAX_SAFE_INTEGER)),
  'In the smallest unit; null where there is nothing to report',
  8_100_000,
)

export const yearFigure = named(
  'YearFigure',
  'One row of the key-figure table: three rolling years and, apart from them, to date',
  z.object({
    key: z.enum(figureKeys),
    values: field(z.array(figureValue), 'Of the three years, the oldest first'),
    toDate: field(figureValue, 'From the beginning of the programme to the end of the last of the years'),
  }),
)
export type YearFigure = z.infer<typeof yearFigure>

const cell = z.nullable(count)
export const splitRow = named(
  'SplitRow',
  'A group of staff; what would tell of too few people is null and said so',
  z.object({
    group: z.string(),
    staff: count,
    isSuppressed: z.boolean(),
    volunteers: cell,
    minutes: cell,
    participation: field(cell, 'Volunteers employed over staff, in basis points'),
    minutesPerVolunteer: cell,
    minutesPerEmployee: cell,
  }),
)
export type SplitRow = z.infer<typeof splitRow>

const scopeBranch = z.nullable(z.object({ id: id('branch'), name: z.string() }))

export const yearReport = named(
  'YearReport',
  'A year of the programme, every figure by its definition in `columns.ts`',
  z.object({
    year: whole(2000, 2100),
    branch: field(scopeBranch, 'The branch it is limited to; null for the company'),
    startYear: field(z.nullable(whole(2000, 2100)), 'Year of the first journal; earlier years have no figures'),
    countedOn: field(day, 'The day on which staff is counted'),
    years: z.array(whole(1990, 2100)),
    figures: z.array(yearFigure),
    months: field(z.array(z.object({ month: whole(1, 12), minutes: cell })), 'Hours of each month by service day; null for months to come'),
    splits: z.array(z.object({ dimension: z.enum(dimensions), rows: z.array(splitRow) })),
    smallCell: count,
    asOf: instant,
  }),
)
export type YearReport = z.infer<typeof yearReport>

/** A figure of a closed year beside what the ledger says now. */
export const figureDifference = named(
  'FigureDifference',
  'A figure of a closed year that reads differently now',
  z.object({ key: z.enum(figureKeys), frozen: figureValue, now: figureValue }),
)
export type FigureDifference = z.infer<typeof figureDifference>

export const yearClosing = named(
  'YearClosing',
  'That a year was closed (关账): by whom, on which export, and as of when its figures are frozen',
  z.object({
    year: whole(2000, 2100),
    closedAt: instant,
    closedBy: personRef,
    asOf: field(instant, 'The snapshot whose figures are frozen'),
    lastJournalId: field(z.nullable(z.string()), 'The newest journal of that snapshot'),
    exportId: field(id('export'), 'The checked company export whose figures these are'),
    xlsxSha256: field(z.string(), 'SHA-256 in hex'),
    csvSha256: field(z.string(), 'SHA-256 in hex'),
  }),
)
export type YearClosing = z.infer<typeof yearClosing>

export const yearCorrections = named(
  'YearCorrections',
  'What was recorded of a closed year after its figures were frozen',
  z.object({
    journals: field(count, 'Journals with a service day in the year', 3),
    asOf: instant,
    differences: field(z.array(figureDifference), 'Only figures that read differently now'),
  }),
)
export type YearCorrections = z.infer<typeof yearCorrections>

export const reportedYear = named(
  'ReportedYear',
  'A year as it is reported: frozen once the company’s year is closed, as of now until then',
  z.object({
    ...yearReport.shape,
    closing: field(z.nullable(yearClosing), 'Null while the year is open, and of a branch, which is never frozen'),
    corrections: field(z.nullable(yearCorrections), 'Beside the frozen figures; null where nothing is frozen'),
    closedYears: field(
      z.array(z.object({ year: whole(2000, 2100), closedAt: instant, corrections: count })),
      'Closed years among these, where figures are as of now: with how many journals were recorded after the close',
    ),
  }),
)
export type ReportedYear = z.infer<typeof reportedYear>

/** A year export has everything of a year; a difference file (差异文件) what was corrected after the year was closed. */
export const exportKinds = ['year', 'difference'] as const
export type ExportKind = (typeof exportKinds)[number]
export const exportFormats = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]
export const exportStates = ['requested', 'building', 'ready', 'failed'] as const
export type ExportState = (typeof exportStates)[number]
export const exportFailures = ['mismatch', 'interrupted'] as const
export type ExportFailure = (typeof exportFailures)[number]

export const requestExportInput = z.object({
  kind: field(z.optional(z.enum(exportKinds)), 'What to build, a year unless given; a difference file is of a closed year and the company'),
  year: whole(2000, 2100),
  branchId: z.optional(id('branch')),
})
export type RequestExportInput = z.infer<typeof requestExportInput>

export const exportCheck = named(
  'ExportCheck',
  'A sum of the file beside the ledger’s own',
  z.object({ name: z.string(), inFile: whole(-Number.MAX_SAFE_INTEGER), inLedger: whole(-Number.MAX_SAFE_INTEGER) }),
)
export type ExportCheck = z.infer<typeof exportCheck>

export const hrExport = named(
  'HrExport',
  'An export of a year: one snapshot, checked against the ledger before it is offered',
  z.object({
    id: id('export'),
    kind: z.enum(exportKinds),
    year: whole(2000, 2100),
    branch: scopeBranch,
    state: z.enum(exportStates),
    failure: field(z.nullable(z.enum(exportFailures)), 'Why there is no file; null unless it failed'),
    progress: field(whole(0, 100), 'Per cent', 40),
    requestedBy: personRef,
    requestedAt: instant,
    finishedAt: z.nullable(instant),
    asOf: field(z.nullable(instant), 'The snapshot, by the clock of the database'),
    lastJournalId: z.nullable(z.string()),
    sheets: field(z.array(z.object({ sheet: z.enum(allSheetKeys), rows: count })), 'Rows without the heading'),
    checks: z.array(exportCheck),
    files: z.array(
      z.object({ format: z.enum(exportFormats), name: z.string(), sizeBytes: count, sha256: field(z.string(), 'SHA-256 in hex') }),
    ),
  }),
)
export type HrExport = z.infer<typeof hrExport>

export const exportLink = named(
  'ExportLink',
  'A link to one file, good for a few minutes',
  z.object({ link: fileLink, linkEndsAt: instant }),
)
export type ExportLink = z.infer<typeof exportLink>
