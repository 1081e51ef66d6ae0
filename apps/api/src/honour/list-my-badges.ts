import { badgesFor, givingBadgesFor, milestoneOf, titleBadgesFor } from '@yijian/shared/honour/rules'
import type { Badge } from '@yijian/shared/honour/shapes'
import { badgeWords } from '@yijian/shared/honour/text'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { countSettledDonations } from '../giving/index.ts'
import { serviceFactsOf } from '../hours/index.ts'
import { policyOn } from '../policy/index.ts'
import { badgesOf } from './repo.ts'

/** All badges with my progress, unlocked ones first; a suspended one counts as not unlocked. */
export async function listMyBadges(ctx: Ctx): Promise<{ items: Badge[] }> {
  const { employeeId } = requireEmployee(ctx)
  const held = (await badgesOf(ctx, employeeId)).filter(({ suspendedAt }) => suspendedAt === null)
  const { settings } = await policyOn(ctx, 'badge', shanghaiDay(ctx.now))
  // What was earned stays in sight when a later policy names other milestones.
  const minuteMilestones = [...new Set([...settings.minuteMilestones, ...held.flatMap(({ code }) => milestoneOf(code) ?? [])])]
  const badges = [
    ...badgesFor(await serviceFactsOf(ctx, employeeId), { minuteMilestones }),
    ...givingBadgesFor({ donations: await countSettledDonations(ctx, employeeId) }),
    ...titleBadgesFor(held.map(({ code }) => code)),
  ]
  const items = badges.map(({ code, have, need, unit }) => ({
    code,
    ...badgeWords(code),
    unlockedAt: held.find((row) => row.code === code)?.unlockedAt.toISOString() ?? null,
    progress: { have, need, unit },
  }))
  return { items: items.sort((a, b) => Number(a.unlockedAt === null) - Number(b.unlockedAt === null)) }
}
