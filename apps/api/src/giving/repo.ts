import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { donation, donationPart } from './tables.ts'

/** Journals of donations share one scope of keys; with the donation and what is done to it, each is posted once. */
export const DONATION_SCOPE = 'donation'

export type DonationRow = typeof donation.$inferSelect
export type DonationPartRow = typeof donationPart.$inferSelect

/** The first lock of whatever ends a donation: undo and settling take turns here. @throws Problem `not-found` */
export async function lockDonation(ctx: Ctx, donationId: string): Promise<DonationRow> {
  const [row] = await ctx.db.select().from(donation).where(eq(donation.id, donationId)).for('update')
  if (row === undefined) throw refuse('not-found', { what: 'donation' })
  return row
}

export async function partsOfDonation(ctx: Ctx, donationId: string): Promise<DonationPartRow[]> {
  return ctx.db.select().from(donationPart).where(eq(donationPart.donationId, donationId)).orderBy(donationPart.partNo)
}

export async function insertDonation(
  ctx: Ctx,
  row: typeof donation.$inferInsert,
  parts: readonly Omit<typeof donationPart.$inferInsert, 'donationId'>[],
): Promise<void> {
  await ctx.db.insert(donation).values(row)
  await ctx.db.insert(donationPart).values(parts.map((part) => ({ ...part, donationId: row.id })))
}

/**
 * Ends a donation by hand, if the database's clock has not reached the end of its cooling time at this very statement:
 * whoever waited for a lock past it is too late. False when it is.
 */
export async function cancelRow(ctx: Ctx, donationId: string, releasedJournalId: string): Promise<boolean> {
  const [done] = await ctx.db
    .update(donation)
    .set({ state: 'cancelled', endedAt: ctx.now, releasedJournalId })
    .where(and(eq(donation.id, donationId), eq(donation.state, 'held'), sql`now(3) < ${donation.coolsAt}`))
  if (done.affectedRows !== 1) return false
  await ctx.db.update(donationPart).set({ state: 'cancelled' }).where(eq(donationPart.donationId, donationId))
  return true
}

/** Ends a donation after its cooling time. A row that is not held is a fault of the program: it is locked. */
export async function settleRow(
  ctx: Ctx,
  donationId: string,
  end: Pick<DonationRow, 'settledJournalId' | 'releasedJournalId'> & {
    state: 'settled' | 'returned'
    settled: number[]
    returned: number[]
  },
): Promise<void> {
  const { settled, returned, ...change } = end
  const [done] = await ctx.db
    .update(donation)
    .set({ ...change, endedAt: ctx.now })
    .where(and(eq(donation.id, donationId), eq(donation.state, 'held')))
  if (done.affectedRows !== 1) throw new Error(`${donationId} was to be settled and is not held`)
  const of = (partNos: number[]) => and(eq(donationPart.donationId, donationId), inArray(donationPart.partNo, partNos))
  const arrived = { state: 'settled' as const, settledAt: ctx.now, settledJournalId: change.settledJournalId }
  if (settled.length > 0) await ctx.db.update(donationPart).set(arrived).where(of(settled))
  if (returned.length > 0) await ctx.db.update(donationPart).set({ state: 'returned' }).where(of(returned))
}
