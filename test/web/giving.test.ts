import { workOnce } from '@yijian/api/core/jobs/worker'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { buildFolder, desktop, launchBrowser } from '../support/browser.ts'
import { giveCredit, type MadeFund, makeFund, passCooling, setFundState } from '../support/giving.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { logInOnWeb, looksRight, shown } from '../support/screens.ts'

let stage: Stage
let api: TestApi
let browser: Browser
let lunch: MadeFund
let birds: MadeFund

beforeAll(async () => {
  stage = await openStage(buildFolder('h5'))
  api = await startApi(stage.app)
  browser = await launchBrowser()
  lunch = await makeFund(stage.app, { name: `营养午餐 ${process.pid}` })
  birds = await makeFund(stage.app, { name: `候鸟守护 ${process.pid}` })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
  await stage?.close()
})

const open = (page: Page, path: string) => page.goto(`${stage.url}/#/${path}`)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).locator('visible=true').first()
const donationIdOf = (page: Page) => /donationId=(don_\w+)/.exec(page.url())?.[1] ?? ''

it('gives credit to two projects, takes it back, gives again, and it arrives', async () => {
  await giveCredit(stage.app, stage.volunteer, 160_000)
  const page = await logInOnWeb(browser, stage, stage.volunteer)
  await open(page, 'pages/credit/index')
  await shown(page, '1,600').waitFor()
  await looksRight(page, 'web-giving-credit')
  await button(page, '捐给项目').click()

  await shown(page, lunch.name).click()
  await shown(page, '已收到').waitFor()
  await button(page, '再选一个项目').click()
  await page.getByRole('dialog').getByText(birds.name).click()
  await page.getByRole('textbox', { name: '捐出金额' }).fill('500.01')
  await button(page, new RegExp(`${lunch.name}多一份`)).click()
  await shown(page, '¥333.34').waitFor()
  await shown(page, '¥166.67').waitFor()
  await looksRight(page, 'web-giving-donate')
  await button(page, '捐出 ¥500.01').click()
  await shown(page, '可捐余额 ¥1,600.00 → ¥1,099.99').waitFor()
  await looksRight(page, 'web-giving-confirm')
  await button(page, '确认捐出 ¥500.01').click()

  await shown(page, /还可撤销 (29|30):\d\d/).waitFor()
  await looksRight(page, 'web-giving-cooling')
  await button(page, '撤销这笔捐赠').click()
  await button(page, '确认撤销').click()
  await shown(page, '已撤销，公益金已退回').waitFor()
  await looksRight(page, 'web-giving-undone')

  await button(page, '再捐一笔').click()
  await shown(page, lunch.name).click()
  await shown(page, '可捐 ¥1,600.00').waitFor()
  await page.getByRole('radio', { name: '全部' }).click()
  await button(page, '捐出 ¥1,600').click()
  await button(page, '确认捐出 ¥1,600').click()
  await shown(page, '还可撤销').waitFor()
  await passCooling(stage.app, donationIdOf(page), 31)
  while ((await workOnce(stage.app)) > 0);
  await page.reload()
  await shown(page, '已送达项目').waitFor()
  await shown(page, '送达项目账户').waitFor()
  await looksRight(page, 'web-giving-arrived')

  await open(page, 'giving/pages/donations/index')
  await shown(page, '已送达').waitFor()
  await looksRight(page, 'web-giving-donations')
  await open(page, 'pages/credit/index')
  await page.reload()
  await shown(page, '捐出（冷静期）').waitFor()
  // What was undone is called what it is, not a correction.
  await shown(page, '捐出退回').waitFor()
  await looksRight(page, 'web-giving-statement')

  const me = await api.as(stage.volunteer)
  expect((await me.getMyBalances()).balances).toMatchObject({ creditFen: 0, creditHeldFen: 0 })
  expect((await me.getFundProject({ params: { fundProjectId: lunch.id } })).transparency).toMatchObject({ receivedFen: 160_000 })
})

it('says why nothing can be given, and what became of a paused project, on a desktop in the dark', async () => {
  const page = await logInOnWeb(browser, stage, stage.host, { viewport: desktop, theme: 'dark' })
  await open(page, 'giving/pages/donate/index')
  await shown(page, '还没有可捐的公益金').waitFor()
  await looksRight(page, 'web-giving-nothing')

  await giveCredit(stage.app, stage.host, 20_000)
  await open(page, `giving/pages/donate/index?fundProjectId=${birds.id}`)
  await page.reload()
  await page.getByRole('textbox', { name: '捐出金额' }).fill('200')
  await button(page, '捐出 ¥200').click()
  await button(page, '确认捐出 ¥200').waitFor()
  await looksRight(page, 'web-giving-confirm-dark')
  // Another device is faster: what is left is told, and nothing is given twice.
  await (await api.as(stage.host)).createDonation({ body: { totalFen: 15_000, parts: [{ fundProjectId: birds.id, weight: 1 }] } })
  await button(page, '确认捐出 ¥200').click()
  await shown(page, '公益金余额不足').waitFor()
  await looksRight(page, 'web-giving-less-left')
  await page.keyboard.press('Escape')
  await setFundState(stage.app, birds, 'paused')
  await page.reload()
  await shown(page, '现在不接受捐赠').waitFor()
  await looksRight(page, 'web-giving-paused')
  // A link to a project that is not there can be mended on the spot.
  await open(page, 'giving/pages/donate/index?fundProjectId=fnd_0d3k9x2m4q7rt')
  await button(page, '移除这一项，另选项目').click()
  await shown(page, '先看清钱去哪里').waitFor()
})

it('finds a project by its words where they are many', async () => {
  await setFundState(stage.app, birds, 'listed')
  for (let made = 0; made < 8; made++) await makeFund(stage.app, { name: `图书角 ${made} 号 ${process.pid}` })
  await giveCredit(stage.app, stage.lead, 30_000)
  const page = await logInOnWeb(browser, stage, stage.lead)
  await open(page, 'pages/credit/index')
  await button(page, /公益金项目/).click()
  await shown(page, lunch.name).waitFor()
  await open(page, 'giving/pages/donate/index')
  // The page behind has a search of its own.
  await shown(page, '先看清钱去哪里').waitFor()
  await expect.poll(() => page.getByRole('main').locator('visible=true').count()).toBe(1)
  const search = page.getByLabel('搜索项目、机构、城市').locator('visible=true')
  await search.fill('候鸟')
  await shown(page, '图书角').waitFor({ state: 'hidden' })
  await shown(page, birds.name).waitFor()
  await looksRight(page, 'web-giving-search')
  await search.fill('没有这样的项目')
  await shown(page, '没有符合的项目').waitFor()
  await search.fill('候鸟')
  await shown(page, birds.name).click()
  await shown(page, '已收到').waitFor()
}, 120_000)
