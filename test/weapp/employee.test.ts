import { workOnce } from '@yijian/api/core/jobs/worker'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { type Stage, openStage, passTime, publishSession } from '../support/journey.ts'
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

it('signs up, scans in and out with WeChat’s scanner, and sees hours and credit with their source', async () => {
  await publishSession(stage, api)
  const { id: sessionId } = await publishSession(stage, api, { title: '社区敬老日 · 第 3 场' })
  const host = await api.as(stage.host)
  const codeOf = async (kind: 'in' | 'out') => (await host.getSessionCode({ params: { sessionId }, query: { kind } })).code

  const app = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await app.open('pages/login/index')
  await app.tap(stage.volunteer.name)
  await app.sees('退出登录')

  await app.open('pages/projects/index')
  await app.sees('红树林净滩')
  await app.fill('搜索活动、地点、组织方', '敬老日')
  await expect.poll(() => app.text()).not.toContain('红树林净滩')
  await app.tap(/社区敬老日/)
  await app.sees('名额确认后显示集合细节')
  await app.tap('报名 · 剩 20 位')
  await app.sees('集合群号 8812')
  await keepPicture(app.page, 'weapp-employee-signed-up')

  await app.answer('scanCode', { result: await codeOf('in') })
  await app.tap('扫码签到')
  await app.tap('扫一扫')
  await app.sees(/已签到 \d\d:\d\d/)
  await expect.poll(() => app.calls('scanCode')).toMatchObject([{ onlyFromCamera: true, scanType: ['qrCode'] }])
  await expect.poll(() => app.calls('vibrateShort')).toHaveLength(2)
  await keepPicture(app.page, 'weapp-employee-checked-in')
  await app.tap('完成')

  await passTime(stage.app, sessionId, 230)
  await app.answer('scanCode', { result: await codeOf('out') })
  await app.tap('扫一扫')
  await app.sees(/已签退 \d\d:\d\d/)
  await app.tap('查看公益时进度')
  await app.sees('等主理人确认时长')

  const { items } = await host.listSessionHours({ params: { sessionId }, query: {} })
  const confirmed = items.map(({ attendanceId, proposedMinutes }) => ({ attendanceId, minutes: proposedMinutes, reason: '现场核对' }))
  await host.completeHours({ params: { sessionId }, body: { items: confirmed } })
  await host.issueHours({ params: { sessionId }, body: {} })
  while ((await workOnce(stage.app)) > 0);

  await app.pullDown()
  await app.sees('3\u2009小时')
  await keepPicture(app.page, 'weapp-employee-hours')
  await app.open('pages/credit/index')
  await app.tap('+300.00')
  await app.sees('公司配捐')
  await app.sees(`由 ${stage.host.name}`)
  await keepPicture(app.page, 'weapp-employee-source')

  expect(app.faults).toEqual([])
  expect(await app.page.evaluate(() => window.__lab.newFunction)).toEqual([])
  await app.close()
})

it('tells a refused scan from a good one by a long vibration, and leads on', async () => {
  const app = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await app.open('pages/login/index')
  await app.tap(stage.lead.name)
  await app.sees('退出登录')
  await app.open('pages/scan/index')

  const { id: sessionId } = await publishSession(stage, api)
  const { code } = await (await api.as(stage.host)).getSessionCode({ params: { sessionId }, query: {} })
  await app.answer('scanCode', { result: code })
  await app.tap('扫一扫')
  await app.sees('的名单里没有你')
  await expect.poll(() => app.calls('vibrateLong')).toHaveLength(1)
  expect(await app.calls('vibrateShort')).toHaveLength(0)
  await app.tap('去找这一场')
  await app.sees('可报名')

  await app.open('pages/scan/index')
  await app.answer('scanCode', new Error('cancel'))
  await app.tap('扫一扫')
  await app.sees('扫主理人屏幕上的签到码')
  await expect.poll(() => app.calls('vibrateLong')).toHaveLength(1)
  await app.close()
})
