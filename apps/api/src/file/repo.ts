import type { ImagePurpose } from '@yijian/shared/file/shapes'
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { storedFile } from './tables.ts'

export type FileRow = typeof storedFile.$inferSelect

export async function insertFile(ctx: Ctx, row: FileRow): Promise<void> {
  await ctx.db.insert(storedFile).values(row)
}

/** @throws Problem `not-found` */
export async function fileById(ctx: Ctx, fileId: string): Promise<FileRow> {
  const [row] = await filesById(ctx, [fileId])
  if (row === undefined) throw refuse('not-found', { what: 'file' })
  return row
}

/** Files that are still there, in no order. */
export async function filesById(ctx: Ctx, fileIds: readonly string[]): Promise<FileRow[]> {
  if (fileIds.length === 0) return []
  return ctx.db
    .select()
    .from(storedFile)
    .where(and(inArray(storedFile.id, [...fileIds]), isNull(storedFile.removedAt)))
}

/** The same bytes that the person handed in for the same purpose before. */
export async function sameUpload(
  ctx: Ctx,
  same: { uploaderId: string; sha256: string; purpose: ImagePurpose },
): Promise<FileRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(storedFile)
    .where(
      and(
        eq(storedFile.uploaderId, same.uploaderId),
        eq(storedFile.sha256, same.sha256),
        eq(storedFile.purpose, same.purpose),
        isNull(storedFile.removedAt),
      ),
    )
    .orderBy(desc(storedFile.id))
    .limit(1)
  return row
}

/** Locks files before they are attached or cleared away; in the order of their ids, so that nobody waits in a circle. */
export async function lockFiles(ctx: Ctx, fileIds: readonly string[]): Promise<FileRow[]> {
  return ctx.db
    .select()
    .from(storedFile)
    .where(inArray(storedFile.id, [...fileIds].sort()))
    .orderBy(storedFile.id)
    .for('update')
}

export async function setAttached(ctx: Ctx, fileIds: readonly string[]): Promise<void> {
  await ctx.db
    .update(storedFile)
    .set({ attachedAt: ctx.now })
    .where(and(inArray(storedFile.id, [...fileIds]), isNull(storedFile.attachedAt)))
}

export async function setRemoved(ctx: Ctx, fileId: string): Promise<void> {
  await ctx.db.update(storedFile).set({ removedAt: ctx.now }).where(eq(storedFile.id, fileId))
}
