import { type Verdict, allowed, refused } from '../kernel/verdict.ts'

/** One figure over another, in whole parts of `scale`; null when either is missing or there is nothing to divide by. */
export function ratioOf(numerator: number | null, denominator: number | null, scale: number): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null
  return Math.round((numerator * scale) / denominator)
}

export interface Cell {
  group: string
  staff: number
  volunteers: number
}

/**
 * Groups of one split that are not shown: fewer people than `least`, and, lest they follow from the total, the smallest
 * others until at least two are hidden and they hold `least` volunteers together. A group without volunteers says 0.
 */
export function suppressed(cells: readonly Cell[], least: number): Set<string> {
  const isSmall = ({ staff, volunteers }: Cell) => volunteers > 0 && (volunteers < least || staff < least)
  const hidden = cells.filter(isSmall)
  if (hidden.length === 0) return new Set()
  const others = cells
    .filter((cell) => !isSmall(cell))
    .sort((a, b) => Number(a.volunteers === 0) - Number(b.volunteers === 0) || a.volunteers - b.volunteers || a.staff - b.staff)
  const held = () => hidden.reduce((sum, { volunteers }) => sum + volunteers, 0)
  for (const other of others) {
    if (hidden.length > 1 && held() >= least) break
    hidden.push(other)
  }
  return new Set(hidden.map(({ group }) => group))
}

/** Text that a spreadsheet would run as a formula is made plain by an apostrophe; numbers are never text here. */
export function plainCell(text: string): string {
  return /^\s*[=+\-@＝＋－＠\t\r\n|%]/u.test(text) ? `'${text}` : text
}

/** The years of the key-figure table, oldest first. */
export function rollingYears(year: number): [number, number, number] {
  return [year - 2, year - 1, year]
}

export interface CloseYearFacts {
  year: number
  runningYear: number
  /** The day on which it was closed before. */
  closedOn: string | null
  /** The newest export of the company that was built after the year's end and agreed with the ledger. */
  newest: { exportedAt: string; reportHash: string } | null
  /** Of the figures as they are now. */
  reportHash: string
}

/** A year is closed once, when it is over, and on figures that a checked file holds. */
export function canCloseYear(
  facts: CloseYearFacts,
): Verdict<'year-still-running' | 'year-closed' | 'closing-needs-export' | 'export-outdated'> {
  const { year, runningYear, closedOn, newest, reportHash } = facts
  if (year >= runningYear) return refused('year-still-running', { year, lastDay: `${year}-12-31` })
  if (closedOn !== null) return refused('year-closed', { year, closedOn })
  if (newest === null) return refused('closing-needs-export', { year })
  if (newest.reportHash !== reportHash) return refused('export-outdated', { year, exportedAt: newest.exportedAt })
  return allowed
}

export interface RequestExportFacts {
  isDifference: boolean
  year: number
  runningYear: number
  isBranch: boolean
  closedOn: string | null
}

/** Of a closed year the company's file stays the one it was closed on; what came later is a difference file. */
export function canRequestExport(
  facts: RequestExportFacts,
): Verdict<'year-not-begun' | 'year-closed' | 'year-not-closed' | 'difference-of-branch'> {
  const { isDifference, year, runningYear, isBranch, closedOn } = facts
  if (year > runningYear) return refused('year-not-begun', { year, runningYear })
  if (!isDifference) return closedOn !== null && !isBranch ? refused('year-closed', { year, closedOn }) : allowed
  if (isBranch) return refused('difference-of-branch', { year })
  return closedOn === null ? refused('year-not-closed', { year }) : allowed
}

interface Figure<Key extends string> {
  key: Key
  /** Of the rolling years, the oldest first. */
  values: readonly (number | null)[]
}

/** Figures of a closed year that read differently now: its own column, balances at its end. */
export function differencesOf<Key extends string>(
  frozen: readonly Figure<Key>[],
  now: readonly Figure<Key>[],
): { key: Key; frozen: number | null; now: number | null }[] {
  return frozen.flatMap(({ key, values }) => {
    const was = values.at(-1) ?? null
    const is = now.find((figure) => figure.key === key)?.values.at(-1) ?? null
    return was === is ? [] : [{ key, frozen: was, now: is }]
  })
}
