import { badgeChanges, givingBadgesFor } from '@yijian/shared/honour/rules'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { countSettledDonations } from '../giving/index.ts'
import { lockEmployee } from '../people/index.ts'
import { badgesOf, insertBadge } from './repo.ts'

/** The badge of the first donation that arrived. What is given stays given: it is unlocked once and never suspended. */
export async function renewGivingBadges(ctx: Ctx, { donationId, employeeId }: { donationId: string; employeeId: string }): Promise<void> {
  requireSystem(ctx)
  // Facts are read behind the lock, as for the badges of service.
  await lockEmployee(ctx, employeeId)
  const held = await badgesOf(ctx, employeeId)
  const badges = givingBadgesFor({ donations: await countSettledDonations(ctx, employeeId) })
  const known = held.map(({ code, suspendedAt }) => ({ code, suspended: suspendedAt !== null }))
  for (const { code } of badgeChanges(badges, known).filter(({ change }) => change === 'unlocked')) {
    const badgeId = await insertBadge(ctx, { employeeId, code, earnedBy: donationId })
    await record(ctx, { action: 'badge.unlocked', subject: badgeId, detail: { employeeId, code, donationId } })
  }
}
