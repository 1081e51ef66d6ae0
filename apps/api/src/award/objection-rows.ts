import { and, asc, eq, gt } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { awardLeader, awardObjection } from './tables.ts'

export type ObjectionSeen = typeof awardObjection.$inferSelect & { againstId: string }

/** Objections with the person they are about: of a cycle, of one person in it, or one. */
export async function objectionRows(
  ctx: Ctx,
  of: { cycleId?: string; byId?: string; objectionId?: string; after?: string | undefined; limit: number },
): Promise<ObjectionSeen[]> {
  const rows = await ctx.db
    .select({ objection: awardObjection, againstId: awardLeader.employeeId })
    .from(awardObjection)
    .innerJoin(awardLeader, eq(awardLeader.nominationId, awardObjection.nominationId))
    .where(
      and(
        of.cycleId === undefined ? undefined : eq(awardLeader.cycleId, of.cycleId),
        of.byId === undefined ? undefined : eq(awardObjection.byId, of.byId),
        of.objectionId === undefined ? undefined : eq(awardObjection.id, of.objectionId),
        of.after === undefined ? undefined : gt(awardObjection.id, of.after),
      ),
    )
    .orderBy(asc(awardObjection.id))
    .limit(of.limit)
  return rows.map(({ objection, againstId }) => ({ ...objection, againstId }))
}
