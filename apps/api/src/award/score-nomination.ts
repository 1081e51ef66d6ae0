import { canScore } from '@yijian/shared/award/rules'
import type { Nomination, ScoreInput } from '@yijian/shared/award/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce, refuse } from '../core/problems.ts'
import { conflictWith, nominationSeen } from './read.ts'
import { readerOf } from './reader.ts'
import { cycleIdOf, lockNomination, saveScore, lockCycle } from './repo.ts'

/**
 * A judge's marks for a nomination. The clock of the database decides whether scoring is still open, under the lock of
 * the cycle, so that no score lands after the ranking was read.
 *
 * @throws Problem `award-phase`, `not-on-jury`, `nomination-answered`, `conflict-of-interest`, `dossier-not-ready`
 */
export async function scoreNomination(ctx: Ctx, nominationId: string, { marks, comment }: ScoreInput): Promise<Nomination> {
  const { employeeId } = requireRole(ctx, 'judge')
  return inTransaction(ctx, async (ctx) => {
    const cycleId = await cycleIdOf(ctx, nominationId)
    const { phase } = await lockCycle(ctx, cycleId)
    const { state, dossier } = await lockNomination(ctx, nominationId)
    const reader = await readerOf(ctx, cycleId)
    enforce(canScore({ phase, sits: reader.sits, state, conflict: await conflictWith(ctx, nominationId, reader) }))
    if (dossier === null) throw refuse('dossier-not-ready', {})
    await saveScore(ctx, { id: ctx.app.newId('score'), nominationId, judgeId: employeeId, ...marks, comment, scoredAt: ctx.now })
    await record(ctx, { action: 'nomination.scored', subject: nominationId, detail: marks })
    return nominationSeen(ctx, nominationId, reader)
  })
}
