import { execFileSync } from 'node:child_process'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { drawQr } from '../../apps/miniapp/src/ui/qr-picture.ts'
import { keepPicture, launchBrowser, openPage } from '../support/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** As long as a signed code gets, with the characters it may hold. */
const CODE = 'yj1.ses_0d3k9x2m4q7rt.in.58213377.Zk3vQ9sT1uXw0aBcDeFgHiJkLmNoPqRsTuVwXyZ-_0123456789'

it.each(['light', 'dark'] as const)('is read back from a picture of the %s screen', async (theme) => {
  const { page } = await openPage(browser, { theme })
  const { side, uri } = drawQr(CODE)
  const size = side * Math.floor(264 / side)
  await page.setContent(
    `<body style="margin:40px;background:${theme === 'dark' ? '#0e1412' : '#f4f7f5'}"><div style="width:${size}px;height:${size}px;background:#fff url('${uri}');background-size:100% 100%"></div>`,
  )
  const picture = await keepPicture(page, `qr-${theme}`)
  const read = execFileSync('zbarimg', ['--quiet', '--raw', picture], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  expect(read).toBe(CODE)
  await page.context().close()
})
