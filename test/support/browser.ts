import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'

const OUTPUT = path.resolve(import.meta.dirname, '../output')

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1280, height: 800 }

/** Chromium of the machine: `CHROMIUM_PATH`, else whatever stands on the PATH. */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim()
    } catch {
      // Not this one.
    }
  }
  throw new Error('No Chromium found: install the package `chromium` or set CHROMIUM_PATH to its binary.')
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--disable-sync',
    ],
  })
}

interface View {
  viewport?: { width: number; height: number }
  theme?: 'light' | 'dark'
}

/** A fresh profile that reads Chinese on the Shanghai clock; faults of the page fail the test that asks for them. */
export async function openPage(
  browser: Browser,
  { viewport = phone, theme = 'light' }: View = {},
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return { page, faults }
}

/** Keeps a picture under test/output for people to look at; returns its path. */
export async function keepPicture(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<string> {
  mkdirSync(OUTPUT, { recursive: true })
  const file = path.join(OUTPUT, `${name}.png`)
  await page.screenshot({ path: file, ...options })
  return file
}

/** The folder of a build, or a sentence about how to make it. */
export function buildFolder(target: 'h5' | 'weapp'): string {
  const folder = path.resolve(import.meta.dirname, `../../apps/miniapp/dist/${target}`)
  if (!existsSync(path.join(folder, target === 'h5' ? 'index.html' : 'app.json'))) {
    throw new Error(`There is no build in ${folder}: run \`pnpm --filter @yijian/miniapp build:${target}\` first.`)
  }
  return folder
}
