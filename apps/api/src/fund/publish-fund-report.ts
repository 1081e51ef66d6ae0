import { canPublishReport } from '@yijian/shared/fund/rules'
import type { FundReport, FundReportDraft } from '@yijian/shared/fund/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { attachUploads } from '../file/index.ts'
import { awaitReport } from './await-report.ts'
import { reportById } from './list-fund-reports.ts'
import { transparencyOf } from './read.ts'
import { insertReport, lockFundProject, updateFundProject } from './repo.ts'

/**
 * Publishes what the charity reported (反馈); the next report is due one interval from today. What is spent comes out of
 * what was paid, and the lock on the project keeps two reports from counting the same money.
 *
 * @throws Problem `fund-project-state`, `report-period`, `spent-above-paid`, `upload-unknown`
 */
export async function publishFundReport(ctx: Ctx, fundProjectId: string, draft: FundReportDraft): Promise<FundReport> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const row = await lockFundProject(ctx, fundProjectId)
    const { paidFen, spentFen: reportedFen } = await transparencyOf(ctx, fundProjectId)
    enforce(canPublishReport({ ...draft, state: row.state, today: shanghaiDay(ctx.now), paidFen, reportedFen }))
    const reportId = ctx.app.newId('fundReport')
    const { imageIds, ...words } = draft
    await attachUploads(ctx, { fileIds: imageIds, purpose: 'report' })
    await insertReport(ctx, { ...words, id: reportId, fundProjectId, publishedBy: employeeId, publishedAt: ctx.now }, imageIds)
    await updateFundProject(ctx, fundProjectId, { reportDueOn: await awaitReport(ctx, row) })
    await record(ctx, { action: 'fund-report.published', subject: reportId, detail: { fundProjectId, spentFen: draft.spentFen } })
    await put(ctx, 'fund-report.published', { reportId })
    return reportById(ctx, reportId)
  })
}
