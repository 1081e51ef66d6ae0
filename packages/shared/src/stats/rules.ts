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
