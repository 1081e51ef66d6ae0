import { shanghaiDay } from '@yijian/shared/kernel/time'
import { lastDayOf } from '@yijian/shared/points/rules'
import type { PointTask } from '@yijian/shared/points/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { lockPointTask, setTaskEnd } from './repo.ts'
import { toPointTask } from './shapes.ts'

/**
 * Ends a task with today: facts up to today still count, however late they are confirmed.
 *
 * @throws Problem `not-found`, `point-task-ended`
 */
export async function endPointTask(ctx: Ctx, taskId: string): Promise<PointTask> {
  requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const task = await lockPointTask(ctx, taskId)
    const today = shanghaiDay(ctx.now)
    const lastOn = lastDayOf(task)
    const over = task.endedOn !== null || (lastOn !== null && lastOn < today)
    if (over || !(await setTaskEnd(ctx, taskId, today))) throw refuse('point-task-ended', { endedOn: lastOn ?? today })
    await record(ctx, { action: 'point-task.ended', subject: taskId, detail: { endedOn: today } })
    return toPointTask({ ...task, endedOn: today })
  })
}
