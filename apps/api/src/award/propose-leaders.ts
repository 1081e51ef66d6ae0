import { canPropose, endOf, rank, winnersOf } from '@yijian/shared/award/rules'
import type { Cycle, ProposeInput } from '@yijian/shared/award/shapes'
import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { contendersOf, cycleById } from './read.ts'
import { insertLeaders, lockCycle, updateCycle, weightsOf } from './repo.ts'

/**
 * Hangs out the list (公示): the ranking decides who is on it, the operator writes why. The period ends with a whole day in
 * Shanghai.
 *
 * @throws Problem `award-phase`, `nobody-scored`, `leader-reasons`
 */
export async function proposeLeaders(ctx: Ctx, cycleId: string, { leaders }: ProposeInput): Promise<Cycle> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const cycle = await lockCycle(ctx, cycleId)
    const contenders = new Map((await contendersOf(ctx, cycleId)).map((contender) => [contender.nominationId, contender]))
    const ranked = rank([...contenders.values()], weightsOf(cycle), cycle.minScores)
    const winners = winnersOf(ranked, cycle.places).flatMap((place) => {
      const contender = contenders.get(place.nominationId)
      return contender === undefined ? [] : [{ ...place, name: contender.name, nomineeId: contender.nomineeId }]
    })
    const reasons = new Map(leaders.map(({ nominationId, reason }) => [nominationId, reason]))
    enforce(canPropose({ phase: cycle.phase, winners, reasons }))
    await insertLeaders(
      ctx,
      winners.map(({ nominationId, nomineeId, rank, meanThousandths }) => ({
        nominationId,
        cycleId,
        employeeId: nomineeId,
        place: rank,
        meanThousandths,
        reason: reasons.get(nominationId) ?? '',
        state: 'listed' as const,
      })),
    )
    const publicityEndsAt = endOf(addDays(shanghaiDay(ctx.now), cycle.publicityDays))
    await updateCycle(ctx, cycleId, { state: 'publicity', publicityEndsAt })
    await record(ctx, { action: 'leaders.proposed', subject: cycleId, detail: { nominationIds: winners.map((w) => w.nominationId) } })
    return cycleById(ctx, cycleId, employeeId)
  })
}
