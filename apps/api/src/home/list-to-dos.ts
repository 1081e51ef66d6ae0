import type { ToDo } from '@yijian/shared/home/shapes'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import { branchesLed, requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { policyOn } from '../policy/index.ts'
import { readToDos } from './read.ts'

/** What waits for the person as host or branch lead; a session counts as running once its check-in is open. */
export async function listToDos(ctx: Ctx): Promise<ToDo[]> {
  const actor = requireEmployee(ctx)
  const { settings } = await policyOn(ctx, 'attendance', shanghaiDay(ctx.now))
  const rows = await readToDos(ctx, {
    employeeId: actor.employeeId,
    branchIds: branchesLed(actor),
    startsBefore: addMinutes(ctx.now, settings.opensBeforeMinutes),
  })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
