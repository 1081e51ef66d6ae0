import { rank, winnersOf } from '@yijian/shared/award/rules'
import type { RankedNomination } from '@yijian/shared/award/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { contendersOf, nominationsByIds } from './read.ts'
import { readerOf } from './reader.ts'
import { lockCycle, weightsOf } from './repo.ts'

/** The ranking, once no score can change it any more; every look is recorded. @throws Problem `award-phase` */
export async function getRanking(ctx: Ctx, cycleId: string): Promise<{ items: RankedNomination[] }> {
  requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const cycle = await lockCycle(ctx, cycleId)
    const { phase } = cycle
    if (phase === 'announced' || phase === 'nominating' || phase === 'scoring') throw refuse('award-phase', { phase, needed: 'deciding' })
    const ranked = rank(await contendersOf(ctx, cycleId), weightsOf(cycle), cycle.minScores)
    const winners = new Set(winnersOf(ranked, cycle.places).map(({ nominationId }) => nominationId))
    const ids = ranked.map(({ nominationId }) => nominationId)
    const nominations = await nominationsByIds(ctx, ids, await readerOf(ctx, cycleId))
    await record(ctx, { action: 'ranking.read', subject: cycleId })
    return {
      items: ranked.flatMap(({ nominationId, ...place }) => {
        const nomination = nominations.get(nominationId)
        return nomination === undefined ? [] : [{ nomination, ...place, wins: winners.has(nominationId) }]
      }),
    }
  })
}
