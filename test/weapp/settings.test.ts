import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { openMiniProgram, startLab } from './lab/mini-program.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof startLab>>

beforeAll(async () => {
  server = await startLab()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const sizeOf = (words: string) => `text=${words}`

describe('settings in the mini-program', () => {
  it('speaks English at once and after a restart', async () => {
    const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index' })
    await expect.poll(() => app.title()).toBe('设置')
    await app.tap('English')
    await app.sees('Large type')
    await expect.poll(() => app.title()).toBe('Settings')

    await app.page.reload()
    await app.sees('Large type')
    expect(app.faults).toEqual([])
    await app.close()
  })

  it('makes words larger and buttons taller in large type, and announces the switch', async () => {
    const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index' })
    const words = app.front.locator(sizeOf('我们用到的信息')).last()
    const toggle = app.front.getByRole('switch', { name: '大字模式' })
    const fontOf = () => words.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    const before = await fontOf()
    expect(await toggle.getAttribute('aria-checked')).toBe('false')

    await app.tap('大字模式')
    await expect.poll(() => toggle.getAttribute('aria-checked')).toBe('true')
    expect((await fontOf()) / before).toBeCloseTo(1.25, 2)
    await keepPicture(app.page, 'weapp-settings-large')
    await app.close()
  })

  it('dresses bars and pages dark, whatever the phone says', async () => {
    const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index', theme: 'light' })
    const ground = () =>
      app.front
        .locator('wx-view')
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor)
    const bar = () => app.page.locator('#mp-nav').evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(await ground()).toBe('rgb(244, 247, 245)')

    await app.tap('深色')
    await expect.poll(ground).toBe('rgb(14, 20, 18)')
    expect(await bar()).toBe('rgb(14, 20, 18)')
    await app.close()
  })

  it('follows the phone into the dark', async () => {
    const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index', theme: 'dark' })
    const ground = app.front
      .locator('wx-view')
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(await ground).toBe('rgb(14, 20, 18)')
    await app.close()
  })

  it('tells what is used for what, and opens the guideline filed with WeChat', async () => {
    const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index' })
    await app.tap('我们用到的信息')
    await app.sees('不收集')
    await app.tap('关闭')
    await app.tap('微信用户隐私保护指引')
    await expect.poll(() => app.calls('openPrivacyContract')).toHaveLength(1)
    await app.close()
  })

  it('names the tabs in the chosen language', async () => {
    const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index' })
    await app.tap('English')
    // Without a login the tab leads to the login page once; the tab itself stays behind it.
    await app.open('pages/projects/index')
    await app.sees('Log in with WeChat')
    await app.back()
    await expect.poll(() => app.page.locator('#mp-tabs').innerText()).toMatch(/Home\s+Projects\s+Scan\s+Credit\s+Me/)
    await app.close()
  })

  it('runs without code made from strings, which WeChat forbids', async () => {
    const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index' })
    const made = await app.page.evaluate(() => window.__lab.newFunction.filter((body) => body !== 'return this'))
    expect(made).toEqual([])
    await app.close()
  })
})
