import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { grantRoleTo } from '../support/people.ts'
import { givePoints, makeItem, makeTask } from '../support/points.ts'
import { qrOnScreen } from '../support/qr.ts'
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
  const ctx = await systemCtx(stage.app)
  await grantRoleTo(stage.app, stage.lead, 'operator')
  await makeTask(ctx, { title: '完成第一场志愿服务' })
  await makeItem(ctx, { name: '益践帆布袋', pricePoints: 240, perPerson: 1 })
  await givePoints(ctx, stage.volunteer, 300)
})
afterAll(async () => {
  await browser?.close()
  await lab?.close()
  await api?.close()
  await stage?.close()
})

it('redeems points, shows the code, and the desk scans it with WeChat’s scanner', async () => {
  const app = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await app.open('pages/login/index')
  await app.tap(stage.volunteer.name)
  await app.sees('退出登录')
  await app.open('merit/pages/points/index')
  await app.sees('现在就可以兑换“益践帆布袋”')
  await app.sees('完成第一场志愿服务')
  await keepPicture(app.page, 'weapp-points')
  await app.open('merit/pages/shop/index')
  await app.tap(/益践帆布袋/)
  await app.tap('240 分兑换')
  await app.sees('兑换后剩余 60 分')
  await app.front.getByRole('button', { name: '确认兑换' }).last().click()
  await app.sees('请向益践服务台出示领取码')
  await keepPicture(app.page, 'weapp-order')
  const code = await qrOnScreen(app.page, 'weapp-order-code')
  expect(app.faults).toEqual([])
  await app.close()

  const desk = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await desk.open('pages/login/index')
  await desk.tap(stage.lead.name)
  await desk.sees('退出登录')
  await desk.open('desk/pages/pick-up/index')
  await desk.answer('scanCode', { result: code })
  await desk.tap('扫一扫')
  await desk.sees(stage.volunteer.name)
  await desk.front.getByRole('button', { name: '确认交付' }).last().click()
  await desk.sees('没有等待领取的兑换单')
  await keepPicture(desk.page, 'weapp-pick-up')
  expect(desk.faults).toEqual([])
  await desk.close()

  const mine = await api.as(stage.volunteer)
  expect((await mine.listMyOrders({ query: {} })).items).toMatchObject([{ state: 'picked-up', pickUpCode: null }])
  expect((await mine.getMyBalances()).balances.points).toBe(60)
})
