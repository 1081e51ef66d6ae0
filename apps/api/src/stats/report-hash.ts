import { hash } from 'node:crypto'
import type { YearReport } from '@yijian/shared/stats/shapes'

/** SHA-256 over everything a report says but its instant: two reports with one hash have the same figures. */
export function reportHash({ asOf: _, ...report }: YearReport): string {
  return hash('sha256', JSON.stringify(report))
}
