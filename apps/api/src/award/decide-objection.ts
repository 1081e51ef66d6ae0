import { canDecideObjection } from '@yijian/shared/award/rules'
import type { Objection } from '@yijian/shared/award/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce, refuse } from '../core/problems.ts'
import { objectionById } from './list-objections.ts'
import { leaderByNomination, lockCycle, lockObjection, moveLeaders, updateObjection } from './repo.ts'

/**
 * Upholds or dismisses an objection; upheld, it takes the name off the list. Nobody moves up in its place: the list is what
 * everybody could read and object to.
 *
 * @throws Problem `award-phase`, `objection-decided`, `own-objection`
 */
export async function decideObjection(
  ctx: Ctx,
  objectionId: string,
  { state, decision }: { state: 'upheld' | 'dismissed'; decision: string },
): Promise<Objection> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const { nominationId } = await objectionById(ctx, objectionId)
    const leader = await leaderByNomination(ctx, nominationId)
    if (leader === undefined) throw refuse('not-found', { what: 'leader' })
    const { phase } = await lockCycle(ctx, leader.cycleId)
    const objection = await lockObjection(ctx, objectionId)
    const involved = objection.byId === employeeId || leader.employeeId === employeeId
    enforce(canDecideObjection({ phase, state: objection.state, involved }))
    await updateObjection(ctx, objectionId, { state, decision, decidedBy: employeeId, decidedAt: ctx.now })
    if (state === 'upheld') await moveLeaders(ctx, [nominationId], 'removed')
    await record(ctx, { action: `objection.${state}`, subject: objectionId, detail: { decision } })
    return objectionById(ctx, objectionId)
  })
}
