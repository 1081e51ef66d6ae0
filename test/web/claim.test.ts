import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildFolder, desktop, launchBrowser, phone } from '../support/browser.ts'
import { type TestApi, startApi } from '../support/api.ts'
import { claimWish, makeClaim } from '../support/claims.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { grantRoleTo } from '../support/people.ts'
import { pictureOf } from '../support/pictures.ts'
import { logInOnWeb, looksRight, shown } from '../support/screens.ts'

let stage: Stage
let api: TestApi
let browser: Browser

beforeAll(async () => {
  stage = await openStage(buildFolder('h5'))
  await grantRoleTo(stage.app, stage.lead, 'operator')
  api = await startApi(stage.app)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
  await stage?.close()
})

const open = (page: Page, path: string) => page.goto(`${stage.url}/#/${path}`)
const field = (page: Page, label: string) => page.locator('input, textarea, select').and(page.getByLabel(label))

async function addReceipt(page: Page, seed: number): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '添加图片' }).click()
  await (await chooser).setFiles({ name: 'receipt.png', mimeType: 'image/png', buffer: await pictureOf(seed) })
  await shown(page, '上传中').waitFor({ state: 'hidden' })
}

it('brings an own donation from the receipt to the credit, and back after a refund', async () => {
  const giver = await logInOnWeb(browser, stage, stage.volunteer)
  await open(giver, 'giving/pages/claims/index')
  await shown(giver, '还没有申报过').waitFor()
  await looksRight(giver, 'web-claims-empty')
  await giver.getByRole('button', { name: '申报一笔捐赠' }).click()
  await field(giver, '捐赠金额').fill('250')
  await field(giver, '订单号或票据号').fill('TX 2026 1118 0042')
  await addReceipt(giver, 41)
  await shown(giver, '零头 ¥50.00 保留').waitFor()
  await looksRight(giver, 'web-claim-form')
  await giver.getByRole('button', { name: '提交申报' }).click()
  await shown(giver, '运营核实').waitFor()
  await looksRight(giver, 'web-claim-submitted')

  const desk = await logInOnWeb(browser, stage, stage.lead, { viewport: desktop })
  await open(desk, 'desk/pages/claims/index')
  await shown(desk, stage.volunteer.name).waitFor()
  await looksRight(desk, 'web-desk-claims')
  await shown(desk, stage.volunteer.name).click()
  // The receipt is drawn from its short-lived link.
  const receipt = desk.getByRole('img', { name: '收据第 1 张' })
  await expect.poll(() => receipt.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640)
  await looksRight(desk, 'web-desk-claim')
  await desk.getByRole('button', { name: '退回修改' }).click()
  await field(desk, '原因').fill('请补一张看得清日期的截图')
  await desk.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
  await shown(desk, '没有待审核的申报').waitFor()

  await giver.reload()
  await shown(giver, '请补一张看得清日期的截图').waitFor()
  await giver.getByRole('button', { name: '修改后重新提交' }).click()
  await addReceipt(giver, 42)
  await looksRight(giver, 'web-claim-correct')
  await giver.getByRole('button', { name: '修改后重新提交' }).click()
  await shown(giver, '通常 3 个工作日内完成').waitFor()
  // The form made way for the claim it was opened from, which stands there once: before it lies what lay before.
  await giver.getByRole('button', { name: '返回' }).locator('visible=true').first().click()
  await shown(giver, '我的公益时').waitFor()
  await open(giver, 'giving/pages/claims/index')
  await shown(giver, '审核中').click()
  await shown(giver, '通常 3 个工作日内完成').waitFor()

  await desk.reload()
  await shown(desk, stage.volunteer.name).click()
  await shown(desk, '第 2 次提交').waitFor()
  await desk.getByRole('button', { name: '核实通过' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '核实通过' }).click()
  await shown(desk, '没有待审核的申报').waitFor()

  await giver.reload()
  await shown(giver, '已核实，带来公益金').waitFor()
  await shown(giver, '其中 ¥50.00 还不满一个单位').waitFor()
  await looksRight(giver, 'web-claim-approved')
  await giver.getByRole('button', { name: '查看这笔公益金的来源' }).click()
  await shown(giver, '个人每捐款 ¥100').waitFor()
  await open(giver, 'giving/pages/claims/index')
  await shown(giver, '零头 ¥50.00 为你保留：再捐 ¥50.00').waitFor()
  await looksRight(giver, 'web-claims-kept')
  const volunteer = await api.as(stage.volunteer)
  expect((await volunteer.getMyBalances()).balances).toMatchObject({ creditFen: 20_000, giftFen: 25_000, carriedGiftFen: 5000 })

  await desk.getByRole('tab', { name: '已通过' }).click()
  await shown(desk, stage.volunteer.name).click()
  await desk.getByRole('button', { name: '登记退款' }).click()
  await field(desk, '原因').fill('平台原路退回')
  await desk.getByRole('dialog').getByRole('button', { name: '登记退款' }).click()
  await shown(desk, '已登记退款').waitFor()
  const [claim] = (await volunteer.listMyClaims({ query: {} })).items
  await open(giver, `giving/pages/claim/index?claimId=${claim!.id}`)
  await giver.reload()
  await shown(giver, '平台原路退回').waitFor()
  await looksRight(giver, 'web-claim-refunded')
  expect((await volunteer.getMyBalances()).balances).toMatchObject({ creditFen: 0, giftFen: 0, carriedGiftFen: 0 })
})

it('says in words why a claim is refused, and keeps what was typed', async () => {
  await makeClaim(stage.app, stage.lead, { orderNo: 'TX 2026 1109 77' })
  const giver = await logInOnWeb(browser, stage, stage.host)
  await open(giver, 'giving/pages/edit-claim/index')
  await field(giver, '捐赠金额').fill('100')
  await field(giver, '订单号或票据号').fill('tx2026-1109-77')
  await addReceipt(giver, 43)
  await giver.getByRole('button', { name: '提交申报' }).click()
  // Said where the thumb is, and at the number itself.
  const said = giver.getByRole('alert').filter({ hasText: '这个订单号已申报过' })
  await said.waitFor()
  expect((await said.boundingBox())!.y).toBeLessThan(phone.height)
  expect(await field(giver, '订单号或票据号').getAttribute('aria-invalid')).toBe('true')
  expect(await field(giver, '捐赠金额').inputValue()).toBe('100')
  await looksRight(giver, 'web-claim-refused')
  await field(giver, '订单号或票据号').fill('tx2')
  await said.waitFor({ state: 'hidden' })
  await shown(giver, '订单号至少要有 6 位数字或字母').waitFor()
  await field(giver, '捐赠金额').fill('1,0.555')
  await shown(giver, '金额最多两位小数').waitFor()
})

it('lets nobody approve what was sent again since they looked', async () => {
  const { id: claimId } = await makeClaim(stage.app, stage.host, { amountFen: 20_000 })
  const desk = await logInOnWeb(browser, stage, stage.lead)
  await open(desk, `desk/pages/claim/index?claimId=${claimId}`)
  await shown(desk, '¥200.00').waitFor()
  await desk.getByRole('button', { name: '核实通过' }).click()
  const params = { claimId }
  await (await api.as(stage.lead)).returnClaim({ params, body: { round: 1, reason: '金额与收据不符' } })
  const body = await claimWish(stage.app, stage.host, { amountFen: 300_000 })
  await (await api.as(stage.host)).resubmitClaim({ params, body })
  await desk.getByRole('dialog').getByRole('button', { name: '核实通过' }).click()
  await shown(desk, '申报已重新提交').waitFor()
  // What is so now stands before the eyes, and the question has to be asked anew.
  await shown(desk, '第 2 次提交').waitFor()
  await shown(desk, '¥3,000.00').waitFor()
  await desk.getByRole('dialog').waitFor({ state: 'hidden' })
  await looksRight(desk, 'web-claim-sent-again')
  expect(await (await api.as(stage.host)).getMyClaim({ params })).toMatchObject({ state: 'submitted', creditFen: null })
})
