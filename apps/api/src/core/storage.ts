/** Bytes on their way into the store; opened anew for each attempt. */
export interface Content {
  type: string
  sizeBytes: number
  /** SHA-256 in hex: the store refuses what arrives otherwise. */
  sha256: string
  open: () => AsyncIterable<Uint8Array>
}

/** Where pictures and files lie (存储): a folder of this machine or an S3-compatible service. Throws a StorageError. */
export interface Storage {
  /** Writes all or nothing; a second time overwrites with the same. */
  put: (key: string, content: Content) => Promise<void>
  /** Null for a key that is not there. */
  get: (key: string) => Promise<AsyncIterable<Uint8Array> | null>
  /** Done also when there was nothing. */
  remove: (key: string) => Promise<void>
}

/** A store that did not do what it was asked; safe to log: it holds no address, name of a person or secret. */
export class StorageError extends Error {
  override name = 'StorageError'
  /** `unavailable` may pass by itself; `refused` is a fault of set-up or code. */
  readonly kind: 'unavailable' | 'refused'

  constructor(kind: 'unavailable' | 'refused', reason: string) {
    super(`storage ${kind}: ${reason}`)
    this.kind = kind
  }
}

const KEY = /^[a-z0-9_-]+(?:\/[a-z0-9_-]+)*$/

/** Keys are made of ids and our own words; nothing a person typed can lead out of the store. */
export function checkedKey(key: string): string {
  if (!KEY.test(key) || key.length > 120) throw new StorageError('refused', 'not a key of this store')
  return key
}
