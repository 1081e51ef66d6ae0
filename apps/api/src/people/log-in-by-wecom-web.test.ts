import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, testApp } from '../../../../test/support/database.ts'
import { makeEmployee } from '../../../../test/support/people.ts'
import { standInWebLogin } from '../../../../test/support/stand-ins.ts'
import type { App } from '../core/app.ts'
import { logInByWeComWeb, startWeComWebLogin } from './log-in-by-wecom-web.ts'

const HOST = '127.0.0.1:0'
const USERID = `ZhangSan-${process.pid}`

let app: App
let member: Awaited<ReturnType<typeof standInWebLogin>>
let stranger: Awaited<ReturnType<typeof standInWebLogin>>
beforeAll(async () => {
  member = await standInWebLogin({ trustedHost: HOST, holder: { userid: USERID } })
  stranger = await standInWebLogin({ trustedHost: HOST, holder: { openid: 'o-stranger' } })
  app = await testApp({ platforms: member.platforms })
  await makeEmployee(app, { wecomUserId: USERID.toLowerCase() })
})
afterAll(async () => {
  await closeApps()
  await Promise.all([member.close(), stranger.close()])
})

const anyone = (at: App = app) => ctxOf(at, { kind: 'anonymous' })

/** What the browser brings back from WeCom's page. */
async function throughWeCom(url: string): Promise<{ code: string; state: string }> {
  const response = await fetch(url, { redirect: 'manual' })
  const back = new URL(response.headers.get('location') ?? 'http://refused/')
  return { code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') ?? '' }
}

describe('logging in by WeCom in a browser', () => {
  it.each([true, false])('lets in the member who comes back (in WeCom: %s), once', async (inClient) => {
    const { url, secret } = await startWeComWebLogin(await anyone(), { inClient })
    expect(url).toMatch(inClient ? /#wechat_redirect$/ : /wwlogin\/sso\/login/)
    const back = await throughWeCom(url)
    expect(back.state).toMatch(/^[a-z0-9]{64}$/)
    expect(await logInByWeComWeb(await anyone(), { ...back, secret })).toMatchObject({ employeeId: expect.stringMatching(/^emp_/) })
    await expect(logInByWeComWeb(await anyone(), { ...back, secret })).rejects.toMatchObject({ code: 'login-code-invalid' })
    const again = member.wecom.mintWebCode({ userid: USERID })
    await expect(logInByWeComWeb(await anyone(), { code: again, state: back.state, secret })).rejects.toMatchObject({
      code: 'login-state-invalid',
    })
  })

  it('refuses a state of another browser, and one that has expired', async () => {
    const [mine, theirs] = [
      await startWeComWebLogin(await anyone(), { inClient: false }),
      await startWeComWebLogin(await anyone(), { inClient: false }),
    ]
    const back = await throughWeCom(theirs.url)
    const invalid = { code: 'login-state-invalid' }
    await expect(logInByWeComWeb(await anyone(), { ...back, secret: mine.secret })).rejects.toMatchObject(invalid)
    const ctx = await anyone()
    await expect(logInByWeComWeb({ ...ctx, now: addMinutes(ctx.now, 0) }, { ...back, secret: theirs.secret })).resolves.toBeDefined()
    const late = await startWeComWebLogin({ ...ctx, now: addMinutes(ctx.now, -11) }, { inClient: false })
    await expect(logInByWeComWeb(await anyone(), { ...(await throughWeCom(late.url)), secret: late.secret })).rejects.toMatchObject(invalid)
  })

  it('refuses who is no member, and a code nobody gave', async () => {
    const elsewhere = { ...app, platforms: stranger.platforms }
    const begun = await startWeComWebLogin(await anyone(elsewhere), { inClient: false })
    const back = await throughWeCom(begun.url)
    const unknown = { code: 'employee-unknown' }
    await expect(logInByWeComWeb(await anyone(elsewhere), { ...back, secret: begun.secret })).rejects.toMatchObject(unknown)
    const wrong = { ...back, code: 'made-up', secret: begun.secret }
    await expect(logInByWeComWeb(await anyone(elsewhere), wrong)).rejects.toMatchObject({ code: 'login-code-invalid' })
  })

  it('is not offered where WeCom is not set up', async () => {
    const plain = { ...app, platforms: { wecom: null, wechat: null } }
    await expect(startWeComWebLogin(await anyone(plain), { inClient: false })).rejects.toMatchObject({ code: 'platform-unavailable' })
  })

  it('does not come back to a host that WeCom was not told of', async () => {
    const other = { ...app, config: { ...app.config, publicUrl: 'https://elsewhere.example.com' } }
    const { url } = await startWeComWebLogin(await anyone(other), { inClient: false })
    expect(await (await fetch(url, { redirect: 'manual' })).text()).toBe('errcode 50001')
  })
})
