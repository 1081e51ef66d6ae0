import { type FundMove, canMoveFund, fundMoves } from '@yijian/shared/fund/rules'
import type { FundMoveInput, FundProject } from '@yijian/shared/fund/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { awaitReport } from './await-report.ts'
import { getFundProject, isOwnWork } from './get-fund-project.ts'
import { type FundProjectRow, lockFundProject, updateFundProject } from './repo.ts'

/** What the trace calls each move. */
const action = {
  check: 'fund-project.checked',
  return: 'fund-project.returned',
  list: 'fund-project.listed',
  pause: 'fund-project.paused',
  resume: 'fund-project.resumed',
  close: 'fund-project.closed',
} as const satisfies Record<FundMove, string>

/**
 * Moves a fund project along its way; nobody checks what they brought in.
 *
 * @throws Problem `fund-project-state`, `own-fund-project`, `reason-required`, `charity-changed`, `charity-incomplete`, `report-overdue`
 */
export async function moveFundProject(
  ctx: Ctx,
  fundProjectId: string,
  { move, reason, charityShown }: FundMoveInput,
): Promise<FundProject> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const row = await lockFundProject(ctx, fundProjectId)
    enforce(canMoveFund({ ...row, move, reason, charityShown, ownWork: isOwnWork(row, employeeId), today: shanghaiDay(ctx.now) }))
    await updateFundProject(ctx, fundProjectId, {
      state: fundMoves[move].to,
      stateReason: reason ?? null,
      ...(await alsoWritten(ctx, { move, row, employeeId })),
    })
    await record(ctx, { action: action[move], subject: fundProjectId, detail: reason === undefined ? {} : { reason } })
    return getFundProject(ctx, fundProjectId)
  })
}

/** What a move leaves on the project beside its state. */
async function alsoWritten(
  ctx: Ctx,
  { move, row, employeeId }: { move: FundMove; row: FundProjectRow; employeeId: string },
): Promise<Partial<FundProjectRow>> {
  if (move === 'check') return { checkedBy: employeeId, checkedAt: ctx.now }
  if (move === 'return') return { checkedBy: null, checkedAt: null }
  if (move === 'close') return { closedAt: ctx.now }
  if (move === 'list') return { listedAt: ctx.now, reportDueOn: await awaitReport(ctx, row) }
  return {}
}
