import { shanghaiDay } from '@yijian/shared/kernel/time'
import { canCreateTask } from '@yijian/shared/points/rules'
import type { CreatePointTaskInput, PointTask } from '@yijian/shared/points/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { insertPointTask } from './repo.ts'
import { toPointTask } from './shapes.ts'

/**
 * Offers points for a fact. The terms never change afterwards, so that what was earned stays explained by them.
 *
 * @throws Problem `point-task-fact`, `point-task-too-early`, `days-reversed`
 */
export async function createPointTask(ctx: Ctx, input: CreatePointTaskInput): Promise<PointTask> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    enforce(canCreateTask(input, shanghaiDay(ctx.now)))
    const daily = input.kind === 'daily'
    const row = {
      ...input,
      // Only a milestone needs more than one, only a daily task is earned more than once.
      need: input.kind === 'milestone' ? input.need : 1,
      timesADay: daily ? input.timesADay : 1,
      timesInAll: daily ? input.timesInAll : null,
      id: ctx.app.newId('pointTask'),
      endedOn: null,
      createdBy: employeeId,
      createdAt: ctx.now,
    }
    await insertPointTask(ctx, row)
    const task = toPointTask(row)
    await record(ctx, { action: 'point-task.created', subject: task.id, detail: { ...task } })
    return task
  })
}
