import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { duplicateKey } from '../core/db/errno.ts'
import { refuse } from '../core/problems.ts'
import type { FileRow } from '../file/index.ts'
import { claim, claimImage } from './tables.ts'

/** Journals of claims share one scope of keys; with the claim and what is done to it, each is posted once. */
export const CLAIM_SCOPE = 'claim'

export type ClaimRow = typeof claim.$inferSelect

/** @throws Problem `not-found` */
export async function claimById(ctx: Ctx, claimId: string): Promise<ClaimRow> {
  const [row] = await ctx.db.select().from(claim).where(eq(claim.id, claimId))
  if (row === undefined) throw refuse('not-found', { what: 'claim' })
  return row
}

/** The first lock of whatever moves a claim: two operators take turns here. @throws Problem `not-found` */
export async function lockClaim(ctx: Ctx, claimId: string): Promise<ClaimRow> {
  const [row] = await ctx.db.select().from(claim).where(eq(claim.id, claimId)).for('update')
  if (row === undefined) throw refuse('not-found', { what: 'claim' })
  return row
}

/** @throws Problem `order-claimed` */
export async function insertClaim(ctx: Ctx, row: ClaimRow): Promise<void> {
  try {
    await ctx.db.insert(claim).values(row)
  } catch (error) {
    throw await orderClaimed(ctx, row, error)
  }
}

/** @throws Problem `order-claimed` */
export async function updateClaim(ctx: Ctx, row: ClaimRow, change: Partial<ClaimRow>): Promise<void> {
  try {
    await ctx.db.update(claim).set(change).where(eq(claim.id, row.id))
  } catch (error) {
    throw await orderClaimed(ctx, { ...row, ...change }, error)
  }
}

/** The unique key refuses a number that is claimed, also to whoever asks in the same moment. */
async function orderClaimed(ctx: Ctx, { orderKey, employeeId }: ClaimRow, error: unknown): Promise<unknown> {
  if (duplicateKey(error) !== 'claim_order_uq') return error
  const [other] = await ctx.db
    .select({ state: claim.state, employeeId: claim.employeeId })
    .from(claim)
    .where(and(eq(claim.orderKey, orderKey), eq(claim.live, 1)))
  return refuse('order-claimed', { state: other?.state ?? 'submitted', mine: other?.employeeId === employeeId })
}

/** Makes these the receipts of a claim, in this order. @throws Problem `receipt-claimed` */
export async function saveImages(ctx: Ctx, { id: claimId, employeeId }: ClaimRow, files: readonly FileRow[]): Promise<void> {
  await ctx.db.update(claimImage).set({ place: null, live: null }).where(eq(claimImage.claimId, claimId))
  const before = await ctx.db.select({ fileId: claimImage.fileId }).from(claimImage).where(eq(claimImage.claimId, claimId))
  for (const [at, { id: fileId, sha256, fingerprint }] of files.entries()) {
    const stands = { place: at + 1, live: 1 }
    const save = before.some((image) => image.fileId === fileId)
      ? ctx.db
          .update(claimImage)
          .set(stands)
          .where(and(eq(claimImage.claimId, claimId), eq(claimImage.fileId, fileId)))
      : ctx.db.insert(claimImage).values({ claimId, fileId, sha256, fingerprint: fingerprint ?? '', ...stands })
    try {
      await save
    } catch (error) {
      throw duplicateKey(error) === 'claim_image_same_uq' ? await receiptClaimed(ctx, { employeeId, fileId, sha256 }) : error
    }
  }
}

/** The unique key has refused a picture that stands in a claim already: which state that is in, and no more. */
async function receiptClaimed(ctx: Ctx, { employeeId, fileId, sha256 }: { employeeId: string; fileId: string; sha256: string }) {
  const [other] = await ctx.db
    .select({ state: claim.state, employeeId: claim.employeeId })
    .from(claimImage)
    .innerJoin(claim, eq(claim.id, claimImage.claimId))
    .where(and(eq(claimImage.sha256, sha256), eq(claimImage.live, 1)))
  return refuse('receipt-claimed', { state: other?.state ?? 'submitted', mine: other?.employeeId === employeeId, fileId })
}

/** A rejected claim keeps its receipts to look at, and gives them free. */
export async function releaseImages(ctx: Ctx, claimId: string): Promise<void> {
  await ctx.db.update(claimImage).set({ live: null }).where(eq(claimImage.claimId, claimId))
}

/** Receipts in the order shown. */
export async function imageIdsOf(ctx: Ctx, claimIds: readonly string[]): Promise<{ claimId: string; fileId: string }[]> {
  if (claimIds.length === 0) return []
  return ctx.db
    .select({ claimId: claimImage.claimId, fileId: claimImage.fileId })
    .from(claimImage)
    .where(and(inArray(claimImage.claimId, [...claimIds]), isNotNull(claimImage.place)))
    .orderBy(claimImage.claimId, claimImage.place)
}
