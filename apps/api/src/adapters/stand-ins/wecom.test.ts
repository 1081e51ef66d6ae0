import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMovableClock, type MovableClock } from './movable-clock.ts'
import { startWeComStandIn, type WeComStandIn } from './wecom.ts'

describe('the stand-in for WeCom', () => {
  let clock: MovableClock
  let standIn: WeComStandIn

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${standIn.baseUrl}${path}`, { headers })
    const text = await response.text()
    return { status: response.status, text, json: text ? (JSON.parse(text) as Record<string, unknown>) : undefined }
  }
  const getToken = async () => (await get('/gettoken?corpid=ww1&corpsecret=right')).json

  beforeEach(async () => {
    clock = createMovableClock()
    standIn = await startWeComStandIn({ corpId: 'ww1', secret: 'right', now: clock.now })
  })

  afterEach(() => standIn.close())

  it('answers an unknown path with 404 and no body', async () => {
    expect(await get('/no-such-call')).toMatchObject({ status: 404, text: '' })
  })

  it('refuses with HTTP 200, a number and the fields of a success, empty', async () => {
    const { status, json } = await get('/user/get?userid=lin')
    expect(status).toBe(200)
    expect(json).toMatchObject({ errcode: 41001, userid: '', name: '', department: [] })
  })

  it('reads the token from the address alone', async () => {
    const token = String((await getToken())?.access_token)
    const call = await get('/user/get?userid=lin', { authorization: `Bearer ${token}` })
    expect(call.json).toMatchObject({ errcode: 41001 })
  })

  it('looks at the token before the parameters', async () => {
    expect((await get('/miniprogram/jscode2session?access_token=x')).json).toMatchObject({ errcode: 40014 })
  })

  it('gives the same token while it is good, and says how long that is', async () => {
    const first = await getToken()
    clock.advance(60)
    const second = await getToken()
    expect(second).toEqual({ ...first, expires_in: 3_600 })
    clock.advance(60)
    expect((await getToken())?.access_token).not.toBe(first?.access_token)
  })

  it('refuses a token after two hours', async () => {
    const token = String((await getToken())?.access_token)
    clock.advance(120)
    expect((await get(`/user/get?userid=lin&access_token=${token}`)).json).toMatchObject({ errcode: 42001 })
  })

  it('looks at the secret before the company', async () => {
    expect((await get('/gettoken')).json).toMatchObject({ errcode: 41004 })
    expect((await get('/gettoken?corpid=other&corpsecret=x')).json).toMatchObject({ errcode: 40013 })
    expect((await get('/gettoken?corpid=ww1&corpsecret=wrong')).json).toMatchObject({ errcode: 40001 })
  })

  it('refuses to script a fault for a path it does not have', () => {
    expect(() => standIn.failNext('/cgi-bin/typo', { kind: 'dropped' })).toThrow('/cgi-bin/typo')
  })
})
