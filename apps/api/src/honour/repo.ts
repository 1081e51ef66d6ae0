import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { badge } from './tables.ts'

export type BadgeRow = typeof badge.$inferSelect

/** Every badge a person was ever given, suspended ones too. */
export async function badgesOf(ctx: Ctx, employeeId: string): Promise<BadgeRow[]> {
  return ctx.db.select().from(badge).where(eq(badge.employeeId, employeeId))
}

export async function insertBadge(ctx: Ctx, row: Pick<BadgeRow, 'employeeId' | 'code' | 'earnedBy'>): Promise<string> {
  const id = ctx.app.newId('badge')
  await ctx.db.insert(badge).values({ ...row, id, unlockedAt: ctx.now, suspendedAt: null, timesUnlocked: 1 })
  return id
}

export async function suspendBadge(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .update(badge)
    .set({ suspendedAt: ctx.now })
    .where(and(eq(badge.id, id), isNull(badge.suspendedAt)))
}

export async function restoreBadge(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .update(badge)
    .set({ suspendedAt: null, timesUnlocked: sql`${badge.timesUnlocked} + 1` })
    .where(and(eq(badge.id, id), isNotNull(badge.suspendedAt)))
}
