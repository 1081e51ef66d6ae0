import { createHash, createHmac } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { millisecondsBetween } from '@yijian/shared/kernel/time'

export interface S3StandInOptions {
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  now: () => Date
}

/** What can be made to go wrong: a documented refusal, a connection that breaks, or an answer that never comes. */
export type S3Fault = { kind: 'refusal'; status: number; code: string } | { kind: 'dropped' } | { kind: 'silent' }

export interface S3StandIn {
  endpoint: string
  objects: Map<string, { type: string; bytes: Buffer }>
  calls: () => number
  failNext: (fault: S3Fault, times?: number) => void
  close: () => Promise<void>
}

type Answer = { status: number; code?: string; type?: string; bytes?: Buffer }

const MAX_SKEW_MS = 15 * 60_000
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

/** A bucket on this machine. It computes each signature anew from what arrived, after AWS's own description of version 4. */
export async function startS3StandIn(options: S3StandInOptions): Promise<S3StandIn> {
  const objects: S3StandIn['objects'] = new Map()
  const faults: S3Fault[] = []
  let calls = 0

  function answer(request: IncomingMessage, bytes: Buffer): Answer {
    const refusal = refusalOf(options, request, bytes)
    if (refusal !== null) return refusal
    const [, bucket, ...rest] = (request.url ?? '').split('?')[0]?.split('/') ?? []
    const key = rest.map(decodeURIComponent).join('/')
    if (bucket !== options.bucket) return { status: 404, code: 'NoSuchBucket' }
    if (request.method === 'PUT') {
      if (request.headers['content-length'] === undefined) return { status: 411, code: 'MissingContentLength' }
      objects.set(key, { type: request.headers['content-type'] ?? '', bytes })
      return { status: 200 }
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return { status: 204 }
    }
    const object = objects.get(key)
    return object === undefined ? { status: 404, code: 'NoSuchKey' } : { status: 200, ...object }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    calls += 1
    const fault = faults.shift()
    if (fault?.kind === 'dropped') return void request.socket.destroy()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (fault?.kind === 'silent') return
    const { status, code, type, bytes } = fault === undefined ? answer(request, Buffer.concat(chunks)) : (fault as Answer)
    if (code === undefined) return void response.writeHead(status, { 'content-type': type ?? 'application/xml' }).end(bytes)
    // The real message quotes keys and signatures: whoever logs it is found out here.
    const xml = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>for ${options.accessKeyId}</Message></Error>`
    response.writeHead(status, { 'content-type': 'application/xml' }).end(xml)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    calls: () => calls,
    failNext: (fault, times = 1) => void faults.push(...Array.from({ length: times }, () => fault)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function refusalOf(
  { accessKeyId, secretAccessKey, region, now }: S3StandInOptions,
  request: IncomingMessage,
  bytes: Buffer,
): Answer | null {
  const match = AUTHORIZATION.exec(request.headers.authorization ?? '')
  if (match === null) return { status: 400, code: 'AuthorizationHeaderMalformed' }
  const [, keyId = '', day = '', scopeRegion = '', signedHeaders = '', given = ''] = match
  if (keyId !== accessKeyId) return { status: 403, code: 'InvalidAccessKeyId' }
  if (scopeRegion !== region) return { status: 400, code: 'AuthorizationHeaderMalformed' }

  const headerOf = (name: string) =>
    String(request.headers[name] ?? '')
      .trim()
      .replace(/\s+/g, ' ')
  const stamp = headerOf('x-amz-date')
  const sent = stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z')
  if (!(Math.abs(millisecondsBetween(sent, now())) <= MAX_SKEW_MS)) return { status: 403, code: 'RequestTimeTooSkewed' }

  const names = signedHeaders.split(';')
  const mustSign = ['host', 'x-amz-content-sha256', 'x-amz-date']
  if (mustSign.some((name) => !names.includes(name))) return { status: 403, code: 'AccessDenied' }
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const headers = names.map((name) => `${name}:${headerOf(name)}\n`).join('')
  const canonical = [request.method, path, query, headers, signedHeaders, headerOf('x-amz-content-sha256')].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const key = [region, 's3', 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${secretAccessKey}`, day))
  const expected = hmac(key, ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical)].join('\n')).toString('hex')
  if (expected !== given) return { status: 403, code: 'SignatureDoesNotMatch' }
  return sha256(bytes) === headerOf('x-amz-content-sha256') ? null : { status: 400, code: 'XAmzContentSHA256Mismatch' }
}
