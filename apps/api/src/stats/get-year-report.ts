import type { ReportedYear } from '@yijian/shared/stats/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { readReportedYear } from './read-reported-year.ts'
import type { YearQuery } from './read-year.ts'
import { inSnapshot } from './snapshot.ts'

/**
 * A year for those who report it; the look leaves a trace.
 *
 * @throws Problem `year-not-begun`, `not-found`
 */
export async function getYearReport(ctx: Ctx, query: YearQuery): Promise<ReportedYear> {
  requireRole(ctx, 'hr', 'auditor')
  const report = await inSnapshot(ctx, (ctx) => readReportedYear(ctx, query))
  await inTransaction(ctx, (ctx) =>
    record(ctx, { action: 'statistics.viewed', subject: `year/${query.year}`, detail: { branchId: query.branchId ?? null } }),
  )
  return report
}
