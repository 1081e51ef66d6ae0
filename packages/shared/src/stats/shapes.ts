import { figureKeys, dimensions, sheetKeys } from './keys.ts'
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

export const exportFormats = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]
export const exportStates = ['requested', 'building', 'ready', 'failed'] as const
export type ExportState = (typeof exportStates)[number]
export const exportFailures = ['mismatch', 'interrupted'] as const
export type ExportFailure = (typeof exportFailures)[number]

export const requestExportInput = z.object({ year: whole(2000, 2100), branchId: z.optional(id('branch')) })
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
    sheets: field(z.array(z.object({ sheet: z.enum(sheetKeys), rows: count })), 'Rows without the heading'),
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
