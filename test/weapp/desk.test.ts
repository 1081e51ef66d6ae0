import { handOffCodeText } from '@yijian/shared/people/hand-off'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { serveSession } from '../support/served.ts'
import { openMiniProgram, startLab } from './lab/mini-program.ts'

let stage: Stage
let api: TestApi
let browser: Browser
let lab: Awaited<ReturnType<typeof startLab>>

beforeAll(async () => {
  stage = await openStage(null)
  api = await startApi(stage.app)
  lab = await startLab({ apiBase: stage.url })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await lab?.close()
  await api?.close()
  await stage?.close()
})

it('scans the code of a computer and lets it in, and opens the desk', async () => {
  const { code, secret } = await api.anyone.startHandOff({ body: { browser: 'Chrome · Windows' } })
  const app = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await app.open('pages/login/index')
  await app.tap(stage.lead.name)
  await app.sees('退出登录')
  await app.open('pages/scan/index')
  await app.answer('scanCode', { result: handOffCodeText(code) })
  await app.tap('扫一扫')
  await app.sees('Chrome · Windows')
  await keepPicture(app.page, 'weapp-hand-off')
  await app.tap('确认登录')
  await app.sees('已确认')
  const { login } = await api.anyone.pollHandOff({ body: { secret } })
  expect(login?.me.employee.id).toBe(stage.lead.id)
  await app.open('desk/pages/home/index')
  await app.sees('主理人公益时')
  await keepPicture(app.page, 'weapp-desk')
  expect(app.faults).toEqual([])
  await app.close()
})

it('corrects issued hours, with the effect before and the toast after', async () => {
  await serveSession(stage, api, stage.volunteer, { title: '大沙河清洁行走 · 第 3 场' })
  const app = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await app.open('pages/login/index')
  await app.tap(stage.lead.name)
  await app.sees('退出登录')
  await app.open('desk/pages/corrections/index')
  await app.fill('姓名或工号', stage.volunteer.name)
  await app.tap(new RegExp(stage.volunteer.name))
  await app.fill('更正后的分钟数', '90')
  await app.sees('3\u2009小时 → 1\u2009小时 30\u2009分钟')
  await app.fill('更正原因', '中途离开一半')
  await keepPicture(app.page, 'weapp-correction')
  await app.tap('更正为 1\u2009小时 30\u2009分钟')
  await app.sees('已更正')
  await keepPicture(app.page, 'weapp-corrections')
  const { balances } = await (await api.as(stage.volunteer)).getMyBalances()
  expect(balances).toMatchObject({ minutes: 90, creditFen: 10_000 })
  expect(app.faults).toEqual([])
  await app.close()
})
