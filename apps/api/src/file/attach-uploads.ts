import type { ImagePurpose } from '@yijian/shared/file/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { type FileRow, lockFiles, setAttached } from './repo.ts'

/**
 * Makes own uploads part of something, inside the caller's transaction; in the order that was asked for. Nobody can
 * attach what somebody else handed in, for another purpose, or what has been cleared away.
 *
 * @throws Problem `upload-unknown`
 */
export async function attachUploads(
  ctx: Ctx,
  { fileIds, purpose }: { fileIds: readonly string[]; purpose: ImagePurpose },
): Promise<FileRow[]> {
  if (fileIds.length === 0) return []
  const { employeeId } = requireEmployee(ctx)
  const rows = new Map((await lockFiles(ctx, fileIds)).map((row) => [row.id, row]))
  const files = fileIds.map((fileId) => {
    const row = rows.get(fileId)
    const isUsable = row?.uploaderId === employeeId && row.purpose === purpose && row.removedAt === null
    if (row === undefined || !isUsable) throw refuse('upload-unknown', { fileId })
    return row
  })
  await setAttached(ctx, fileIds)
  return files
}
