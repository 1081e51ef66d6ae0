import type { SheetKey } from '@yijian/shared/stats/keys'
import type { ExportCheck } from '@yijian/shared/stats/shapes'
import type { Invariant, Teller } from '../ledger/index.ts'
import type { ExportRow } from './repo.ts'
import type { SheetRows } from './write-sheets.ts'

/** What the builder brings along. */
export interface Means {
  /** Invariants of the slices above the ledger. */
  further: readonly Invariant[]
  /** Who tells where journals come from. */
  tellers: readonly Teller[]
}

/** An export on its way: what was asked for, and where its sheets are written. */
export interface Order extends Means {
  row: ExportRow
  folder: string
  /** Tells how far it is, in per cent; throws to stop. */
  tell: (percent: number) => Promise<void>
}

/** Sheets that are written, with what was checked on their snapshot. */
export interface Built {
  asOf: Date
  lastJournalId: string | null
  sheets: SheetRows
  /** The sheets in the order of the file. */
  keys: readonly SheetKey[]
  /** What the files are called, without the day. */
  name: string
  checks: ExportCheck[]
  broken: { name: string }[]
  reportHash: string | null
}

/** Rows are most of the work; the rest is proof, sums and packing. */
export const ROWS_PERCENT = 70
export const CHECKED_PERCENT = 90
