import { randomUUID } from 'node:crypto'
import type { App } from '@yijian/api/core/app'
import { inTransaction } from '@yijian/api/core/context'
import { printOpenApi } from '@yijian/api/core/http/openapi'
import { startLogin } from '@yijian/api/people/start-login'
import { projectHost } from '@yijian/api/project/tables'
import { createServer, listen } from '@yijian/api/server'
import { contract } from '@yijian/shared/contract'
import type { RouteSpec } from '@yijian/shared/http/route'
import { roles } from '@yijian/shared/people/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, systemCtx, testApp } from '../support/database.ts'
import { type Schema, oddities, placesOf, sampleOf, spoilt } from '../support/odd-input.ts'
import { grantRoleTo, makeBranch, makeEmployee } from '../support/people.ts'
import { openSessionOf, publishedProject } from '../support/projects.ts'

/** So many that none of them comes to the end of a budget. */
const CALLERS = 40
/** Each place gets every so manieth value, another share than the place before. */
const SHARE = 5

interface Operation {
  parameters: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}
const document = printOpenApi(contract) as unknown as {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}
const resolve = (ref: string) => document.components.schemas[ref.split('/').at(-1) ?? ''] ?? {}

// Left out: what ends the callers' own logins.
const routes = Object.entries(contract as Record<string, RouteSpec>).filter(([name]) => !name.startsWith('logOut'))
/** What any route may answer. */
const everywhere = new Set([
  'invalid-request',
  'malformed-body',
  'body-too-large',
  'unsupported-media-type',
  'not-found',
  'login-required',
  'idempotency-key-required',
])

let app: App
let base: string
let close: () => Promise<void>
const tokens: string[] = []
const known: Record<string, string> = {}
let calls = 0

beforeAll(async () => {
  app = await testApp()
  const listening = await listen(app, createServer(app))
  base = `${listening.address}/api/v1`
  close = listening.close
  const ctx = await systemCtx(app)
  const [branch, host] = [await makeBranch(app), await makeEmployee(app)]
  const project = await publishedProject(ctx, { hostId: host.id, branchId: branch.id })
  const session = await openSessionOf(ctx, project)
  Object.assign(known, { branchId: branch.id, employeeId: host.id, projectId: project.id, sessionId: session.id })
  for (let index = 0; index < CALLERS; index++) {
    const { id } = await makeEmployee(app)
    for (const role of roles) await grantRoleTo(app, { id }, role === 'branch-lead' ? { leads: branch } : role)
    const hosting = { id: app.newId('projectHost'), projectId: project.id, employeeId: id, part: 'co-host', active: 1 } as const
    await ctx.db.insert(projectHost).values({ ...hosting, startsOn: '2026-01-01' })
    tokens.push((await inTransaction(ctx, (ctx) => startLogin(ctx, id, 'demo'))).accessToken)
  }
})
afterAll(async () => {
  await close()
  await closeApps()
})

interface Sent {
  query?: Record<string, string>
  body?: unknown
  params?: Record<string, unknown>
}

/** A value in an address; in place of none, bytes that are no UTF-8. */
const segment = (value: unknown) => encodeURIComponent(Buffer.from(String(value)).toString()) || '%ff'

/** What is wrong with the answer, if anything: a fault of the server, no problem, or one that the route does not declare. */
async function faultOf(spec: RouteSpec, sent: Sent): Promise<string | null> {
  const path = spec.path.replace(/\{(\w+)\}/g, (_, name: string) => segment(sent.params?.[name]))
  const reply = await fetch(`${base}${path}?${new URLSearchParams(sent.query)}`, {
    method: spec.method,
    headers: {
      'content-type': spec.file?.types[0] ?? 'application/json',
      'idempotency-key': randomUUID(),
      authorization: `Bearer ${tokens[calls++ % CALLERS]}`,
    },
    ...(spec.method !== 'GET' && { body: JSON.stringify(sent.body) ?? '' }),
  })
  const text = await reply.text()
  if (reply.ok || reply.status === 304) return null
  const code = reply.headers.get('content-type')?.startsWith('application/problem+json')
    ? (JSON.parse(text) as { code: string }).code
    : text
  return everywhere.has(code) || spec.problems.includes(code as never)
    ? null
    : `${reply.status} ${code} to ${JSON.stringify(sent).slice(0, 300)}`
}

describe('whatever is sent, a route answers with what it declares', () => {
  it.each(routes)('%s', async (_, spec) => {
    const { parameters, requestBody } = document.paths[`/api/v1${spec.path}`]![spec.method.toLowerCase()]!
    const inPath = parameters.filter((parameter) => parameter.in === 'path')
    const params = Object.fromEntries(inPath.map(({ name, schema }) => [name, known[name] ?? sampleOf(schema, resolve)]))
    const shape = requestBody?.content['application/json']?.schema
    const body = shape === undefined ? undefined : sampleOf(shape, resolve)
    const places = (shape === undefined ? [] : placesOf(body)).map((place) => (value: unknown) => ({
      params,
      body: spoilt(body, place, value),
    }))
    const queries = parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name }) => (value: unknown) => ({ params, query: { [name]: String(value) } }))
    const paths = inPath.map(({ name }) => (value: unknown) => ({ body, params: { ...params, [name]: value } }))
    const faults: (string | null)[] = []
    for (const [index, sendWith] of [...places, ...queries, ...paths].entries()) {
      const share = oddities.filter((_value, n) => (n + index) % SHARE === 0)
      faults.push(...(await Promise.all(share.map((value) => faultOf(spec, sendWith(value))))))
    }
    faults.push(await faultOf(spec, { params, body }))
    expect(faults.filter((fault) => fault !== null)).toEqual([])
  })
})
