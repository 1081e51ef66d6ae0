import { workOnce } from '@yijian/api/core/jobs/worker'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { type MadeFund, giveCredit, makeFund, passCooling } from '../support/giving.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { openMiniProgram, startLab } from './lab/mini-program.ts'

let stage: Stage
let api: TestApi
let browser: Browser
let lab: Awaited<ReturnType<typeof startLab>>
let fund: MadeFund

beforeAll(async () => {
  stage = await openStage(null)
  api = await startApi(stage.app)
  lab = await startLab({ apiBase: stage.url })
  browser = await launchBrowser()
  fund = await makeFund(stage.app, { name: `营养午餐 ${process.pid}` })
})
afterAll(async () => {
  await browser?.close()
  await lab?.close()
  await api?.close()
  await stage?.close()
})

it('gives credit, takes it back, and gives it for good', async () => {
  await giveCredit(stage.app, stage.volunteer, 30_000)
  const me = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await me.open('pages/login/index')
  await me.tap(stage.volunteer.name)
  await me.sees('退出登录')

  const give = async (yuan: string) => {
    await me.open(`giving/pages/donate/index?fundProjectId=${fund.id}`)
    await me.sees('已收到')
    await me.fill('捐出金额', yuan)
    await me.tap(`捐出 ¥${yuan}`)
    await me.sees(/之前可以撤销/)
    await keepPicture(me.page, `weapp-giving-confirm-${yuan}`)
    await me.tap(`确认捐出 ¥${yuan}`)
    await me.sees(/还可撤销/)
  }
  await give('100')
  await keepPicture(me.page, 'weapp-giving-cooling')
  await me.tap('撤销这笔捐赠')
  await me.sees('撤销这笔捐赠？')
  await me.tap('确认撤销')
  await me.sees('再捐一笔')

  await give('300')
  const volunteer = await api.as(stage.volunteer)
  const [newest] = (await volunteer.listMyDonations({ query: {} })).items
  await passCooling(stage.app, newest!.id, 31)
  while ((await workOnce(stage.app)) > 0);
  await me.pullDown()
  await me.sees('已送达项目')
  await keepPicture(me.page, 'weapp-giving-arrived')
  await me.open('giving/pages/donations/index')
  await me.sees('已撤销')
  expect(me.faults).toEqual([])
  await me.close()
  expect((await volunteer.getMyBalances()).balances).toMatchObject({ creditFen: 0, creditHeldFen: 0 })
})
