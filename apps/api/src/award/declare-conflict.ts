import type { Nomination } from '@yijian/shared/award/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { nominationSeen } from './read.ts'
import { readerOf } from './reader.ts'
import { cycleIdOf, insertConflict, lockCycle } from './repo.ts'

/**
 * A judge steps aside from a nomination (回避), also after having scored it: what they gave no longer counts.
 *
 * @throws Problem `award-phase`, `not-on-jury`
 */
export async function declareConflict(ctx: Ctx, nominationId: string, reason: string): Promise<Nomination> {
  const { employeeId } = requireRole(ctx, 'judge')
  return inTransaction(ctx, async (ctx) => {
    const cycleId = await cycleIdOf(ctx, nominationId)
    const { phase } = await lockCycle(ctx, cycleId)
    const reader = await readerOf(ctx, cycleId)
    if (!reader.sits) throw refuse('not-on-jury', {})
    if (phase !== 'nominating' && phase !== 'scoring') throw refuse('award-phase', { phase, needed: 'scoring' })
    await insertConflict(ctx, { nominationId, judgeId: employeeId, reason, declaredAt: ctx.now })
    await record(ctx, { action: 'conflict.declared', subject: nominationId, detail: { reason } })
    return nominationSeen(ctx, nominationId, reader)
  })
}
