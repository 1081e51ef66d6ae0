import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { createErrcodeApi, type ErrcodeApi, type Patience } from './errcode-api.ts'
import { type StandInServer, startStandInServer } from './stand-ins/stand-in-server.ts'

const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)
const shape = z.object({ name: z.string() })
const repeatable = { path: '/read', query: { access_token: 'top-secret' }, isRepeatable: true }
/** Long enough for a busy machine; the tests of lateness bring less. */
const PATIENT: Patience = { attemptMs: 3_000, deadlineMs: 8_000, backOffMs: 1 }
const HURRIED: Patience = { attemptMs: 400, deadlineMs: 8_000, backOffMs: 1 }
const once = { path: '/spend', query: { js_code: 'top-secret' }, isRepeatable: false }

describe('a platform that answers with errcodes', () => {
  let server: StandInServer
  let api: ErrcodeApi

  const connect = (patience = PATIENT, fetchFake?: typeof fetch) =>
    createErrcodeApi({
      platform: 'wechat',
      baseUrl: `${server.baseUrl}/`,
      errcodes: { busy: [-1], 'rate-limited': [45009] },
      patience,
      fetch: fetchFake,
    })

  beforeEach(async () => {
    server = await startStandInServer({
      routes: {
        '/read': { answer: () => ({ errcode: 0, name: 'read', session_key: 'unwanted' }) },
        '/spend': { emptyFields: { name: '' }, answer: () => ({ name: 'spent' }) },
        '/draw': { answer: () => JPEG },
        '/odd': { answer: () => ({ title: 'no name' }) },
      },
    })
    api = connect()
  })

  afterEach(() => server.close())

  it('hands out the named fields and drops all others', async () => {
    expect(await api.readJson(repeatable, shape)).toEqual({ name: 'read' })
  })

  it('takes a body without errcode for a success', async () => {
    expect(await api.readJson(once, shape)).toEqual({ name: 'spent' })
  })

  it('takes the number for a failure though the fields of a success are there', async () => {
    server.failNext('/spend', { kind: 'errcode', errcode: 45009 })
    await expect(api.readJson(once, shape)).rejects.toMatchObject({ kind: 'rate-limited', errcode: 45009 })
  })

  it('calls a number it does not know unexpected', async () => {
    server.failNext('/read', { kind: 'errcode', errcode: 99999 })
    await expect(api.readJson(repeatable, shape)).rejects.toMatchObject({ kind: 'unexpected', errcode: 99999 })
    expect(server.callsTo('/read')).toBe(1)
  })

  it('repeats a busy call, single-use codes included, because nothing was done', async () => {
    server.failNext('/spend', { kind: 'errcode', errcode: -1 }, 2)
    expect(await api.readJson(once, shape)).toEqual({ name: 'spent' })
    expect(server.callsTo('/spend')).toBe(3)
  })

  it('gives up a busy call after three attempts', async () => {
    server.failNext('/read', { kind: 'errcode', errcode: -1 }, 5)
    await expect(api.readJson(repeatable, shape)).rejects.toMatchObject({ kind: 'busy' })
    expect(server.callsTo('/read')).toBe(3)
  })

  it('does not repeat a call that was limited', async () => {
    server.failNext('/read', { kind: 'errcode', errcode: 45009 })
    await expect(api.readJson(repeatable, shape)).rejects.toMatchObject({ kind: 'rate-limited' })
    expect(server.callsTo('/read')).toBe(1)
  })

  it.each([
    [{ kind: 'dropped' } as const],
    [{ kind: 'http', status: 502 } as const],
    [{ kind: 'malformed' } as const],
    [{ kind: 'slow', delayMs: 10_000 } as const],
  ])('repeats a repeatable call after %o', async (fault) => {
    server.failNext('/read', fault)
    expect(await connect(HURRIED).readJson(repeatable, shape)).toEqual({ name: 'read' })
    expect(server.callsTo('/read')).toBe(2)
  })

  it.each([
    [{ kind: 'dropped' } as const, expect.stringMatching(/UND_ERR_SOCKET|ECONNRESET/)],
    [{ kind: 'http', status: 502 } as const, 'http-502'],
    [{ kind: 'malformed' } as const, 'malformed'],
    [{ kind: 'slow', delayMs: 10_000 } as const, 'timeout'],
  ])('does not spend a single-use code twice after %o', async (fault, reason) => {
    server.failNext('/spend', fault)
    await expect(connect(HURRIED).readJson(once, shape)).rejects.toMatchObject({ kind: 'unavailable', reason })
    expect(server.callsTo('/spend')).toBe(1)
  })

  it('repeats even a single-use call that never left', async () => {
    let tries = 0
    const refusedThenFine: typeof fetch = async (input, init) => {
      tries += 1
      if (tries > 1) return fetch(input, init)
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) })
    }
    expect(await connect(PATIENT, refusedThenFine).readJson(once, shape)).toEqual({ name: 'spent' })
    expect(tries).toBe(2)
  })

  it('is unavailable when nobody listens', async () => {
    await server.close()
    await expect(api.readJson(repeatable, shape)).rejects.toMatchObject({ kind: 'unavailable', reason: 'ECONNREFUSED' })
  })

  it('gives up after three attempts without an answer', async () => {
    server.failNext('/read', { kind: 'slow', delayMs: 10_000 }, 9)
    await expect(connect({ ...HURRIED, attemptMs: 50 }).readJson(repeatable, shape)).rejects.toMatchObject({
      kind: 'unavailable',
      reason: 'timeout',
    })
    expect(server.callsTo('/read')).toBe(3)
  })

  it('keeps the deadline though the attempt has time left', async () => {
    server.failNext('/read', { kind: 'slow', delayMs: 10_000 })
    const startedAt = performance.now()
    const call = connect({ ...PATIENT, deadlineMs: 200 }).readJson(repeatable, shape)
    await expect(call).rejects.toMatchObject({ kind: 'unavailable', reason: 'timeout' })
    expect(performance.now() - startedAt).toBeLessThan(2_500)
  })

  it('does not begin another attempt after the deadline', async () => {
    server.failNext('/read', { kind: 'errcode', errcode: -1 }, 9)
    const call = connect({ ...PATIENT, deadlineMs: 1_000, backOffMs: 60_000 }).readJson(repeatable, shape)
    await expect(call).rejects.toMatchObject({ kind: 'busy' })
    expect(server.callsTo('/read')).toBe(1)
  })

  it('calls an unknown path a fault of our configuration', async () => {
    const call = api.readJson({ ...repeatable, path: '/no-such-path' }, shape)
    await expect(call).rejects.toMatchObject({ kind: 'not-configured', reason: 'http-404' })
  })

  it('calls an answer without the promised fields malformed', async () => {
    const call = api.readJson({ ...repeatable, path: '/odd' }, shape)
    await expect(call).rejects.toMatchObject({ kind: 'unavailable', reason: 'malformed' })
  })

  it('does not follow a redirect, which would carry the secret elsewhere', async () => {
    const elsewhere = await startStandInServer({ routes: { '/spend': { answer: () => ({ name: 'stolen' }) } } })
    server.failNext('/spend', { kind: 'moved', to: elsewhere.baseUrl })
    await expect(api.readJson(once, shape)).rejects.toMatchObject({ kind: 'unavailable' })
    expect(elsewhere.callsTo('/spend')).toBe(0)
    await elsewhere.close()
  })

  it('hands out an image with its type', async () => {
    expect(await api.readImage({ ...repeatable, path: '/draw' })).toEqual({ type: 'image/jpeg', bytes: JPEG })
  })

  it('knows a refusal in place of an image', async () => {
    server.failNext('/draw', { kind: 'errcode', errcode: 45009 })
    await expect(api.readImage({ ...repeatable, path: '/draw' })).rejects.toMatchObject({ kind: 'rate-limited' })
  })

  it('says nothing of secrets, codes, addresses or the words of the platform in its errors', async () => {
    server.failNext('/read', { kind: 'errcode', errcode: 45009 })
    const refused: unknown = await api.readJson(repeatable, shape).catch((error: unknown) => error)
    await server.close()
    const unreached: unknown = await api.readJson(repeatable, shape).catch((error: unknown) => error)
    for (const error of [refused, unreached] as Error[]) {
      const everything = [error.message, error.stack, JSON.stringify(error), String(error.cause)].join()
      expect(everything).not.toMatch(/top-secret|203\.0\.113|rid:|127\.0\.0\.1/)
    }
  })
})
