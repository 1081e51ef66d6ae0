import { type HonourFacts, leaderYearOf } from '@yijian/shared/honour/rules'
import type { ShownBadge } from '@yijian/shared/honour/shapes'
import { badgeWords } from '@yijian/shared/honour/text'
import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { serviceFactsOf } from '../hours/index.ts'
import { sumOfKind } from '../ledger/index.ts'
import { project, projectHost } from '../project/tables.ts'
import { badge } from './tables.ts'

const MOST_PROJECTS = 12

export interface HostedProject {
  id: string
  title: string
}

/** Everything an honour page could tell of a person; what is shown of it is decided elsewhere, by rule. */
export async function honourFactsOf(ctx: Ctx, employeeId: string): Promise<HonourFacts<ShownBadge, HostedProject>> {
  const { minutes, sessions } = await serviceFactsOf(ctx, employeeId)
  const settled = await sumOfKind(ctx, { employeeId, account: 'credit-held', kind: 'donation-settled' })
  const badges = await unlockedBadges(ctx, employeeId)
  return {
    minutes,
    sessions,
    donatedFen: Math.abs(settled),
    leaderYears: badges.flatMap(({ code }) => leaderYearOf(code) ?? []),
    // A title is a field of its own: who shows badges has not said yes to it.
    badges: badges.filter(({ code }) => leaderYearOf(code) === null),
    projects: await hostedProjects(ctx, employeeId),
  }
}

async function unlockedBadges(ctx: Ctx, employeeId: string): Promise<ShownBadge[]> {
  const rows = await ctx.db
    .select({ code: badge.code, unlockedAt: badge.unlockedAt })
    .from(badge)
    .where(and(eq(badge.employeeId, employeeId), isNull(badge.suspendedAt)))
    .orderBy(asc(badge.unlockedAt), asc(badge.id))
  return rows.map(({ code, unlockedAt }) => ({ code, ...badgeWords(code), unlockedAt: unlockedAt.toISOString() }))
}

/** Published once, and hosted now or before: what never reached people is no honour. */
async function hostedProjects(ctx: Ctx, employeeId: string): Promise<HostedProject[]> {
  return ctx.db
    .selectDistinct({ id: project.id, title: project.title, publishedAt: project.publishedAt })
    .from(projectHost)
    .innerJoin(project, eq(project.id, projectHost.projectId))
    .where(and(eq(projectHost.employeeId, employeeId), isNotNull(project.publishedAt)))
    .orderBy(desc(project.publishedAt), desc(project.id))
    .limit(MOST_PROJECTS)
    .then((rows) => rows.map(({ id, title }) => ({ id, title })))
}
