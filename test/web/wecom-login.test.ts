import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildFolder, desktop, launchBrowser, openPage } from '../support/browser.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { makeEmployee } from '../support/people.ts'
import { looksRight, shown } from '../support/screens.ts'
import { standInWebLogin } from '../support/stand-ins.ts'

let stage: Stage
let weCom: Awaited<ReturnType<typeof standInWebLogin>>
let browser: Browser
const name = `企微庚${process.pid}`
const userid = `Desk-${process.pid}`

beforeAll(async () => {
  stage = await openStage(buildFolder('h5'))
  weCom = await standInWebLogin({ trustedHost: new URL(stage.url).host, holder: { userid } })
  // The place to come back to is known once the server listens.
  Object.assign(stage.app, { platforms: weCom.platforms, config: { ...stage.app.config, publicUrl: stage.url } })
  await makeEmployee(stage.app, { name, wecomUserId: userid.toLowerCase() })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await weCom?.close()
  await stage?.close()
})

/** A desk before the login page, and the way to WeCom on it. */
async function atTheDesk() {
  const { page } = await openPage(browser, { viewport: desktop })
  await page.goto(`${stage.url}/#/pages/login/index`)
  const button = page.getByRole('button', { name: '企业微信登录' })
  await button.waitFor()
  return { page, button }
}

/** Does something while WeCom shows its page, before the browser comes back. */
const atWeCom = (page: Page, deed: (url: URL) => Promise<'go-on' | 'stay'>) =>
  page.route('**/wwlogin/sso/login**', async (route) => {
    // 204: the browser stays where it is.
    if ((await deed(new URL(route.request().url()))) === 'stay') await route.fulfill({ status: 204 })
    else await route.continue()
  })

it('logs in at a desk by WeCom, and keeps nothing of it in the address', async () => {
  const { page, button } = await atTheDesk()
  await looksRight(page, 'web-wecom-login')
  await button.click()
  await shown(page, '我的公益时').waitFor()
  expect(new URL(page.url()).search).toBe('')
  await page.reload()
  await shown(page, '我的公益时').waitFor()
  await page.goto(`${stage.url}/#/pages/me/index`)
  await shown(page, new RegExp(name)).waitFor()
  await page.context().close()
})

it('does not take up a login that was begun elsewhere, says so, and lets begin anew', async () => {
  const { page } = await openPage(browser, { viewport: desktop })
  const state = 'a'.repeat(64)
  await page.goto(`${stage.url}/?code=${weCom.wecom.mintWebCode({ userid })}&state=${state}`)
  await shown(page, /这次登录不是从当前浏览器发起.*请回到登录页重新开始/).waitFor()
  await looksRight(page, 'web-wecom-login-refused')
  await page.getByRole('button', { name: '企业微信登录' }).click()
  await shown(page, '我的公益时').waitFor()
  await page.context().close()
})

it('says in plain words when WeCom took longer than a login is good for', async () => {
  const { page, button } = await atTheDesk()
  await atWeCom(page, async (url) => {
    const state = url.searchParams.get('state')
    await stage.app.pool.query('UPDATE web_login_state SET expires_at = expires_at - INTERVAL 11 MINUTE WHERE state = ?', [state])
    return 'go-on'
  })
  await button.click()
  await shown(page, /已经过期.*请回到登录页重新开始/).waitFor()
  await page.context().close()
})

it('says in plain words when the code of WeCom no longer counts', async () => {
  const { page, button } = await atTheDesk()
  let state = ''
  await atWeCom(page, async (url) => {
    state = url.searchParams.get('state') ?? ''
    return 'stay'
  })
  await button.click()
  await expect.poll(() => state).not.toBe('')
  await page.goto(`${stage.url}/?code=used-before&state=${state}`)
  await shown(page, /登录码已使用、已过期或不正确.*请重新登录/).waitFor()
  await looksRight(page, 'web-wecom-login-code')
  await page.context().close()
})
