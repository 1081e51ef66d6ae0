import { canObject } from '@yijian/shared/award/rules'
import type { Objection } from '@yijian/shared/award/shapes'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce, refuse } from '../core/problems.ts'
import { objectionById } from './list-objections.ts'
import { insertObjection, leaderByNomination, lockCycle } from './repo.ts'

/**
 * Objects to a name on the list (异议), once a person and name.
 *
 * @throws Problem `award-phase`, `own-leadership`, `leader-removed`, `already-objected`
 */
export async function raiseObjection(ctx: Ctx, input: { nominationId: string; reason: string }): Promise<Objection> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const { nominationId, reason } = input
    const leader = await leaderByNomination(ctx, nominationId)
    if (leader === undefined) throw refuse('not-found', { what: 'leader' })
    const { phase } = await lockCycle(ctx, leader.cycleId)
    enforce(canObject({ phase, own: leader.employeeId === employeeId, standing: leader.state === 'listed' }))
    const objectionId = ctx.app.newId('objection')
    await insertObjection(ctx, { id: objectionId, nominationId, byId: employeeId, reason, state: 'open', raisedAt: ctx.now })
    await record(ctx, { action: 'objection.raised', subject: objectionId, detail: { nominationId } })
    return objectionById(ctx, objectionId)
  })
}
