import { cycleDaysVerdict, endOf } from '@yijian/shared/award/rules'
import type { CreateCycleInput, Cycle } from '@yijian/shared/award/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { putAt } from '../core/jobs/outbox.ts'
import { enforce, refuse } from '../core/problems.ts'
import { refsOf, withRole } from '../people/index.ts'
import { cycleById } from './read.ts'
import { insertCycle } from './repo.ts'

/**
 * Announces the cycle of a year; when its nominations close, the dossiers are drawn by themselves.
 *
 * @throws Problem `award-days`, `cycle-exists`, `judge-role-missing`
 */
export async function createCycle(ctx: Ctx, { weights, judgeIds, ...input }: CreateCycleInput): Promise<Cycle> {
  const { employeeId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    enforce(cycleDaysVerdict(input))
    const jury = [...new Set(judgeIds)]
    await requireJudges(ctx, jury)
    const cycleId = ctx.app.newId('cycle')
    const shares = {
      innovationShare: weights.innovation,
      impactShare: weights.impact,
      uniquenessShare: weights.uniqueness,
      sustainabilityShare: weights.sustainability,
    }
    const fresh = { state: 'announced' as const, publicityEndsAt: null, publishedAt: null, announcedAt: ctx.now }
    await insertCycle(ctx, { id: cycleId, ...input, ...shares, ...fresh }, jury)
    await record(ctx, { action: 'cycle.announced', subject: cycleId, detail: { year: input.year, judges: jury } })
    await putAt(ctx, endOf(input.nominationClosesOn), 'cycle.nominations-closed', { cycleId })
    return cycleById(ctx, cycleId, employeeId)
  })
}

async function requireJudges(ctx: Ctx, judgeIds: readonly string[]): Promise<void> {
  const holders = await withRole(ctx, 'judge', judgeIds)
  const lacking = judgeIds.find((id) => !holders.has(id))
  if (lacking === undefined) return
  throw refuse('judge-role-missing', { name: (await refsOf(ctx, [lacking])).get(lacking)?.name ?? lacking })
}
