import { addDays, shanghaiDay, startOfShanghaiDay } from '@yijian/shared/kernel/time'
import type { Ctx } from '../core/context.ts'
import { putAt } from '../core/jobs/outbox.ts'

/** The day the next report is due, one interval from today; the day after, somebody looks whether it came. */
export async function awaitReport(
  ctx: Ctx,
  { id: fundProjectId, reportEveryDays }: { id: string; reportEveryDays: number },
): Promise<string> {
  const dueOn = addDays(shanghaiDay(ctx.now), reportEveryDays)
  await putAt(ctx, startOfShanghaiDay(addDays(dueOn, 1)), 'fund-report.due', { fundProjectId, dueOn })
  return dueOn
}
