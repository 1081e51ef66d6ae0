import { performance } from 'node:perf_hooks'
import { type Contract, type FileContent, type RouteSpec, isFileReply } from '@yijian/shared/http/route'
import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import * as z from 'zod/mini'
import type { App } from '../app.ts'
import { type Actor, createContext, databaseNow } from '../context.ts'
import { refuse } from '../problems.ts'
import { permit } from './access.ts'
import type { Handlers } from './handlers.ts'
import { hashRequest, once } from './idempotency.ts'
import { createLimits } from './limits.ts'
import { type Metrics } from './metrics.ts'
import { parseInput } from './parse.ts'
import { sendFile } from './send-file.ts'

const JSON_LIMIT_BYTES = 262_144

/** Who a bearer token belongs to, and the database clock of the same query; null for a token that does not count. */
export type Authenticate = (app: App, accessToken: string) => Promise<{ actor: Actor; now: Date } | null>

export interface RequestFacts {
  requestId: string
  actor: Actor
  now: Date
}

type AnyHandler = (ctx: ReturnType<typeof createContext>, input: never) => Promise<unknown>

/** What stands behind a contract. */
export interface Backing<C extends Contract> {
  handlers: Handlers<C>
  authenticate: Authenticate
  metrics: Metrics
}

interface Served {
  name: string
  spec: RouteSpec
  handler: AnyHandler
}

/** Mounts a contract: for each route its budget, login, access, shapes, idempotency and handler, in this order. */
export function mount<C extends Contract>(app: App, contract: C, backing: Backing<C>): Router {
  const router = Router({ caseSensitive: true })
  const limits = createLimits((request) => request.get('authorization')?.slice(0, 60) ?? null)
  for (const [name, spec] of Object.entries(contract)) {
    const handler = backing.handlers[name] as unknown as AnyHandler
    const steps: RequestHandler[] = [limits[spec.limit], bodyReader(spec), serve(app, { name, spec, handler }, backing)]
    const path = spec.path.replace(/\{(\w+)\}/g, ':$1')
    router[spec.method.toLowerCase() as 'get'](path, ...steps)
  }
  for (const [path, methods] of methodsByPath(contract)) {
    router.all(path, () => {
      throw refuse('method-not-allowed', { allowed: methods.join(', ') })
    })
  }
  return router
}

function methodsByPath(contract: Contract): Map<string, string[]> {
  const byPath = new Map<string, string[]>()
  for (const { path, method } of Object.values(contract)) {
    const key = path.replace(/\{(\w+)\}/g, ':$1')
    byPath.set(key, [...(byPath.get(key) ?? []), method])
  }
  return byPath
}

function bodyReader(spec: RouteSpec): RequestHandler {
  if (spec.file === undefined) return express.json({ limit: JSON_LIMIT_BYTES, strict: true })
  const { types, maxBytes } = spec.file
  const read = express.raw({ type: [...types], limit: maxBytes })
  return (request, response, next) => {
    if (request.is([...types]) === false) throw refuse('unsupported-media-type', { allowed: types.join(', ') })
    read(request, response, next)
  }
}

function serve(app: App, { name, spec, handler }: Served, { authenticate, metrics }: Omit<Backing<Contract>, 'handlers'>): RequestHandler {
  return async (request, response) => {
    const startedMs = performance.now()
    response.locals['route'] = name
    response.once('finish', () => metrics.observe(name, spec.method, response.statusCode, performance.now() - startedMs))
    const requestId = response.locals['requestId'] as string
    const { actor, now } = await identify(app, request, spec, authenticate)
    permit(spec.access, actor)
    const ctx = createContext(app, actor, requestId, now)
    const input = {
      ...parseInput(spec, { params: request.params, query: request.query, body: request.body }),
      file: fileOf(spec, request),
    } as never
    if (isFileReply(spec.reply)) return sendFile(response, (await handler(ctx, input)) as FileContent)
    if (spec.method === 'GET' || spec.idempotency === 'own') {
      return send(response, spec, spec.status, await handler(ctx, input))
    }
    const stored = await once(ctx, keyedRequest(request, name, actor), spec.status, (ctx) => handler(ctx, input))
    if (stored.replayed) response.set('Idempotent-Replayed', 'true')
    send(response, spec, stored.status, stored.reply)
  }
}

async function identify(app: App, request: Request, spec: RouteSpec, authenticate: Authenticate): Promise<{ actor: Actor; now: Date }> {
  if (spec.access === 'public') return { actor: { kind: 'anonymous' }, now: await databaseNow(app) }
  const token = /^Bearer ([\w.~+/-]{16,512})$/.exec(request.get('authorization') ?? '')?.[1]
  const known = token === undefined ? null : await authenticate(app, token)
  if (known === null) throw refuse('login-required', {})
  return known
}

function fileOf(spec: RouteSpec, request: Request): { type: string; bytes: Uint8Array } | undefined {
  if (spec.file === undefined) return undefined
  return {
    type: request.get('content-type')?.split(';')[0]?.trim() ?? '',
    bytes: Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
  }
}

function keyedRequest(request: Request, name: string, actor: Actor) {
  const key = request.get('idempotency-key')
  if (key === undefined || !/^[\w.:-]{8,80}$/.test(key)) throw refuse('idempotency-key-required', {})
  const who = actor.kind === 'employee' ? actor.employeeId : actor.kind
  const body = Buffer.isBuffer(request.body) ? request.body : JSON.stringify(request.body ?? null)
  return { scope: `${who}:${name}`, key, requestHash: hashRequest(request.originalUrl, body) }
}

/** Replies are held to their shapes, so that page, reference and API cannot drift apart. */
function send(response: Response, spec: RouteSpec, status: number, reply: unknown): void {
  // Replies of bytes have left by `sendFile` before.
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .json(z.parse(spec.reply as z.core.$ZodType, reply))
}
