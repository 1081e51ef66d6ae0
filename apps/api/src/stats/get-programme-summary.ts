import type { ProgrammeSummary } from '@yijian/shared/stats/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { readProgrammeSummary } from './read.ts'

/** The programme to date for those who answer for it; the look leaves a trace. */
export async function getProgrammeSummary(ctx: Ctx): Promise<ProgrammeSummary> {
  requireRole(ctx, 'hr', 'operator', 'auditor')
  return inTransaction(ctx, async (ctx) => {
    await record(ctx, { action: 'statistics.viewed', subject: 'programme-summary' })
    return readProgrammeSummary(ctx)
  })
}
