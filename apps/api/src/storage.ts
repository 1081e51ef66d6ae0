import { createDiskStorage, createS3Storage } from './adapters/index.ts'
import { type Config, ConfigError, type Secrets } from './core/config.ts'
import type { Storage } from './core/storage.ts'

/** The store this deployment is set up for. */
export function createStorage({ storage }: Config, { s3 }: Secrets, now: () => Date): Storage {
  if (storage.kind === 'disk') return createDiskStorage(storage.folder)
  if (s3 === null) throw new ConfigError('The keys of the S3 service are missing.')
  return createS3Storage({ ...storage, ...s3, now })
}
