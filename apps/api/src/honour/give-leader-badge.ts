import { leaderBadgeCode } from '@yijian/shared/honour/rules'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { lockEmployee } from '../people/index.ts'
import { badgesOf, insertBadge } from './repo.ts'

/** The badge of a leader of the year (益践领袖), once published: given once a year, never suspended. */
export async function giveLeaderBadge(
  ctx: Ctx,
  { cycleId, year, employeeId }: { cycleId: string; year: number; employeeId: string },
): Promise<void> {
  requireSystem(ctx)
  await lockEmployee(ctx, employeeId)
  const code = leaderBadgeCode(year)
  if ((await badgesOf(ctx, employeeId)).some((held) => held.code === code)) return
  const badgeId = await insertBadge(ctx, { employeeId, code, earnedBy: cycleId })
  await record(ctx, { action: 'badge.unlocked', subject: badgeId, detail: { employeeId, code, cycleId } })
}
