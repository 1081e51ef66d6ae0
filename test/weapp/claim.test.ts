import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { grantRoleTo } from '../support/people.ts'
import { pictureOf } from '../support/pictures.ts'
import { openMiniProgram, startLab } from './lab/mini-program.ts'

let stage: Stage
let api: TestApi
let browser: Browser
let lab: Awaited<ReturnType<typeof startLab>>

beforeAll(async () => {
  stage = await openStage(null)
  await grantRoleTo(stage.app, stage.lead, 'operator')
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

it('claims an own donation with a picture of the album, and shows the credit once it is verified', async () => {
  const giver = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await giver.open('pages/login/index')
  await giver.tap(stage.volunteer.name)
  await giver.sees('退出登录')
  await giver.open('giving/pages/edit-claim/index')
  await giver.fill('捐赠金额', '300')
  await giver.fill('订单号或票据号', 'ALI 2026 1118 77')
  const picture = await pictureOf(51)
  const tempFilePath = `data:image/png;base64,${picture.toString('base64')}`
  await giver.answer('chooseMedia', { type: 'image', tempFiles: [{ tempFilePath, size: picture.length, fileType: 'image' }] })
  // As a thumb would: the picture must not lie under the bar at the bottom.
  await giver.front.getByText('预计带来').first().scrollIntoViewIfNeeded()
  await giver.tap('添加图片')
  await giver.sees('1/3 张')
  await giver.sees('预计带来')
  await keepPicture(giver.page, 'weapp-claim-form')
  await giver.tap('提交申报')
  await giver.sees('运营核实')
  await keepPicture(giver.page, 'weapp-claim-submitted')

  const operator = await api.as(stage.lead)
  const [waiting] = (await operator.listClaims({ query: {} })).items
  await operator.approveClaim({ params: { claimId: waiting!.id }, body: { round: waiting!.round } })
  await giver.pullDown()
  await giver.sees('已核实，带来公益金')
  await keepPicture(giver.page, 'weapp-claim-approved')
  await giver.tap('查看这笔公益金的来源')
  await giver.sees('腾讯公益')
  expect(giver.faults).toEqual([])
  await giver.close()
  expect((await (await api.as(stage.volunteer)).getMyBalances()).balances).toMatchObject({ creditFen: 30_000, giftFen: 30_000 })
})
