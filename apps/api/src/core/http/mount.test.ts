import type { AddressInfo } from 'node:net'
import { route } from '@yijian/shared/http/route'
import { page, pageQuery } from '@yijian/shared/http/page'
import { text, whole } from '@yijian/shared/kernel/zod'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { closeApps, testApp } from '../../../../../test/support/database.ts'
import type { App, HeldRole } from '../app.ts'
import { record } from '../audit/record.ts'
import { inTransaction } from '../context.ts'
import { refuse } from '../problems.ts'
import { answerProblems, refuseUnknownPath, traceRequests } from './boundary.ts'
import { createMetrics } from './metrics.ts'
import { type Authenticate, mount } from './mount.ts'

const noteBody = z.object({ title: text(10), places: whole(1, 50) })
const contract = {
  listNotes: route({
    method: 'GET',
    path: '/notes',
    summary: 'List',
    access: 'employee',
    limit: 'read',
    query: z.object(pageQuery),
    status: 200,
    reply: page(z.object({ id: z.string() })),
    problems: [],
  }),
  addNote: route({
    method: 'POST',
    path: '/notes',
    summary: 'Add',
    access: ['hr'],
    limit: 'write',
    body: noteBody,
    status: 201,
    reply: z.object({ times: z.int() }),
    problems: ['not-found'],
  }),
  upload: route({
    method: 'POST',
    path: '/files',
    summary: 'Upload',
    access: 'public',
    limit: 'import',
    file: { types: ['text/csv'], maxBytes: 20 },
    status: 201,
    reply: z.object({ bytes: z.int() }),
    problems: [],
    idempotency: 'own',
  }),
}

let app: App
let base: string
let stop: () => void
let times = 0

const people: Record<string, HeldRole[]> = { 'hr-hr-hr-hr-hr-hr-hr': [{ role: 'hr', branchId: null }], 'plain-plain-plain-pl': [] }
const authenticate: Authenticate = async (_app, token) => {
  const roles = people[token]
  return roles === undefined
    ? null
    : { actor: { kind: 'employee', employeeId: `emp_${token.slice(0, 13)}`, loginId: 'lgn_0000000000001', roles }, now: new Date() }
}

beforeAll(async () => {
  app = await testApp()
  const handlers = {
    listNotes: async (_ctx: unknown, { query }: { query: { limit: number } }) => ({
      items: [{ id: String(query.limit), secret: 'x' }],
      nextCursor: null,
    }),
    addNote: (ctx: Parameters<typeof inTransaction>[0], { body }: { body: { title: string } }) =>
      inTransaction(ctx, async (ctx) => {
        times += 1
        await record(ctx, { action: 'test.added', subject: 'note' })
        if (body.title === 'gone') throw refuse('not-found', { what: 'note' })
        if (body.title === 'kept') throw refuse('not-found', { what: 'note' }, { keepsWrites: true })
        if (body.title === 'fault') throw new Error('boom')
        return { times }
      }),
    upload: async (_ctx: unknown, { file }: { file: { bytes: Uint8Array } }) => ({ bytes: file.bytes.length }),
  }
  const server = express()
  server.use(traceRequests(app), mount(app, contract, { handlers, authenticate, metrics: createMetrics({}) }), refuseUnknownPath)
  server.use(answerProblems(app))
  const listening = server.listen(0, '127.0.0.1')
  await new Promise((resolve) => listening.once('listening', resolve))
  base = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  stop = () => listening.close()
})
afterAll(async () => {
  stop()
  await closeApps()
})

let keys = 0
const newKey = () => `test-key-${process.pid}-${keys++}`
const add = (body: unknown, { token = 'hr-hr-hr-hr-hr-hr-hr', key = newKey() as string | null, language = 'zh' } = {}) =>
  fetch(`${base}/notes`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(key === null ? {} : { 'idempotency-key': key }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const note = { title: 'tree', places: 3 }

describe('mount', () => {
  it('fills defaults in and lets only declared fields out', async () => {
    const reply = await fetch(`${base}/notes`, { headers: { authorization: 'Bearer plain-plain-plain-pl' } })
    expect(await reply.json()).toEqual({ items: [{ id: '20' }], nextCursor: null })
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(reply.headers.get('x-request-id')).toMatch(/^req_/)
  })

  it('asks for a login, then for the role', async () => {
    const stranger = await add(note, { token: '' })
    expect([stranger.status, stranger.headers.get('www-authenticate'), ((await stranger.json()) as { code: string }).code]).toEqual([
      401,
      'Bearer',
      'login-required',
    ])
    const plain = await add(note, { token: 'plain-plain-plain-pl' })
    expect([plain.status, ((await plain.json()) as { code: string }).code]).toEqual([403, 'role-required'])
  })

  it('names every fault of a body at once, in both languages', async () => {
    const reply = await add({ title: '', places: 0.5 })
    const problem = (await reply.json()) as { errors: { at: string; zh: string; en: string }[]; title: string }
    expect([reply.status, reply.headers.get('content-type')]).toEqual([422, 'application/problem+json; charset=utf-8'])
    expect(problem.title).toBe('填写有误')
    expect(problem.errors.map((error) => error.at)).toEqual(['body.title', 'body.places'])
    for (const error of problem.errors) expect([/\p{Script=Han}/u.test(error.zh), /\p{Script=Han}/u.test(error.en)]).toEqual([true, false])
  })

  it('answers in the language that is asked for', async () => {
    const reply = await add({ title: 'gone', places: 1 }, { language: 'en-GB,en;q=0.9' })
    expect(await reply.json()).toMatchObject({ title: 'Not found', texts: { zh: { title: '没有找到' } } })
  })

  it('refuses broken JSON, wrong media types, large bodies and wrong methods each by its own problem', async () => {
    const codeOf = async (reply: Response) => [reply.status, ((await reply.json()) as { code: string }).code]
    expect(await codeOf(await add('{"title":'))).toEqual([400, 'malformed-body'])
    expect(await codeOf(await add({ title: 'x'.repeat(300_000), places: 1 }))).toEqual([413, 'body-too-large'])
    expect(await codeOf(await fetch(`${base}/files`, { method: 'POST', headers: { 'content-type': 'image/png' }, body: 'x' }))).toEqual([
      415,
      'unsupported-media-type',
    ])
    expect(
      await codeOf(await fetch(`${base}/files`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'x'.repeat(21) })),
    ).toEqual([413, 'body-too-large'])
    expect(await codeOf(await fetch(`${base}/notes`, { method: 'PATCH' }))).toEqual([405, 'method-not-allowed'])
    expect(await codeOf(await fetch(`${base}/nothing`))).toEqual([404, 'not-found'])
  })

  it('hides the inside of a fault and gives its number', async () => {
    const reply = await add({ title: 'fault', places: 1 })
    const text = await reply.text()
    expect([reply.status, text.includes('boom')]).toEqual([500, false])
    expect(JSON.parse(text)).toMatchObject({ code: 'internal-error', data: { requestId: reply.headers.get('x-request-id') } })
  })
})

describe('a write with an idempotency key', () => {
  it('needs the key', async () => {
    expect(await (await add(note, { key: null })).json()).toMatchObject({ code: 'idempotency-key-required' })
    expect(await (await add(note, { key: 'short' })).json()).toMatchObject({ code: 'idempotency-key-required' })
  })

  it('is done once and answered the same each time', async () => {
    const key = newKey()
    const first = await add(note, { key })
    const again = await add(note, { key })
    expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true'])
    expect(await again.json()).toEqual(await first.json())
  })

  it('is done once when ten requests with one key arrive together', async () => {
    const key = newKey()
    const before = times
    const replies = await Promise.all(Array.from({ length: 10 }, () => add(note, { key })))
    expect(replies.map((reply) => reply.status)).toEqual(Array.from({ length: 10 }, () => 201))
    const bodies = await Promise.all(replies.map((reply) => reply.json()))
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    expect(times).toBe(before + 1)
  })

  it('refuses a key that came with another body', async () => {
    const key = newKey()
    await add(note, { key })
    expect(await (await add({ ...note, places: 4 }, { key })).json()).toMatchObject({ code: 'idempotency-key-reused', data: { key } })
  })

  it('leaves no trace of a refusal, so that the same action may be tried again', async () => {
    const key = newKey()
    const before = times
    await add({ title: 'gone', places: 1 }, { key })
    await add({ title: 'gone', places: 1 }, { key })
    expect(times).toBe(before + 2)
  })

  it('keeps a refusal that is itself a record, and answers repeats with it', async () => {
    const key = newKey()
    const before = times
    const first = await add({ title: 'kept', places: 1 }, { key })
    const again = await add({ title: 'kept', places: 1 }, { key })
    expect([first.status, again.status, times]).toEqual([404, 404, before + 1])
  })

  it('keeps the keys of two people apart', async () => {
    people['hr2-hr2-hr2-hr2-hr2-h'] = [{ role: 'hr', branchId: null }]
    const key = newKey()
    const before = times
    await add(note, { key })
    await add(note, { key, token: 'hr2-hr2-hr2-hr2-hr2-h' })
    expect(times).toBe(before + 2)
  })
})

describe('a budget', () => {
  it('refuses with the seconds to wait, apart for each person', async () => {
    const upload = () => fetch(`${base}/files`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'a,b' })
    const replies = await Promise.all(Array.from({ length: 16 }, upload))
    const refused = replies.filter((reply) => reply.status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused[0]?.json()).toMatchObject({ code: 'too-many-requests' })
  })
})
