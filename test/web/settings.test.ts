import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/accessibility.ts'
import { buildFolder, desktop, keepPicture, launchBrowser, openPage, phone } from '../support/browser.ts'
import { serveFolder } from '../support/file-server.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof serveFolder>>

beforeAll(async () => {
  server = await serveFolder(buildFolder('h5'))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function openSettings(view: Parameters<typeof openPage>[1] = {}) {
  const opened = await openPage(browser, view)
  await opened.page.goto(`${server.url}/#/pages/settings/index`)
  await opened.page.getByRole('heading', { level: 1, name: '设置' }).waitFor()
  return opened
}

describe('settings on the web', () => {
  it('speaks English at once and after a reload', async () => {
    const { page, faults } = await openSettings()
    await page.getByRole('tab', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    await expect.poll(() => page.title()).toBe('Settings · 益践')

    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('can be used by keyboard alone', async () => {
    const { page } = await openSettings()
    const toggle = page.getByRole('switch', { name: '大字模式' })
    await toggle.focus()
    await page.keyboard.press('Space')
    expect(await toggle.getAttribute('aria-checked')).toBe('true')

    const opener = page.getByRole('button', { name: '我们用到的信息' })
    await opener.focus()
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog', { name: '我们用到的信息' })
    await sheet.waitFor()
    await page.keyboard.press('Tab')
    expect(await sheet.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.context().close()
  })

  it('keeps the navigation at the left of a desktop and away from a phone', async () => {
    const wide = await openSettings({ viewport: desktop })
    const box = await wide.page.getByRole('navigation').boundingBox()
    expect(box).toMatchObject({ x: 0, y: 0, height: desktop.height })
    await wide.page.context().close()

    const narrow = await openSettings({ viewport: phone })
    expect(await narrow.page.getByRole('navigation').isVisible()).toBe(false)
    await narrow.page.context().close()
  })

  it.each([
    { name: 'phone-light', viewport: phone, theme: 'light', large: false },
    { name: 'phone-dark-large', viewport: phone, theme: 'dark', large: true },
    { name: 'desktop-light-large', viewport: desktop, theme: 'light', large: true },
    { name: 'desktop-dark', viewport: desktop, theme: 'dark', large: false },
  ] as const)('has no accessibility fault and no sideways scroll: $name', async ({ name, viewport, theme, large }) => {
    const { page } = await openSettings({ viewport, theme })
    if (large) await page.getByRole('switch', { name: '大字模式' }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    await keepPicture(page, `web-settings-${name}`)
    await page.context().close()
  })
})
