import type { FileContent } from '@yijian/shared/http/route'
import { isBefore } from '@yijian/shared/kernel/time'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { filesById } from './repo.ts'
import { readToken } from './token.ts'

/**
 * The bytes behind a link.
 *
 * @throws Problem `file-link-invalid`, `file-link-expired`, `storage-unavailable`
 */
export async function getFile(ctx: Ctx, token: string): Promise<FileContent> {
  const read = readToken(ctx.app.secrets.codeSecret, token)
  if (read === null) throw refuse('file-link-invalid', {})
  if (!isBefore(ctx.now, read.endsAt)) throw refuse('file-link-expired', { endedAt: read.endsAt.toISOString() })
  const [file] = await filesById(ctx, [read.fileId])
  const body = file === undefined ? null : await ctx.app.storage.get(file.storageKey)
  if (file === undefined || body === null) {
    if (file !== undefined) ctx.log.error({ fileId: file.id }, 'a stored file has no bytes')
    throw refuse('file-link-invalid', {})
  }
  const { type, name, sizeBytes } = file
  return { type, name, sizeBytes, disposition: type.startsWith('image/') ? 'inline' : 'attachment', body }
}
