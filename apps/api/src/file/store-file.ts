import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FilePurpose, FileType } from '@yijian/shared/file/shapes'
import type { Ctx } from '../core/context.ts'
import { storageKeyOf } from './keys.ts'
import { type FileRow, insertFile } from './repo.ts'

export interface StoreFileInput {
  /** As people save it; may be Chinese. */
  name: string
  type: FileType
  purpose: FilePurpose
  content: Uint8Array | AsyncIterable<Uint8Array>
}

/**
 * Keeps what the system made: an export, a certificate. The caller has authorised it, holds the transaction and records
 * the deed; a stream passes over the disk, so that its size and hash are known before the store is asked.
 *
 * @throws Problem `storage-unavailable`
 */
export async function storeFile(ctx: Ctx, input: StoreFileInput): Promise<FileRow> {
  const file = await storeBytes(ctx, input)
  await insertFile(ctx, file)
  return file
}

/**
 * The first half of `storeFile`, for a caller that must hold no lock while bytes travel: what it gives becomes a file by
 * `insertFile`. Bytes without a row are only lost room, a row without bytes would be a broken promise.
 *
 * @throws Problem `storage-unavailable`
 */
export async function storeBytes(ctx: Ctx, { name, type, purpose, content }: StoreFileInput): Promise<FileRow> {
  const folder = await mkdtemp(join(tmpdir(), 'yijian-file-'))
  try {
    const path = join(folder, 'content')
    const { sha256, sizeBytes } = await spool(content, path)
    const id = ctx.app.newId('file')
    const storageKey = storageKeyOf(purpose, id)
    await ctx.app.storage.put(storageKey, { type, sizeBytes, sha256, open: () => createReadStream(path) })
    const uploaderId = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null
    const picture = { fingerprint: null, shades: null, widthPx: null, heightPx: null }
    const life = { createdAt: ctx.now, attachedAt: ctx.now, removedAt: null }
    return { id, storageKey, name, type, sizeBytes, sha256, ...picture, purpose, uploaderId, ...life }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function spool(content: StoreFileInput['content'], path: string): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const source = content instanceof Uint8Array ? [content] : content
  const measure = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      sizeBytes += chunk.length
      yield chunk
    }
  }
  await pipeline(Readable.from(source), measure, createWriteStream(path, { mode: 0o600 }))
  return { sha256: hash.digest('hex'), sizeBytes }
}
