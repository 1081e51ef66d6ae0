import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { awardOnStage } from '../support/award-stage.ts'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { openMiniProgram, startLab } from './lab/mini-program.ts'

let stage: Stage
let api: TestApi
let browser: Browser
let lab: Awaited<ReturnType<typeof startLab>>
let award: Awaited<ReturnType<typeof awardOnStage>>

beforeAll(async () => {
  stage = await openStage(null)
  api = await startApi(stage.app)
  lab = await startLab({ apiBase: stage.url })
  browser = await launchBrowser()
  award = await awardOnStage(stage)
})
afterAll(async () => {
  await browser?.close()
  await lab?.close()
  await api?.close()
  await stage?.close()
})

it('nominates a host from the phone, and opens the inbox', async () => {
  const app = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await app.open('pages/login/index')
  await app.tap(stage.volunteer.name)
  await app.sees('退出登录')
  await app.open('merit/pages/award/index')
  await app.tap('提名一位主理人')
  await app.tap(new RegExp(award.host.name))
  await app.fill('推荐理由', '带着大家净滩三年，从不缺席。')
  await app.tap('提交提名')
  await app.sees('等待本人答复')
  await keepPicture(app.page, 'weapp-nomination')
  await app.open('merit/pages/inbox/index')
  await app.sees('还没有消息')
  await keepPicture(app.page, 'weapp-inbox')
  expect(app.faults).toEqual([])
  await app.close()
  const host = await api.as(award.host)
  const { items } = await host.listNominations({ params: { cycleId: award.cycle.id }, query: {} })
  expect(items).toMatchObject([{ state: 'proposed', kind: 'peer', nominee: { name: award.host.name } }])
})
