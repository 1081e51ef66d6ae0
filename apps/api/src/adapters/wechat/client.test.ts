import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlatformErrorKind } from '../platform-error.ts'
import { createMovableClock, type MovableClock } from '../stand-ins/movable-clock.ts'
import { startWeChatStandIn, type WeChatStandIn } from '../stand-ins/wechat.ts'
import { createWeChat, type WeChat, type WeChatOptions } from './client.ts'

const PATIENT = { attemptMs: 3_000, deadlineMs: 8_000, backOffMs: 1 }
const APP = { appId: 'wx0000000000000001', secret: 'app-secret' }
const TOKEN = '/cgi-bin/stable_token'
const LOGIN = '/sns/jscode2session'
const QR_CODE = '/wxa/getwxacodeunlimit'

describe('WeChat', () => {
  let clock: MovableClock
  let standIn: WeChatStandIn
  let weChat: WeChat

  const connect = (changes: Partial<WeChatOptions> = {}) =>
    createWeChat({
      ...APP,
      baseUrl: standIn.baseUrl,
      now: clock.now,
      patience: PATIENT,
      ...changes,
    })

  beforeEach(async () => {
    clock = createMovableClock()
    standIn = await startWeChatStandIn({ ...APP, now: clock.now, releasedPages: ['pages/session/index'] })
    weChat = connect()
  })

  afterEach(() => standIn.close())

  describe('login', () => {
    it('knows the person by the code, and keeps the session key to itself', async () => {
      const code = standIn.mintCode({ openid: 'o-chen', unionid: 'u-chen' })
      expect(await weChat.codeToSession(code)).toEqual({ openid: 'o-chen', unionid: 'u-chen' })
    })

    it('has no union id when the app belongs to no Open Platform account', async () => {
      expect(await weChat.codeToSession(standIn.mintCode({ openid: 'o-chen' }))).toEqual({ openid: 'o-chen' })
    })

    it('lets a chosen person in at the stand-in, again and again', async () => {
      expect(await weChat.codeToSession('standin:o-lin')).toEqual({ openid: 'o-lin' })
      expect(await weChat.codeToSession('standin:o-lin')).toEqual({ openid: 'o-lin' })
    })

    it('needs no access token', async () => {
      await weChat.codeToSession('standin:o-lin')
      expect(standIn.callsTo(TOKEN)).toBe(0)
    })

    it('refuses a code the second time', async () => {
      const code = standIn.mintCode({ openid: 'o-chen' })
      await weChat.codeToSession(code)
      await expect(weChat.codeToSession(code)).rejects.toMatchObject({ kind: 'code-used', errcode: 40163 })
    })

    it('gives one winner when a code is sent twenty times at once', async () => {
      const code = standIn.mintCode({ openid: 'o-chen' })
      const results = await Promise.allSettled(Array.from({ length: 20 }, () => weChat.codeToSession(code)))
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    })

    it('refuses a code after five minutes', async () => {
      const code = standIn.mintCode({ openid: 'o-chen' })
      clock.advance(5)
      await expect(weChat.codeToSession(code)).rejects.toMatchObject({ kind: 'code-invalid', errcode: 40029 })
    })

    it('refuses a code nobody issued, or none', async () => {
      await expect(weChat.codeToSession('made-up')).rejects.toMatchObject({ kind: 'code-invalid' })
      await expect(weChat.codeToSession('')).rejects.toMatchObject({ kind: 'bad-request', errcode: 41008 })
    })

    it('names a wrong app id and a wrong secret as our own fault', async () => {
      await expect(connect({ appId: 'wx9' }).codeToSession('standin:o')).rejects.toMatchObject({ kind: 'not-configured', errcode: 40013 })
      await expect(connect({ secret: 'wrong' }).codeToSession('standin:o')).rejects.toMatchObject({
        kind: 'not-configured',
        errcode: 40125,
      })
    })

    it('does not send a code twice when the connection is lost', async () => {
      standIn.failNext(LOGIN, { kind: 'dropped' })
      await expect(weChat.codeToSession(standIn.mintCode({ openid: 'o-chen' }))).rejects.toMatchObject({ kind: 'unavailable' })
      expect(standIn.callsTo(LOGIN)).toBe(1)
    })

    it.each<[number, PlatformErrorKind]>([
      [-1, 'busy'],
      [40013, 'not-configured'],
      [40029, 'code-invalid'],
      [40125, 'not-configured'],
      [40163, 'code-used'],
      [40226, 'blocked'],
      [45011, 'rate-limited'],
    ])('answers %i with %s', async (errcode, kind) => {
      standIn.failNext(LOGIN, { kind: 'errcode', errcode }, 3)
      await expect(weChat.codeToSession('standin:o-chen')).rejects.toMatchObject({ platform: 'wechat', kind, errcode })
    })
  })

  describe('access token', () => {
    const draw = () => weChat.getUnlimitedQrCode({ scene: 's=1' })

    it('is fetched once for twenty calls at once and kept for the next', async () => {
      await Promise.all(Array.from({ length: 20 }, draw))
      await draw()
      expect(standIn.callsTo(TOKEN)).toBe(1)
      expect(standIn.callsTo(QR_CODE)).toBe(21)
    })

    it('is renewed before its end, so that no call is refused', async () => {
      await draw()
      clock.advance(117)
      await draw()
      clock.advance(10)
      await draw()
      expect(standIn.callsTo(TOKEN)).toBe(2)
      expect(standIn.callsTo(QR_CODE)).toBe(3)
    })

    it('is replaced once when twenty calls find it expired', async () => {
      await draw()
      standIn.expireTokens()
      await Promise.all(Array.from({ length: 20 }, draw))
      expect(standIn.callsTo(TOKEN)).toBe(2)
    })

    it('is replaced when WeChat has revoked it', async () => {
      await draw()
      standIn.revokeTokens()
      expect(await draw()).toMatchObject({ type: 'image/jpeg' })
    })

    it('is renewed by force only when WeChat repeats the refused one', async () => {
      await draw()
      standIn.failNext(QR_CODE, { kind: 'errcode', errcode: 40001 })
      await draw()
      expect(standIn.callsTo(TOKEN)).toBe(3)
    })

    it('is not asked for in a loop when calls keep being refused', async () => {
      standIn.failNext(QR_CODE, { kind: 'errcode', errcode: 40001 }, 9)
      await expect(draw()).rejects.toMatchObject({ kind: 'token-rejected' })
      await expect(draw()).rejects.toMatchObject({ kind: 'token-rejected' })
      expect(standIn.callsTo(TOKEN)).toBe(3)
    })

    it('comes after a lost connection and a busy answer', async () => {
      standIn.failNext(TOKEN, { kind: 'dropped' })
      standIn.failNext(TOKEN, { kind: 'errcode', errcode: -1 })
      expect(await draw()).toMatchObject({ type: 'image/jpeg' })
    })

    it('is asked for once a minute with a wrong secret', async () => {
      weChat = connect({ secret: 'wrong' })
      await expect(draw()).rejects.toMatchObject({ kind: 'not-configured', errcode: 40125 })
      await expect(draw()).rejects.toMatchObject({ kind: 'not-configured', errcode: 40125 })
      expect(standIn.callsTo(TOKEN)).toBe(1)
    })

    it.each<[number, PlatformErrorKind]>([
      [-1, 'busy'],
      [40002, 'bad-request'],
      [40013, 'not-configured'],
      [40125, 'not-configured'],
      [40164, 'ip-not-allowed'],
      [40243, 'not-configured'],
      [41002, 'bad-request'],
      [41004, 'bad-request'],
      [43002, 'bad-request'],
      [45009, 'rate-limited'],
      [45011, 'rate-limited'],
      [50004, 'not-configured'],
      [50007, 'not-configured'],
      [89503, 'ip-not-allowed'],
      [89506, 'ip-not-allowed'],
      [89507, 'ip-not-allowed'],
    ])('answers %i with %s', async (errcode, kind) => {
      standIn.failNext(TOKEN, { kind: 'errcode', errcode }, 3)
      await expect(draw()).rejects.toMatchObject({ kind, errcode, operation: TOKEN })
    })
  })

  describe('mini-program code', () => {
    it('is a JPEG, or a PNG when it is transparent', async () => {
      const plain = await weChat.getUnlimitedQrCode({ scene: 'id=ses_0d3k9x2m4q7rt', page: 'pages/session/index' })
      expect(plain.type).toBe('image/jpeg')
      expect([...plain.bytes.subarray(0, 2)]).toEqual([0xff, 0xd8])
      const clear = await weChat.getUnlimitedQrCode({ scene: 's=1', isTransparent: true })
      expect(clear.type).toBe('image/png')
    })

    it('refuses a page that is not released, and takes it for the trial version', async () => {
      const input = { scene: 's=1', page: 'pages/new/index' }
      await expect(weChat.getUnlimitedQrCode(input)).rejects.toMatchObject({ kind: 'page-not-released', errcode: 41030 })
      expect(await weChat.getUnlimitedQrCode({ ...input, version: 'trial' })).toMatchObject({ type: 'image/jpeg' })
    })

    it.each([
      ['too long', { scene: 'x'.repeat(33) }, 40169],
      ['empty', { scene: '' }, 40169],
      ['Chinese', { scene: '场次' }, 40129],
      ['with a percent sign', { scene: 'a%20b' }, 40129],
      ['too small', { scene: 's=1', widthPx: 100 }, 40097],
    ])('refuses what WeChat refuses: %s', async (_, input, errcode) => {
      await expect(weChat.getUnlimitedQrCode(input)).rejects.toMatchObject({ kind: 'bad-request', errcode })
    })

    it.each<[number, PlatformErrorKind]>([
      [-1, 'busy'],
      [40097, 'bad-request'],
      [40129, 'bad-request'],
      [40169, 'bad-request'],
      [41001, 'bad-request'],
      [41030, 'page-not-released'],
      [45009, 'rate-limited'],
      [47001, 'bad-request'],
      [48001, 'not-configured'],
      [85096, 'bad-request'],
    ])('answers %i with %s', async (errcode, kind) => {
      standIn.failNext(QR_CODE, { kind: 'errcode', errcode }, 3)
      await expect(weChat.getUnlimitedQrCode({ scene: 's=1' })).rejects.toMatchObject({ kind, errcode })
    })

    it('does not take a page of HTML for an image', async () => {
      standIn.failNext(QR_CODE, { kind: 'http', status: 200 })
      await expect(weChat.getUnlimitedQrCode({ scene: 's=1' })).rejects.toMatchObject({ kind: 'unavailable', reason: 'malformed' })
    })
  })
})
