/** One line of the bench: a rate beside a limit taken in the same run, because rates alone follow the machine. */
export interface BenchRow {
  name: string
  ratio: number
  /** The least the ratio should be. */
  goal: number
  /** Both rates in words. */
  detail: string
}

/** The middle of several rounds; for an even number the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}
