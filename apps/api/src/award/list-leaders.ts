import type { Leader } from '@yijian/shared/award/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { cycleById, leadersOf } from './read.ts'

/** The list everybody may read from its publicity period on; names that were taken off are not on it. */
export async function listLeaders(ctx: Ctx, cycleId: string): Promise<{ year: number; items: Leader[] }> {
  const { employeeId } = requireEmployee(ctx)
  const { year, publishedAt } = await cycleById(ctx, cycleId, employeeId)
  const items = await leadersOf(ctx, cycleId)
  return { year, items: items.map((leader) => ({ ...leader, year, publishedAt })) }
}
