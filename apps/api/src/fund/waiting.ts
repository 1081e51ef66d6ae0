import { shanghaiDay, startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { and, count, eq, inArray, lt, min, ne } from 'drizzle-orm'
import { holdsRole } from '../core/access.ts'
import type { WaitingReader } from '../core/waiting.ts'
import { fundProject } from './tables.ts'

/** Charities that a second person has to check, and projects whose report did not come in time. */
export const fundWaiting: WaitingReader = async (ctx, actor) => {
  if (!holdsRole(actor, 'operator')) return []
  const others = and(ne(fundProject.createdBy, actor.employeeId), ne(fundProject.charityBy, actor.employeeId))
  const [toCheck] = await ctx.db
    .select({ at: min(fundProject.createdAt), count: count() })
    .from(fundProject)
    .where(and(eq(fundProject.state, 'recommended'), others))
  const [overdue] = await ctx.db
    .select({ dueOn: min(fundProject.reportDueOn), count: count() })
    .from(fundProject)
    .where(and(inArray(fundProject.state, ['listed', 'paused']), lt(fundProject.reportDueOn, shanghaiDay(ctx.now))))
  return [
    { kind: 'fund-projects-to-check', at: toCheck?.at ?? null, count: toCheck?.count ?? 0 },
    {
      kind: 'fund-reports-overdue',
      at: overdue?.dueOn ? startOfShanghaiDay(overdue.dueOn) : null,
      count: overdue?.count ?? 0,
    },
  ]
}
