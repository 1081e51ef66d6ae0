import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Content, Storage } from '../../core/storage.ts'
import { type S3StandIn, startS3StandIn } from '../stand-ins/s3.ts'
import { createDiskStorage } from './disk.ts'
import { createS3Storage } from './s3.ts'

const now = () => new Date('2026-11-20T06:00:00.000Z')
const keys = { region: 'ap-guangzhou', bucket: 'yijian-files', accessKeyId: 'AKIDSTANDIN', secretAccessKey: 'stand-in/secret+key' }
const patience = { attemptMs: 400, backOffMs: 1 }

let s3: S3StandIn
let folder: string
let stores: Record<'disk' | 's3', Storage>
beforeAll(async () => {
  s3 = await startS3StandIn({ ...keys, now })
  folder = await mkdtemp(join(tmpdir(), 'yijian-storage-'))
  stores = {
    disk: createDiskStorage(join(folder, 'files')),
    s3: createS3Storage({ ...keys, endpoint: s3.endpoint, addressing: 'path', now, patience }),
  }
})
afterAll(async () => {
  await s3.close()
  await rm(folder, { recursive: true, force: true })
})

/** Bytes that arrive in pieces. */
function content(text: string): Content {
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const open = async function* () {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
  }
  return { type: 'text/csv', sizeBytes: bytes.length, sha256, open }
}

async function read(storage: Storage, key: string): Promise<string | null> {
  const body = await storage.get(key)
  if (body === null) return null
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const key = 'receipt/rt/fil_0d3k9x2m4q7rt'

describe.each(['disk', 's3'] as const)('the store on %s', (kind) => {
  it('gives back what was put, large pieces included, and the newest of two', async () => {
    const large = '公益'.repeat(200_000)
    await stores[kind].put(key, content('first'))
    await stores[kind].put(key, content(large))
    expect(await read(stores[kind], key)).toBe(large)
  })

  it('keeps an empty file', async () => {
    await stores[kind].put('export/0a/fil_empty', content(''))
    expect(await read(stores[kind], 'export/0a/fil_empty')).toBe('')
  })

  it('answers null for what is not there, and removes twice without a fault', async () => {
    await stores[kind].put('item/0a/fil_gone', content('x'))
    await stores[kind].remove('item/0a/fil_gone')
    await stores[kind].remove('item/0a/fil_gone')
    expect(await stores[kind].get('item/0a/fil_gone')).toBeNull()
  })

  it.each(['../escape', 'a/../../b', '/etc/passwd', 'a//b', 'a/.', 'ä', 'a\\b', 'a\0b', '', 'A', 'x'.repeat(121)])(
    'refuses the key %j',
    async (wrong) => {
      await expect(stores[kind].put(wrong, content('x'))).rejects.toMatchObject({ name: 'StorageError', kind: 'refused' })
      await expect(stores[kind].get(wrong)).rejects.toMatchObject({ kind: 'refused' })
      await expect(stores[kind].remove(wrong)).rejects.toMatchObject({ kind: 'refused' })
    },
  )
})

describe('the store on disk', () => {
  it('lets nobody else read, and leaves no half file behind when the bytes break off', async () => {
    await stores.disk.put(key, content('whole'))
    const path = join(folder, 'files', key)
    expect([(await stat(path)).mode & 0o777, (await stat(join(path, '..'))).mode & 0o777]).toEqual([0o600, 0o700])
    const broken = {
      ...content('x'),
      open: async function* () {
        yield Buffer.from('half')
        throw new Error('the source broke')
      },
    }
    await expect(stores.disk.put(key, broken)).rejects.toMatchObject({ name: 'StorageError', kind: 'unavailable' })
    expect(await read(stores.disk, key)).toBe('whole')
    expect(await readdir(join(path, '..'))).toEqual(['fil_0d3k9x2m4q7rt'])
  })
})

describe('the store in S3', () => {
  const storage = (wrong: Partial<Parameters<typeof createS3Storage>[0]>) =>
    createS3Storage({ ...keys, endpoint: s3.endpoint, addressing: 'path', now, patience, ...wrong })

  it('puts the type beside the bytes', async () => {
    await stores.s3.put(key, content('a,b'))
    expect(s3.objects.get(key)).toEqual({ type: 'text/csv', bytes: Buffer.from('a,b') })
  })

  it.each([
    ['a wrong secret', { secretAccessKey: 'other' }, 'SignatureDoesNotMatch'],
    ['an unknown key', { accessKeyId: 'AKIDOTHER' }, 'InvalidAccessKeyId'],
    ['another region', { region: 'ap-beijing' }, 'AuthorizationHeaderMalformed'],
    ['a clock that is wrong', { now: () => new Date('2026-11-20T06:16:00.000Z') }, 'RequestTimeTooSkewed'],
    ['a bucket that is not there', { bucket: 'other' }, 'NoSuchBucket'],
  ])('tells %s from a file that is not there', async (_, wrong, code) => {
    const refusal = { name: 'StorageError', kind: 'refused', message: `storage refused: ${code}` }
    await expect(storage(wrong).put(key, content('x'))).rejects.toMatchObject(refusal)
    await expect(storage(wrong).get(key)).rejects.toMatchObject(refusal)
  })

  it('is refused bytes other than those it announced', async () => {
    const announced = { ...content('abc'), open: content('abd').open }
    await expect(stores.s3.put(key, announced)).rejects.toMatchObject({ message: 'storage refused: XAmzContentSHA256Mismatch' })
  })

  it.each([
    ['a busy service', { kind: 'refusal', status: 503, code: 'SlowDown' }],
    ['a fault of the service', { kind: 'refusal', status: 500, code: 'InternalError' }],
    ['a broken connection', { kind: 'dropped' }],
    ['silence', { kind: 'silent' }],
  ] as const)('tries again after %s, and says so after three times', async (_, fault) => {
    s3.failNext(fault, 2)
    await stores.s3.put(key, content('third time'))
    expect(await read(stores.s3, key)).toBe('third time')
    s3.failNext(fault, 3)
    await expect(stores.s3.get(key)).rejects.toMatchObject({ name: 'StorageError', kind: 'unavailable' })
  })

  it('does not repeat what was refused, and keeps keys and messages out of its error', async () => {
    const before = s3.calls()
    const error = await storage({ secretAccessKey: 'other' })
      .remove(key)
      .catch((thrown: Error) => thrown)
    expect(s3.calls()).toBe(before + 1)
    expect(String(error)).not.toContain(keys.accessKeyId)
  })

  it('can put the bucket into the host name', async () => {
    const virtual = storage({ addressing: 'virtual', endpoint: 'http://s3.invalid' })
    // Nothing answers there; that it was asked at all shows in the system's code.
    await expect(virtual.get(key)).rejects.toMatchObject({ message: expect.stringMatching(/storage unavailable: (ENOTFOUND|EAI_AGAIN)/) })
  })
})
