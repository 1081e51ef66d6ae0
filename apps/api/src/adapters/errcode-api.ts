import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod/mini'
import { type ErrcodeTable, kindOf, type Platform, PlatformError, type PlatformErrorKind } from './platform-error.ts'

/** How long a person waits at most, and how the waiting is used. */
export interface Patience {
  attemptMs: number
  deadlineMs: number
  /** Doubles with each attempt. */
  backOffMs: number
}

/** What the clients of both platforms may be given; the defaults suit production. */
export interface ErrcodeTransport {
  fetch?: typeof fetch
  patience?: Patience
}

export interface ErrcodeRequest {
  path: string
  query: Record<string, string>
  /** Sent as JSON by POST; without it the call is a GET. */
  body?: Record<string, unknown>
  /** False for a single-use code: after a lost reply nobody knows whether it was spent. */
  isRepeatable: boolean
}

interface ErrcodeReply {
  bytes: Uint8Array
  /** Undefined when the body is no JSON object, as with an image. */
  json: unknown
}

export interface ErrcodeApi {
  /** A call answered in JSON; `shape` names the fields we use, all others are dropped here. */
  readJson<S extends z.core.$ZodType>(request: ErrcodeRequest, shape: S): Promise<z.output<S>>
  /** A call answered with an image. */
  readImage(request: ErrcodeRequest): Promise<PlatformImage>
}

export interface PlatformImage {
  type: 'image/jpeg' | 'image/png'
  bytes: Uint8Array
}

interface ErrcodeApiOptions extends ErrcodeTransport {
  platform: Platform
  baseUrl: string
  errcodes: ErrcodeTable
}

const MAX_ATTEMPTS = 3
const DEFAULT_PATIENCE: Patience = { attemptMs: 3_000, deadlineMs: 8_000, backOffMs: 200 }
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])
const OPENING_BRACE = 0x7b

const envelope = z.looseObject({ errcode: z.optional(z.number()) })

/**
 * Calls a platform that reports failure as HTTP 200 with a non-zero `errcode`. Repeats a call only where that is
 * safe: the platform said "busy", the request never left, or the call may be made twice.
 */
export function createErrcodeApi(options: ErrcodeApiOptions): ErrcodeApi {
  const { platform, errcodes, patience = DEFAULT_PATIENCE, fetch = globalThis.fetch } = options
  const baseUrl = options.baseUrl.replace(/\/+$/, '')

  function failure(request: ErrcodeRequest, kind: PlatformErrorKind, cause: { errcode?: number; reason?: string }): PlatformError {
    return new PlatformError({ platform, operation: request.path, kind, ...cause })
  }

  async function attempt(request: ErrcodeRequest, deadline: AbortSignal): Promise<ErrcodeReply> {
    const { status, bytes } = await exchange(request, deadline)
    if (status === 404) throw failure(request, 'not-configured', { reason: 'http-404' })
    if (status !== 200) throw failure(request, 'unavailable', { reason: `http-${status}` })
    if (bytes[0] !== OPENING_BRACE) return { bytes, json: undefined }
    const json = parseJson(bytes)
    const { data } = z.safeParse(envelope, json)
    if (!data) throw failure(request, 'unavailable', { reason: 'malformed' })
    // Failure bodies carry the fields of a success, empty: only the number tells.
    if (data.errcode) throw failure(request, kindOf(errcodes, data.errcode), { errcode: data.errcode })
    return { bytes, json }
  }

  async function exchange(request: ErrcodeRequest, deadline: AbortSignal): Promise<{ status: number; bytes: Uint8Array }> {
    const { path, query, body } = request
    try {
      const response = await fetch(`${baseUrl}${path}?${new URLSearchParams(query).toString()}`, {
        ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
        // The address holds secrets: it must not follow a redirect to another host.
        redirect: 'error',
        signal: AbortSignal.any([deadline, AbortSignal.timeout(patience.attemptMs)]),
      })
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
    } catch (error) {
      throw failure(request, 'unavailable', { reason: networkReason(error) })
    }
  }

  async function call(request: ErrcodeRequest): Promise<ErrcodeReply> {
    const deadline = AbortSignal.timeout(patience.deadlineMs)
    for (let attempts = 1; ; attempts++) {
      try {
        return await attempt(request, deadline)
      } catch (error) {
        if (attempts === MAX_ATTEMPTS || !isWorthRepeating(error, request)) throw error
        const waitMs = patience.backOffMs * 2 ** (attempts - 1) * (0.5 + Math.random() / 2)
        const isInTime = await pause(waitMs, true, { signal: deadline }).catch(() => false)
        if (!isInTime) throw error
      }
    }
  }

  return {
    async readJson(request, shape) {
      const parsed = z.safeParse(shape, (await call(request)).json)
      if (!parsed.success) throw failure(request, 'unavailable', { reason: 'malformed' })
      return parsed.data
    },
    async readImage(request) {
      const { bytes } = await call(request)
      const type = imageType(bytes)
      if (!type) throw failure(request, 'unavailable', { reason: 'malformed' })
      return { type, bytes }
    },
  }
}

function isWorthRepeating(error: unknown, request: ErrcodeRequest): boolean {
  if (!(error instanceof PlatformError)) return false
  if (error.kind === 'busy') return true
  return error.kind === 'unavailable' && (request.isRepeatable || NEVER_SENT.has(error.reason ?? ''))
}

/** The system's short code of a network failure; the error itself may quote the address and is dropped. */
function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return 'network'
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'network'
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function imageType(bytes: Uint8Array): PlatformImage['type'] | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg'
  return bytes[0] === 0x89 && bytes[1] === 0x50 ? 'image/png' : undefined
}
