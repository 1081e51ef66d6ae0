import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openMiniProgram, startLab } from './lab/mini-program.ts'
import type { MiniProgram } from './lab/mini-program.ts'

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

/** WeChat meets an interface that needs consent; what the program answers is kept on the page. */
async function needConsent(app: MiniProgram): Promise<void> {
  await app.page.evaluate(() => {
    const answers: object[] = []
    Object.assign(window, { answers })
    const listeners = (window.__lab.listeners.onNeedPrivacyAuthorization ?? []) as unknown as ((answer: (given: object) => void) => void)[]
    for (const listener of listeners) listener((given) => answers.push(given))
  })
}
const answersOf = (app: MiniProgram) => app.page.evaluate(() => (window as unknown as { answers: object[] }).answers)

it('asks for consent in its own words and names the button that was tapped', async () => {
  const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index' })
  await needConsent(app)
  await app.sees('使用前，请阅读隐私说明')
  await app.tap('查看《用户隐私保护指引》')
  await expect.poll(() => app.calls('openPrivacyContract')).toHaveLength(1)
  await app.tap('同意并继续')
  await expect.poll(() => answersOf(app)).toEqual([{ event: 'exposureAuthorization' }, { event: 'agree', buttonId: 'privacy-agree' }])
  await expect.poll(() => app.text()).not.toContain('同意并继续')
  await app.close()
})

it('takes no for an answer', async () => {
  const app = await openMiniProgram(browser, server, { entry: 'pages/settings/index' })
  await needConsent(app)
  await app.tap('暂不同意')
  await expect.poll(() => answersOf(app)).toEqual([{ event: 'exposureAuthorization' }, { event: 'disagree' }])
  await app.close()
})
