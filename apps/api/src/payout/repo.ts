import { eq } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { payout, payoutLine } from './tables.ts'

export type PayoutRow = typeof payout.$inferSelect
type NewLine = typeof payoutLine.$inferInsert

const CHUNK_ROWS = 500

/** The first lock of whatever moves a batch. @throws Problem `not-found` */
export async function lockPayout(ctx: Ctx, payoutId: string): Promise<PayoutRow> {
  const [row] = await ctx.db.select().from(payout).where(eq(payout.id, payoutId)).for('update')
  if (row === undefined) throw refuse('not-found', { what: 'payout' })
  return row
}

export async function insertPayout(ctx: Ctx, row: typeof payout.$inferInsert, lines: readonly NewLine[]): Promise<void> {
  await ctx.db.insert(payout).values(row)
  for (let from = 0; from < lines.length; from += CHUNK_ROWS) {
    await ctx.db.insert(payoutLine).values(lines.slice(from, from + CHUNK_ROWS))
  }
}

export async function updatePayout(ctx: Ctx, payoutId: string, change: Partial<typeof payout.$inferInsert>): Promise<void> {
  await ctx.db.update(payout).set(change).where(eq(payout.id, payoutId))
}

/** Sets the donations of a batch free for the next one. */
export async function freeLines(ctx: Ctx, payoutId: string): Promise<void> {
  await ctx.db.update(payoutLine).set({ live: null }).where(eq(payoutLine.payoutId, payoutId))
}
