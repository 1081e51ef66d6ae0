import { type BadgeChange, badgeChanges, badgesFor } from '@yijian/shared/honour/rules'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { hostsServed, serviceFactsOf } from '../hours/index.ts'
import { lockEmployee } from '../people/index.ts'
import { policyOn } from '../policy/index.ts'
import { type BadgeRow, badgesOf, insertBadge, restoreBadge, suspendBadge } from './repo.ts'

/**
 * Brings the badges of a person, and of the hosts of the session, into line with their facts: earned once, suspended
 * when the facts are taken back, restored when they return. Told twice, late or out of order, it ends the same.
 */
export async function renewBadges(ctx: Ctx, { attendanceId, employeeId }: { attendanceId: string; employeeId: string }): Promise<void> {
  requireSystem(ctx)
  const people = [...new Set([employeeId, ...(await hostsServed(ctx, attendanceId))])].sort()
  // Facts are read behind the locks: of two workers the later one never writes what only the earlier one saw.
  for (const id of people) await lockEmployee(ctx, id)
  const { settings } = await policyOn(ctx, 'badge', shanghaiDay(ctx.now))
  for (const id of people) {
    const badges = await badgesOf(ctx, id)
    const changes = badgeChanges(
      badgesFor(await serviceFactsOf(ctx, id), settings),
      badges.map(({ code, suspendedAt }) => ({ code, suspended: suspendedAt !== null })),
    )
    for (const change of changes) await apply(ctx, change, { employeeId: id, earnedBy: attendanceId, badges })
  }
}

async function apply(
  ctx: Ctx,
  { code, change }: BadgeChange,
  { employeeId, earnedBy, badges }: { employeeId: string; earnedBy: string; badges: readonly BadgeRow[] },
): Promise<void> {
  const badgeId = badges.find((row) => row.code === code)?.id ?? (await insertBadge(ctx, { employeeId, code, earnedBy }))
  if (change === 'suspended') await suspendBadge(ctx, badgeId)
  if (change === 'restored') await restoreBadge(ctx, badgeId)
  await record(ctx, { action: `badge.${change}`, subject: badgeId, detail: { employeeId, code, attendanceId: earnedBy } })
}
