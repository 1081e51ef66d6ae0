import { canPublishLeaders } from '@yijian/shared/award/rules'
import type { Cycle } from '@yijian/shared/award/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { cycleById } from './read.ts'
import { countOpenObjections, leaderRows, lockCycle, moveLeaders, updateCycle } from './repo.ts'

/**
 * Publishes the leaders of the year after the publicity period; their badge follows.
 *
 * @throws Problem `award-phase`, `objections-open`, `own-leadership`
 */
export async function publishLeaders(ctx: Ctx, cycleId: string): Promise<Cycle> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const { phase, year } = await lockCycle(ctx, cycleId)
    const listed = (await leaderRows(ctx, cycleId)).filter(({ state }) => state === 'listed')
    const involved = listed.some((leader) => leader.employeeId === employeeId)
    enforce(canPublishLeaders({ phase, openObjections: await countOpenObjections(ctx, cycleId), involved }))
    const nominationIds = listed.map(({ nominationId }) => nominationId)
    await moveLeaders(ctx, nominationIds, 'published')
    await updateCycle(ctx, cycleId, { state: 'published', publishedAt: ctx.now })
    await record(ctx, { action: 'leaders.published', subject: cycleId, detail: { nominationIds } })
    await put(ctx, 'leader.announced', ...listed.map((leader) => ({ cycleId, year, employeeId: leader.employeeId })))
    return cycleById(ctx, cycleId, employeeId)
  })
}
