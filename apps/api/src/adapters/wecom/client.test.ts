import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlatformErrorKind } from '../platform-error.ts'
import { createMovableClock, type MovableClock } from '../stand-ins/movable-clock.ts'
import { startWeComStandIn, type WeComStandIn } from '../stand-ins/wecom.ts'
import { createWeCom, type WeCom, type WeComOptions } from './client.ts'

const PATIENT = { attemptMs: 3_000, deadlineMs: 8_000, backOffMs: 1 }
const APP = { corpId: 'ww0000000000000001', secret: 'app-secret' }
const TOKEN = '/cgi-bin/gettoken'
const LOGIN = '/cgi-bin/miniprogram/jscode2session'
const WEB_LOGIN = '/cgi-bin/auth/getuserinfo'
const MEMBER = '/cgi-bin/user/get'

describe('WeCom', () => {
  let clock: MovableClock
  let standIn: WeComStandIn
  let weCom: WeCom

  const connect = (changes: Partial<WeComOptions> = {}) =>
    createWeCom({
      ...APP,
      baseUrl: standIn.baseUrl,
      now: clock.now,
      patience: PATIENT,
      ...changes,
    })

  beforeEach(async () => {
    clock = createMovableClock()
    standIn = await startWeComStandIn({
      ...APP,
      now: clock.now,
      members: [
        { userid: 'ChenXiaohe', name: '陈小禾', status: 1 },
        { userid: 'lin', name: '林一', status: 2 },
        { userid: 'wu', name: '吴桐', status: 4 },
        { userid: 'zhao', name: '赵望', status: 5 },
      ],
    })
    weCom = connect()
  })

  afterEach(() => standIn.close())

  describe('mini-program login', () => {
    it('knows the member by the code, and keeps the session key to itself', async () => {
      expect(await weCom.codeToSession(standIn.mintCode({ userid: 'lin' }))).toEqual({ userid: 'lin' })
    })

    it('lets a chosen person in at the stand-in, again and again', async () => {
      expect(await weCom.codeToSession('standin:lin')).toEqual({ userid: 'lin' })
      expect(await weCom.codeToSession('standin:lin')).toEqual({ userid: 'lin' })
    })

    it('refuses a member of another company, whatever their user id', async () => {
      const code = standIn.mintCode({ userid: 'lin', corpid: 'ww0000000000000002' })
      await expect(weCom.codeToSession(code)).rejects.toMatchObject({ kind: 'foreign-corp' })
    })

    it('refuses a code the second time and after five minutes', async () => {
      const used = standIn.mintCode({ userid: 'lin' })
      await weCom.codeToSession(used)
      await expect(weCom.codeToSession(used)).rejects.toMatchObject({ kind: 'code-invalid', errcode: 40029 })
      const old = standIn.mintCode({ userid: 'lin' })
      clock.advance(5)
      await expect(weCom.codeToSession(old)).rejects.toMatchObject({ kind: 'code-invalid' })
    })

    it('gives one winner when a code is sent twenty times at once', async () => {
      const code = standIn.mintCode({ userid: 'lin' })
      const results = await Promise.allSettled(Array.from({ length: 20 }, () => weCom.codeToSession(code)))
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    })

    it('does not send a code twice when the connection is lost or the answer is late', async () => {
      standIn.failNext(LOGIN, { kind: 'dropped' })
      await expect(weCom.codeToSession('standin:lin')).rejects.toMatchObject({ kind: 'unavailable' })
      standIn.failNext(LOGIN, { kind: 'slow', delayMs: 10_000 })
      weCom = connect({ patience: { ...PATIENT, attemptMs: 400 } })
      await expect(weCom.codeToSession('standin:lin')).rejects.toMatchObject({ kind: 'unavailable', reason: 'timeout' })
      expect(standIn.callsTo(LOGIN)).toBe(2)
    })

    it.each<[number, PlatformErrorKind]>([
      [-1, 'busy'],
      [40029, 'code-invalid'],
      [40058, 'bad-request'],
      [41001, 'bad-request'],
      [45009, 'rate-limited'],
      [45033, 'rate-limited'],
      [45035, 'rate-limited'],
      [48002, 'not-configured'],
      [48004, 'not-configured'],
      [50002, 'not-a-member'],
      [50003, 'not-configured'],
      [60020, 'ip-not-allowed'],
      [301002, 'not-configured'],
    ])('answers %i with %s', async (errcode, kind) => {
      standIn.failNext(LOGIN, { kind: 'errcode', errcode }, 3)
      await expect(weCom.codeToSession('standin:lin')).rejects.toMatchObject({ platform: 'wecom', kind, errcode })
    })
  })

  describe('access token', () => {
    const logIn = () => weCom.codeToSession('standin:lin')

    it('is fetched once for twenty calls at once and kept for the next', async () => {
      await Promise.all(Array.from({ length: 20 }, logIn))
      await logIn()
      expect(standIn.callsTo(TOKEN)).toBe(1)
    })

    it('is replaced once when twenty calls find it expired, and their codes still count', async () => {
      await logIn()
      standIn.expireTokens()
      const codes = Array.from({ length: 20 }, (_, n) => standIn.mintCode({ userid: `member-${n}` }))
      const sessions = await Promise.all(codes.map((code) => weCom.codeToSession(code)))
      expect(sessions.at(-1)).toEqual({ userid: 'member-19' })
      expect(standIn.callsTo(TOKEN)).toBe(2)
    })

    it('is replaced when WeCom has revoked it early', async () => {
      await logIn()
      standIn.revokeTokens()
      expect(await logIn()).toEqual({ userid: 'lin' })
      expect(standIn.callsTo(TOKEN)).toBe(2)
    })

    it('is not asked for in a loop when calls keep being refused', async () => {
      standIn.failNext(LOGIN, { kind: 'errcode', errcode: 40014 }, 9)
      await expect(logIn()).rejects.toMatchObject({ kind: 'token-rejected', errcode: 40014 })
      await expect(logIn()).rejects.toMatchObject({ kind: 'token-rejected', errcode: 40014 })
      expect(standIn.callsTo(TOKEN)).toBe(2)
      expect(standIn.callsTo(LOGIN)).toBe(2)
    })

    it('survives its whole life without a refused call', async () => {
      for (let minute = 0; minute < 240; minute += 1) {
        await logIn()
        clock.advance(1)
      }
      expect(standIn.callsTo(LOGIN)).toBe(240)
      expect(standIn.callsTo(TOKEN)).toBeLessThanOrEqual(8)
    })

    it('is asked for once a minute with a wrong secret, because WeCom bans an address that insists', async () => {
      weCom = connect({ secret: 'wrong' })
      for (let tries = 0; tries < 5; tries += 1) {
        await expect(logIn()).rejects.toMatchObject({ kind: 'not-configured', errcode: 40001 })
      }
      expect(standIn.callsTo(TOKEN)).toBe(1)
    })

    it('names an unknown company and a missing secret as our own fault', async () => {
      weCom = connect({ corpId: 'ww9' })
      await expect(logIn()).rejects.toMatchObject({ kind: 'not-configured', errcode: 40013 })
      weCom = connect({ secret: '' })
      await expect(logIn()).rejects.toMatchObject({ kind: 'not-configured', errcode: 41004 })
    })

    it.each<[number, PlatformErrorKind]>([
      [-1, 'busy'],
      [40001, 'not-configured'],
      [40013, 'not-configured'],
      [41004, 'not-configured'],
      [45009, 'rate-limited'],
      [50003, 'not-configured'],
      [60020, 'ip-not-allowed'],
    ])('answers %i with %s', async (errcode, kind) => {
      standIn.failNext(TOKEN, { kind: 'errcode', errcode }, 3)
      await expect(logIn()).rejects.toMatchObject({ kind, errcode, operation: '/gettoken' })
    })
  })

  describe('web login', () => {
    it('knows the member by the code', async () => {
      expect(await weCom.webCodeToSession(standIn.mintWebCode({ userid: 'lin' }))).toEqual({ userid: 'lin' })
    })

    it('refuses a person without a company', async () => {
      const code = standIn.mintWebCode({ openid: 'o-visitor' })
      await expect(weCom.webCodeToSession(code)).rejects.toMatchObject({ kind: 'not-a-member' })
    })

    it('refuses a code the second time, and a code of the mini-program', async () => {
      const code = standIn.mintWebCode({ userid: 'lin' })
      await weCom.webCodeToSession(code)
      await expect(weCom.webCodeToSession(code)).rejects.toMatchObject({ kind: 'code-invalid' })
      const other = standIn.mintCode({ userid: 'lin' })
      await expect(weCom.webCodeToSession(other)).rejects.toMatchObject({ kind: 'code-invalid' })
    })

    it.each<[number, PlatformErrorKind]>([
      [40029, 'code-invalid'],
      [50001, 'not-configured'],
      [50002, 'not-a-member'],
    ])('answers %i with %s', async (errcode, kind) => {
      standIn.failNext(WEB_LOGIN, { kind: 'errcode', errcode })
      await expect(weCom.webCodeToSession('standin:lin')).rejects.toMatchObject({ kind, errcode })
    })
  })

  describe('address book', () => {
    it.each([
      ['chenxiaohe', { userid: 'ChenXiaohe', name: '陈小禾', state: 'active' }],
      ['lin', { userid: 'lin', name: '林一', state: 'disabled' }],
      ['wu', { userid: 'wu', name: '吴桐', state: 'not-activated' }],
      ['zhao', { userid: 'zhao', name: '赵望', state: 'left' }],
    ])('tells the state of %s', async (userid, member) => {
      expect(await weCom.getMember(userid)).toEqual(member)
    })

    it('says so when nobody has the user id', async () => {
      await expect(weCom.getMember('nobody')).rejects.toMatchObject({ kind: 'unknown-member', errcode: 60111 })
    })

    it('repeats a look-up after a lost connection', async () => {
      standIn.failNext(MEMBER, { kind: 'dropped' })
      expect(await weCom.getMember('lin')).toMatchObject({ userid: 'lin' })
    })

    it.each<[number, PlatformErrorKind]>([
      [40003, 'unknown-member'],
      [48009, 'not-configured'],
      [60011, 'not-a-member'],
      [60111, 'unknown-member'],
    ])('answers %i with %s', async (errcode, kind) => {
      standIn.failNext(MEMBER, { kind: 'errcode', errcode })
      await expect(weCom.getMember('lin')).rejects.toMatchObject({ kind, errcode })
    })
  })
})
