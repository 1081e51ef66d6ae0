import { canMoveFund, fundMoves } from '@yijian/shared/fund/rules'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { lockFundProject, updateFundProject } from './repo.ts'

/** Pauses a listed project whose report did not come; one that came moved the day on, so that nothing is left to do. */
export async function pauseOverdue(ctx: Ctx, { fundProjectId, dueOn }: { fundProjectId: string; dueOn: string }): Promise<void> {
  requireSystem(ctx)
  await inTransaction(ctx, async (ctx) => {
    const row = await lockFundProject(ctx, fundProjectId)
    const late = row.reportDueOn === dueOn && dueOn < shanghaiDay(ctx.now)
    // The rule asks for a reason; people are told it by the day the report was due on, in their own language.
    const reason = 'report-overdue'
    if (!late || !canMoveFund({ ...row, move: 'pause', reason, ownWork: false, today: shanghaiDay(ctx.now) }).ok) return
    await updateFundProject(ctx, fundProjectId, { state: fundMoves.pause.to, stateReason: null })
    await record(ctx, { action: 'fund-project.paused', subject: fundProjectId, detail: { reason, dueOn } })
  })
}
