import { canMoveFund, fundMoves } from '@yijian/shared/fund/rules'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { lockFundProject, updateFundProject } from './repo.ts'

/** Why people see a pause; the day is the one the report was due on. */
const overdue = (dueOn: string) => `项目反馈逾期（应在 ${dueOn} 前发布）`

/** Pauses a listed project whose report did not come; one that came moved the day on, so that nothing is left to do. */
export async function pauseOverdue(ctx: Ctx, { fundProjectId, dueOn }: { fundProjectId: string; dueOn: string }): Promise<void> {
  requireSystem(ctx)
  await inTransaction(ctx, async (ctx) => {
    const row = await lockFundProject(ctx, fundProjectId)
    const late = row.reportDueOn === dueOn && dueOn < shanghaiDay(ctx.now)
    const reason = overdue(dueOn)
    if (!late || !canMoveFund({ ...row, move: 'pause', reason, ownWork: false, today: shanghaiDay(ctx.now) }).ok) return
    await updateFundProject(ctx, fundProjectId, { state: fundMoves.pause.to, stateReason: reason })
    await record(ctx, { action: 'fund-project.paused', subject: fundProjectId, detail: { reason: 'report-overdue', dueOn } })
  })
}
