import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMovableClock, type MovableClock } from './movable-clock.ts'
import { startWeChatStandIn, type WeChatStandIn } from './wechat.ts'

const asked = { grant_type: 'client_credential', appid: 'wx1', secret: 'right' }

describe('the stand-in for WeChat', () => {
  let clock: MovableClock
  let standIn: WeChatStandIn

  const askToken = async (body: unknown) => {
    const init = { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }
    const response = await fetch(`${standIn.baseUrl}/cgi-bin/stable_token`, init)
    return (await response.json()) as Record<string, unknown>
  }

  beforeEach(async () => {
    clock = createMovableClock()
    standIn = await startWeChatStandIn({ appId: 'wx1', secret: 'right', now: clock.now })
  })

  afterEach(() => standIn.close())

  it.each([
    ['a form', 'appid=wx1', 47001],
    ['another grant', { ...asked, grant_type: 'password' }, 40002],
    ['no app id', { ...asked, appid: undefined }, 41002],
    ['no secret', { ...asked, secret: undefined }, 41004],
    ['a wrong app id', { ...asked, appid: 'wx2' }, 40013],
    ['a wrong secret', { ...asked, secret: 'wrong' }, 40125],
  ])('refuses to give a token for %s', async (_, body, errcode) => {
    expect(await askToken(body)).toMatchObject({ errcode })
  })

  it('gives a token by POST alone', async () => {
    const response = await fetch(`${standIn.baseUrl}/cgi-bin/stable_token`)
    expect(await response.json()).toMatchObject({ errcode: 43002 })
  })

  it('answers a success without errcode', async () => {
    expect(await askToken(asked)).toEqual({ access_token: expect.any(String), expires_in: 7_200 })
  })

  it('gives the same token until its last five minutes, then the next', async () => {
    const first = await askToken(asked)
    clock.advance(114)
    expect(await askToken(asked)).toEqual({ ...first, expires_in: 360 })
    clock.advance(1)
    expect((await askToken(asked)).access_token).not.toBe(first.access_token)
  })

  it('renews by force at most every thirty seconds and twenty times a day', async () => {
    const forced = { ...asked, force_refresh: true }
    const first = await askToken(forced)
    expect((await askToken(forced)).access_token).toBe(first.access_token)
    const seen = new Set([first.access_token])
    for (let n = 0; n < 30; n += 1) {
      clock.advance(0.5)
      seen.add((await askToken(forced)).access_token)
    }
    expect(seen.size).toBe(20)
  })

  it('refuses a call without a token and with an unknown one', async () => {
    const draw = async (query: string) => {
      const response = await fetch(`${standIn.baseUrl}/wxa/getwxacodeunlimit${query}`, { method: 'POST', body: '{"scene":"s"}' })
      return (await response.json()) as Record<string, unknown>
    }
    expect(await draw('')).toMatchObject({ errcode: 41001 })
    expect(await draw('?access_token=x')).toMatchObject({ errcode: 40001 })
  })
})
