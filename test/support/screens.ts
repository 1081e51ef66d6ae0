import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { keepPicture, openPage } from './browser.ts'
import type { Cast, Stage } from './journey.ts'

/** Words on the page in front; pages behind it stay in the document, hidden. */
export function shown(page: Page, words: string | RegExp, options: { exact?: boolean } = {}): Locator {
  return page.getByText(words, options).locator('visible=true').first()
}

/** A person at the h5 app, logged in by a tap, on the first screen. */
export async function logInOnWeb(browser: Browser, stage: Stage, { name }: Cast, view: Parameters<typeof openPage>[1] = {}): Promise<Page> {
  const { page } = await openPage(browser, view)
  await page.goto(`${stage.url}/#/pages/login/index`)
  await page.getByText(name, { exact: true }).click()
  // The way home replaces the login page; whatever is opened before it stands would be put behind it.
  await shown(page, '我的公益时').waitFor()
  return page
}

/** Turns on large type (大字), as the settings would, and opens the page anew. */
export async function inLargeType(page: Page): Promise<void> {
  const settings = { language: 'zh', theme: 'system', largeType: true }
  await page.evaluate((kept) => localStorage.setItem('settings', kept), JSON.stringify({ data: settings }))
  await page.reload()
  await page.locator('html.type-large').waitFor()
}

/** How far the page in front reaches beyond the screen; what does cannot be read on a phone. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page
    .getByRole('main')
    .locator('visible=true')
    .evaluate((main) => main.scrollWidth - document.documentElement.clientWidth)
}

/** Keeps a picture for people to look at, and lets axe look by itself, once the page before is gone. */
export async function looksRight(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.getByRole('main').locator('visible=true').count()).toBe(1)
  await keepPicture(page, name)
  expect(await accessibilityFaults(page)).toEqual([])
}
