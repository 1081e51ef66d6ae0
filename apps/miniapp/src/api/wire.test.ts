import { ProblemError } from '@yijian/shared/http/problem'
import type { WireRequest } from '@yijian/shared/http/client'
import type { Login } from '@yijian/shared/people/shapes'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { NoAnswer } from '@/platform/send.types'
import type { Answer, Outgoing } from '@/platform/send.types'

const send = vi.hoisted(() => vi.fn<(request: Outgoing) => Promise<Answer>>())
vi.mock('@/platform/send', () => ({ send }))
vi.mock('@/platform/storage', () => ({ readStored: () => undefined, writeStored: () => undefined, removeStored: () => undefined }))
vi.stubGlobal('API_BASE', 'https://api.test')

const { wire } = await import('./wire')
const { currentLogin, forgetLogin, keepLogin } = await import('./login')

const me = { employee: { id: 'emp_0d3k9x2m4q7rt' } }
const loginWith = (accessToken: string) => ({ accessToken, refreshToken: `${accessToken}-refresh`, me }) as Login
const read: WireRequest = {
  method: 'GET',
  path: '/me',
  query: {},
  body: undefined,
  file: undefined,
  keyed: false,
  key: undefined,
  signedIn: true,
}
const write: WireRequest = { ...read, method: 'POST', path: '/sessions/ses_1/signups', body: { note: '好' }, keyed: true }
const ok = (body: unknown, status = 200): Answer => ({ status, body })
const texts = { zh: { title: '请先登录', detail: '', next: '' }, en: { title: 'Login required', detail: '', next: '' } }
const refusal = (status: number, code: string): Answer => ({
  status,
  body: { code, status, texts, type: '', title: '', detail: '', next: '', instance: '', data: {} },
})
const sent = (at: number) => send.mock.calls[at]?.[0]

beforeEach(() => {
  send.mockReset()
  forgetLogin()
})

describe('a request', () => {
  it('goes to the API with language, login, query and body', async () => {
    keepLogin(loginWith('one'))
    send.mockResolvedValue(ok({ items: [] }))
    expect(await wire({ ...write, query: { city: '深圳' } })).toEqual({ items: [] })
    expect(sent(0)).toMatchObject({
      method: 'POST',
      url: 'https://api.test/api/v1/sessions/ses_1/signups?city=%E6%B7%B1%E5%9C%B3',
      body: '{"note":"好"}',
    })
    expect(sent(0)?.headers).toMatchObject({ Authorization: 'Bearer one', 'Accept-Language': 'zh-CN', 'Content-Type': 'application/json' })
  })

  it('carries no login to a public route', async () => {
    keepLogin(loginWith('one'))
    send.mockResolvedValue(ok({}))
    await wire({ ...read, signedIn: false })
    expect(sent(0)?.headers).not.toHaveProperty('Authorization')
  })

  it('sends a file as it is', async () => {
    const bytes = new Uint8Array([1, 2, 3])
    send.mockResolvedValue(ok({}, 201))
    await wire({ ...write, body: undefined, file: { type: 'text/csv', bytes } })
    expect(sent(0)).toMatchObject({ body: bytes, headers: { 'Content-Type': 'text/csv' } })
  })
})

describe('an idempotency key', () => {
  it('is new for each action and absent from a read', async () => {
    send.mockResolvedValue(ok({}))
    await wire(write)
    await wire(write)
    await wire(read)
    const keys = send.mock.calls.map(([request]) => request.headers['Idempotency-Key'])
    expect(keys[0]).toMatch(/^[\w-]{16,}$/)
    expect(keys[1]).not.toBe(keys[0])
    expect(keys[2]).toBeUndefined()
  })

  it('stays the same when the caller repeats an action, and when the login is renewed on the way', async () => {
    keepLogin(loginWith('old'))
    send
      .mockResolvedValueOnce(refusal(401, 'login-required'))
      .mockResolvedValueOnce(ok(loginWith('new'), 201))
      .mockResolvedValueOnce(ok({}, 201))
    await wire({ ...write, key: 'mine' })
    expect(sent(0)?.headers['Idempotency-Key']).toBe('mine')
    expect(sent(2)?.headers).toMatchObject({ 'Idempotency-Key': 'mine', Authorization: 'Bearer new' })
  })
})

describe('a login that has ended', () => {
  it('is renewed once for all requests that wait, since a refresh token used twice ends it', async () => {
    keepLogin(loginWith('old'))
    send.mockImplementation(async ({ url, headers }) => {
      if (url.endsWith('/logins/refresh')) return ok(loginWith('new'), 201)
      return headers.Authorization === 'Bearer new' ? ok({ fine: true }) : refusal(401, 'login-required')
    })
    const replies = await Promise.all([wire(read), wire(read), wire(read)])
    expect(replies).toEqual([{ fine: true }, { fine: true }, { fine: true }])
    expect(send.mock.calls.filter(([request]) => request.url.endsWith('/logins/refresh'))).toHaveLength(1)
    expect(currentLogin()?.accessToken).toBe('new')
  })

  it('is forgotten when the server refuses to renew it, and the refusal reaches the page', async () => {
    keepLogin(loginWith('old'))
    send.mockResolvedValueOnce(refusal(401, 'login-required')).mockResolvedValueOnce(refusal(401, 'refresh-token-reused'))
    await expect(wire(read)).rejects.toMatchObject({ code: 'login-required' })
    expect(currentLogin()).toBeUndefined()
  })

  it('is kept when the connection fails while it is renewed', async () => {
    keepLogin(loginWith('old'))
    send.mockResolvedValueOnce(refusal(401, 'login-required')).mockRejectedValueOnce(new NoAnswer('offline'))
    await expect(wire(read)).rejects.toMatchObject({ code: 'offline' })
    expect(currentLogin()?.accessToken).toBe('old')
  })
})

describe('a failure', () => {
  it('is the problem the server names', async () => {
    send.mockResolvedValue(refusal(422, 'signup-closed'))
    await expect(wire(write)).rejects.toBeInstanceOf(ProblemError)
    await expect(wire(write)).rejects.toMatchObject({ code: 'signup-closed' })
  })

  it.each(['offline', 'timeout'] as const)('is called %s when no answer came', async (kind) => {
    send.mockRejectedValue(new NoAnswer(kind))
    await expect(wire(read)).rejects.toMatchObject({ code: kind })
  })

  it('is a service fault when something other than the API answers', async () => {
    send.mockResolvedValue({ status: 502, body: undefined })
    await expect(wire(read)).rejects.toMatchObject({ code: 'unreadable-reply' })
  })
})
