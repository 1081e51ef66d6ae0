import { canAnswer } from '@yijian/shared/award/rules'
import type { Nomination } from '@yijian/shared/award/shapes'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { nominationSeen } from './read.ts'
import { readerOf } from './reader.ts'
import { cycleIdOf, lockNomination, lockCycle, updateNomination } from './repo.ts'

/**
 * The nominee takes part or declines; whoever has not answered when nominations close does not take part.
 *
 * @throws Problem `award-phase`, `nomination-answered`, `not-nominee`
 */
export async function answerNomination(ctx: Ctx, nominationId: string, answer: 'accepted' | 'declined'): Promise<Nomination> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const cycleId = await cycleIdOf(ctx, nominationId)
    const { phase } = await lockCycle(ctx, cycleId)
    const { nomineeId, state } = await lockNomination(ctx, nominationId)
    enforce(canAnswer({ phase, state, own: nomineeId === employeeId }))
    await updateNomination(ctx, nominationId, { state: answer, answeredAt: ctx.now })
    await record(ctx, { action: `nomination.${answer}`, subject: nominationId })
    return nominationSeen(ctx, nominationId, await readerOf(ctx, cycleId))
  })
}
