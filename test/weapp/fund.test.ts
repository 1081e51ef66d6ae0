import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { makeFund } from '../support/giving.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { arrivedDonation } from '../support/payouts.ts'
import { openMiniProgram, startLab } from './lab/mini-program.ts'

let stage: Stage
let browser: Browser
let lab: Awaited<ReturnType<typeof startLab>>

beforeAll(async () => {
  stage = await openStage(null)
  lab = await startLab({ apiBase: stage.url })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await lab?.close()
  await stage?.close()
})

it('shows an employee what can be given to, and where its money is', async () => {
  const fund = await makeFund(stage.app, { name: `候鸟守护 ${process.pid}` })
  await arrivedDonation(await systemCtx(stage.app), [fund], 20_000)
  const me = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await me.open('pages/login/index')
  await me.tap(stage.volunteer.name)
  await me.sees('退出登录')
  await me.open('giving/pages/funds/index')
  await me.tap(fund.name)
  await me.sees('1 位同事捐赠')
  await me.sees('待拨付')
  await me.sees('贵州省青年志愿服务基金会')
  await me.sees('捐公益金')
  await keepPicture(me.page, 'weapp-fund')
  expect(me.faults).toEqual([])
  await me.close()
})
