import type { ImagePurpose } from '@yijian/shared/file/shapes'
import { addMinutes } from '@yijian/shared/kernel/time'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { putAt } from '../core/jobs/outbox.ts'
import { storageKeyOf } from './keys.ts'
import { readImage } from './read-image.ts'
import { type FileRow, insertFile, sameUpload } from './repo.ts'

/** A form that was begun today may be sent tomorrow; after that nobody comes back for it. */
const UNATTACHED_MINUTES = 2 * 24 * 60

export interface StoreImageInput {
  purpose: ImagePurpose
  bytes: Uint8Array
}

/**
 * Takes a picture in. It belongs to nothing yet: the slice that needs it attaches it, or it is cleared away. The same
 * picture from the same person is the same upload, so a repeat after a lost answer leaves nothing behind.
 *
 * @throws Problem `not-an-image`, `image-too-large`, `storage-unavailable`
 */
export async function storeImage(ctx: Ctx, { purpose, bytes }: StoreImageInput): Promise<FileRow> {
  const { employeeId } = requireEmployee(ctx)
  const image = await readImage(bytes)
  const before = await sameUpload(ctx, { uploaderId: employeeId, sha256: image.sha256, purpose })
  if (before !== undefined) return before

  const id = ctx.app.newId('file')
  const storageKey = storageKeyOf(purpose, id)
  // Before the row: bytes without a row are only lost room, a row without bytes would be a broken promise.
  await ctx.app.storage.put(storageKey, {
    type: 'image/jpeg',
    sizeBytes: image.bytes.length,
    sha256: image.sha256,
    open: async function* () {
      yield image.bytes
    },
  })
  return inTransaction(ctx, async (ctx) => {
    const { sha256, fingerprint, shades, widthPx, heightPx } = image
    const row = { id, storageKey, name: `${purpose}-${id.slice(-6)}.jpg`, type: 'image/jpeg' as const, sizeBytes: image.bytes.length }
    const stored = { ...row, sha256, fingerprint, shades, widthPx, heightPx, purpose, uploaderId: employeeId, createdAt: ctx.now }
    const file: FileRow = { ...stored, attachedAt: null, removedAt: null }
    await insertFile(ctx, file)
    await record(ctx, { action: 'image.uploaded', subject: id, detail: { purpose, sizeBytes: row.sizeBytes } })
    await putAt(ctx, addMinutes(ctx.now, UNATTACHED_MINUTES), 'upload.expired', { fileId: id })
    return file
  })
}
