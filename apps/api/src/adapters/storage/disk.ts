import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Storage, StorageError, checkedKey } from '../../core/storage.ts'

/** A folder of this machine, or one that several machines share; readable by the user of the API alone. */
export function createDiskStorage(folder: string): Storage {
  const root = resolve(folder)
  const pathOf = (key: string) => join(root, ...checkedKey(key).split('/'))

  return {
    async put(key, content) {
      const path = pathOf(key)
      // Written aside and moved into place: a reader never sees half a file, and a broken attempt leaves the old one.
      const aside = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}`
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await writeFile(aside, content.open(), { mode: 0o600, flush: true })
        await rename(aside, path)
      } catch (error) {
        await rm(aside, { force: true })
        throw failure(error)
      }
    },
    async get(key) {
      const path = pathOf(key)
      try {
        const handle = await open(path, 'r')
        return createReadStream(path, { fd: handle })
      } catch (error) {
        if ((error as { code?: string }).code === 'ENOENT') return null
        throw failure(error)
      }
    },
    async remove(key) {
      const path = pathOf(key)
      await rm(path, { force: true }).catch((error: unknown) => {
        throw failure(error)
      })
    },
  }
}

/** The system's short code alone: its message holds the path. */
function failure(error: unknown): StorageError {
  const { code = 'unknown' } = error as { code?: string }
  return new StorageError(code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'refused' : 'unavailable', code)
}
