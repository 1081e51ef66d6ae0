import { fail, succeed } from './answers.ts'
import type { Options } from './answers.ts'

const methods = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])

interface RequestOptions extends Options {
  url: string
  method?: string
  header?: Record<string, string>
  data?: unknown
  timeout?: number
}

/** wx.request over fetch, at the lab's own server, which passes `/api` on whatever host the build names. */
export function request(options: RequestOptions) {
  const control = new AbortController()
  const method = (options.method ?? 'GET').toUpperCase()
  const task = {
    abort: () => control.abort(),
    onHeadersReceived() {},
    offHeadersReceived() {},
    onChunkReceived() {},
    offChunkReceived() {},
  }
  if (!methods.has(method)) {
    fail(options, 'request', `method ${method} is not supported`)
    return task
  }
  const { pathname, search } = new URL(options.url, location.origin)
  const headers = { 'content-type': 'application/json', ...lowerCase(options.header) }
  const timer = setTimeout(() => control.abort(), options.timeout ?? 60_000)
  fetch(pathname + search, { method, headers, body: bodyOf(method, options.data), signal: control.signal, credentials: 'omit' })
    .then(async (reply) => {
      const text = await reply.text()
      succeed(options, 'request', { statusCode: reply.status, header: Object.fromEntries(reply.headers), data: parsed(text), cookies: [] })
    })
    .catch(() => fail(options, 'request', control.signal.aborted ? 'timeout' : 'net::ERR_FAILED'))
    .finally(() => clearTimeout(timer))
  return task
}

function bodyOf(method: string, data: unknown): BodyInit | undefined {
  if (method === 'GET' || data === undefined || data === null) return undefined
  return typeof data === 'string' || data instanceof ArrayBuffer ? data : JSON.stringify(data)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function lowerCase(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
