import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { buildFolder, desktop, launchBrowser } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { arrivedDonation } from '../support/payouts.ts'
import { grantRoleTo } from '../support/people.ts'
import { logInOnWeb, looksRight, shown } from '../support/screens.ts'

let stage: Stage
let api: TestApi
let browser: Browser

beforeAll(async () => {
  stage = await openStage(buildFolder('h5'))
  api = await startApi(stage.app)
  browser = await launchBrowser()
  for (const person of [stage.host, stage.lead]) await grantRoleTo(stage.app, person, 'operator')
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
  await stage?.close()
})

const open = (page: Page, path: string) => page.goto(`${stage.url}/#/${path}`)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).locator('visible=true').first()
const dialog = (page: Page) => page.getByRole('dialog')

/** A control by the words of its label alone. */
function field(page: Page, label: string) {
  const named = page.getByLabel(new RegExp(`^${label}(选填)?$`))
  return page.locator('input, textarea, select').and(named).locator('visible=true')
}

/** Asked whether they are sure, the person is. */
async function confirm(page: Page, words: string): Promise<void> {
  await button(page, words).click()
  await dialog(page).getByRole('button', { name: words }).click()
}

const name = `山区儿童热午餐 ${process.pid}`

it('takes a fund project to the list, its donations to the charity, and the report to everybody', async () => {
  const one = await logInOnWeb(browser, stage, stage.host)
  await open(one, 'desk/pages/edit-fund/index')
  await field(one, '项目名称').fill(name)
  await field(one, '一句话介绍').fill('让山里的孩子在学校吃上一顿热乎的午餐')
  await field(one, '领域').selectOption({ label: '助学' })
  await field(one, '帮助的城市').fill('毕节')
  await field(one, '100 元可以做什么').fill('20 份热午餐')
  await field(one, '项目故事').fill('很多孩子每天步行一小时上学，中午只有一盒冷饭。项目为村小建起小厨房。')
  await field(one, '目标金额').fill('30000')
  await field(one, '机构名称').fill('黔西北春苗儿童服务中心')
  await field(one, '统一社会信用代码').fill('53520000MJR12345AC')
  await field(one, '收款账户').fill('农业银行毕节分行 2310 0104 0012 345')
  await looksRight(one, 'web-fund-form')
  await button(one, '保存').click()
  await shown(one, '由你录入或填写了机构信息，须另一位运营核验').waitFor()
  await looksRight(one, 'web-fund-recommended')
  const fundProjectId = /fundProjectId=(fnd_\w+)/.exec(one.url())?.[1] ?? ''

  const two = await logInOnWeb(browser, stage, stage.lead)
  await open(two, 'desk/pages/funds/index')
  await shown(two, name).click()
  await confirm(two, '核验通过')
  await confirm(two, '上线接受捐赠')
  await shown(two, '发布反馈').waitFor()

  const ctx = await systemCtx(stage.app)
  for (const fen of [10_000, 20_000, 10_000]) await arrivedDonation(ctx, [{ id: fundProjectId }], fen)
  await open(one, 'desk/pages/payouts/index')
  await shown(one, name).waitFor()
  await looksRight(one, 'web-payouts')
  await button(one, `生成批次, ${name}`).click()
  await dialog(one).getByRole('button', { name: '生成批次' }).click()
  await one
    .getByRole('button', { name: new RegExp(`^${name}.*¥400`) })
    .locator('visible=true')
    .click()
  await shown(one, '由你生成，须另一位运营复核').waitFor()
  await looksRight(one, 'web-payout-built')
  const payoutId = /payoutId=(pay_\w+)/.exec(one.url())?.[1] ?? ''

  await open(two, `desk/pages/payout/index?payoutId=${payoutId}`)
  await confirm(two, '复核通过')
  await button(two, '登记已打款').click()
  await field(two, '银行流水号').fill('20261121-0088')
  await dialog(two).getByRole('button', { name: '登记已打款' }).click()
  await button(two, '确认到账').click()
  await field(two, '机构回执').fill('已开具捐赠票据')
  await dialog(two).getByRole('button', { name: '确认到账' }).click()
  await shown(two, '机构回执：已开具捐赠票据').waitFor()
  await looksRight(two, 'web-payout-confirmed')

  await open(one, `desk/pages/fund-report/index?fundProjectId=${fundProjectId}`)
  await shown(one, '已拨付且尚未反馈的有 ¥400').waitFor()
  await field(one, '标题').fill('开学反馈：第四所学校开餐')
  await field(one, '使用公益金').fill('300')
  await field(one, '做了什么，带来什么').fill('第四所学校的厨房在九月开餐，新增 31 名学生。')
  await looksRight(one, 'web-fund-report')
  await button(one, '发布反馈').click()

  const giver = await logInOnWeb(browser, stage, stage.volunteer)
  await open(giver, 'giving/pages/funds/index')
  await shown(giver, name).waitFor()
  await looksRight(giver, 'web-funds')
  await shown(giver, name).click()
  await shown(giver, '3 位同事捐赠').waitFor()
  await shown(giver, '机构已反馈使用 ¥300').waitFor()
  await looksRight(giver, 'web-fund')
  await shown(giver, '开学反馈：第四所学校开餐').scrollIntoViewIfNeeded()
  await looksRight(giver, 'web-fund-reports')
  const { transparency } = await (await api.as(stage.volunteer)).getFundProject({ params: { fundProjectId } })
  expect(transparency).toMatchObject({ receivedFen: 40_000, paidFen: 40_000, onItsWayFen: 0, leftFen: 0, spentFen: 30_000, reports: 1 })
}, 120_000)

it('stands on a desktop and in the dark', async () => {
  const wide = await logInOnWeb(browser, stage, stage.host, { viewport: desktop, theme: 'dark' })
  await open(wide, 'desk/pages/funds/index')
  await shown(wide, name).waitFor()
  await looksRight(wide, 'web-desk-funds-desktop')
  await open(wide, 'desk/pages/payouts/index')
  await shown(wide, '已到账').waitFor()
  await looksRight(wide, 'web-payouts-desktop')
  await open(wide, 'giving/pages/funds/index')
  await shown(wide, name).click()
  await shown(wide, '3 位同事捐赠').waitFor()
  await looksRight(wide, 'web-fund-desktop')
})

it('takes what the bank sends back into the next batch', async () => {
  const [builder, other] = await Promise.all([api.as(stage.host), api.as(stage.lead)])
  const { items } = await builder.listManagedFundProjects({ query: { search: name } })
  await arrivedDonation(await systemCtx(stage.app), [{ id: items[0]?.id ?? '' }], 20_000)
  const [batch] = (await builder.buildPayouts({ body: {} })).items
  const params = { payoutId: batch?.id ?? '' }
  await other.approvePayout({ params })
  await other.sendPayout({ params, body: { bankReference: '20261122-0003' } })

  const page = await logInOnWeb(browser, stage, stage.lead, { theme: 'dark' })
  await open(page, `desk/pages/payout/index?payoutId=${params.payoutId}`)
  await button(page, '登记退回').click()
  await dialog(page).getByRole('textbox').fill('户名与账号不符，开户行退回。')
  await dialog(page).getByRole('button', { name: '登记退回' }).click()
  await shown(page, '原因：户名与账号不符，开户行退回。').waitFor()
  await shown(page, '款项已回到项目账户').waitFor()
  await looksRight(page, 'web-payout-bounced')
  await button(page, '去拨付列表').click()
  await button(page, `生成批次, ${name}`).waitFor()
  await shown(page, '¥200').waitFor()
})
