import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
// aws4fetch: signs requests as AWS documents it, in one small file without dependencies.
import { AwsV4Signer } from 'aws4fetch'
import { type Content, type Storage, StorageError, checkedKey } from '../../core/storage.ts'

export interface S3Options {
  endpoint: string
  region: string
  bucket: string
  /** `path` for MinIO and its like, `virtual` for services that put the bucket into the host name. */
  addressing: 'path' | 'virtual'
  accessKeyId: string
  secretAccessKey: string
  now: () => Date
  /** How long one attempt may take, and how long the first wait between two is. */
  patience?: { attemptMs: number; backOffMs: number }
}

type Send = { method: 'GET' | 'PUT' | 'DELETE'; key: string; content?: Content }

const MAX_ATTEMPTS = 3
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** A bucket of any service that speaks S3: MinIO, Tencent COS, Aliyun OSS, AWS. */
export function createS3Storage(options: S3Options): Storage {
  const { attemptMs, backOffMs } = options.patience ?? { attemptMs: 60_000, backOffMs: 200 }
  const base = baseOf(options)

  async function attempt({ method, key, content }: Send): Promise<Response> {
    const { url, headers } = await new AwsV4Signer({
      method,
      url: `${base}/${checkedKey(key)}`,
      // The hash of the bytes is part of the signature: the service refuses others.
      headers: { 'x-amz-content-sha256': content?.sha256 ?? EMPTY_SHA256, ...(content && { 'content-type': content.type }) },
      accessKeyId: options.accessKeyId,
      secretAccessKey: options.secretAccessKey,
      service: 's3',
      region: options.region,
      datetime: options
        .now()
        .toISOString()
        .replace(/[:-]|\.\d{3}/g, ''),
    }).sign()
    if (content !== undefined) headers.set('content-length', String(content.sizeBytes))
    const body = content === undefined ? {} : { body: streamOf(content), duplex: 'half' as const }
    return fetch(url, { method, headers, redirect: 'error', signal: AbortSignal.timeout(attemptMs), ...body })
  }

  async function send(request: Send): Promise<Response> {
    for (let attempts = 1; ; attempts++) {
      const answer = await attempt(request).catch((error: unknown) => {
        if (error instanceof StorageError) throw error
        return networkReason(error)
      })
      if (typeof answer !== 'string' && answer.status < 500 && answer.status !== 429) return answer
      if (attempts === MAX_ATTEMPTS) throw new StorageError('unavailable', typeof answer === 'string' ? answer : await codeOf(answer))
      if (typeof answer !== 'string') await answer.body?.cancel()
      await pause(backOffMs * 2 ** (attempts - 1) * (0.5 + Math.random() / 2))
    }
  }

  return {
    async put(key, content) {
      const answer = await send({ method: 'PUT', key, content })
      if (!answer.ok) throw new StorageError('refused', await codeOf(answer))
      await answer.body?.cancel()
    },
    async get(key) {
      const answer = await send({ method: 'GET', key })
      if (answer.ok)
        return answer.body === null ? Readable.from([]) : Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0])
      const code = await codeOf(answer)
      // A missing bucket is 404 as well, and no missing file.
      if (code === 'NoSuchKey') return null
      throw new StorageError('refused', code)
    },
    async remove(key) {
      const answer = await send({ method: 'DELETE', key })
      if (!answer.ok && answer.status !== 404) throw new StorageError('refused', await codeOf(answer))
      await answer.body?.cancel()
    },
  }
}

/** Node's web streams and the browser's are one thing with two sets of types; so with the body of an answer. */
function streamOf(content: Content): ReadableStream<Uint8Array<ArrayBuffer>> {
  return Readable.toWeb(Readable.from(content.open())) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>
}

function baseOf({ endpoint, bucket, addressing }: S3Options): string {
  if (addressing === 'path') return `${endpoint}/${bucket}`
  const url = new URL(endpoint)
  return `${url.protocol}//${bucket}.${url.host}`
}

/** The short code of a documented refusal; its message may quote keys and addresses and is dropped. */
async function codeOf(answer: Response): Promise<string> {
  const code = /<Code>(\w{1,64})<\/Code>/.exec(await answer.text().catch(() => ''))?.[1]
  return code ?? `http-${answer.status}`
}

function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return 'network'
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'network'
}
