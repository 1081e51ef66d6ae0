import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { buildFolder, desktop, launchBrowser } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { type Cast, type Stage, openStage } from '../support/journey.ts'
import { grantRoleTo } from '../support/people.ts'
import { pictureOf } from '../support/pictures.ts'
import { givePoints, makeItem, makeTask } from '../support/points.ts'
import { qrOnScreen } from '../support/qr.ts'
import { logInOnWeb, looksRight, shown } from '../support/screens.ts'

let stage: Stage
let api: TestApi
let browser: Browser

beforeAll(async () => {
  stage = await openStage(buildFolder('h5'))
  api = await startApi(stage.app)
  browser = await launchBrowser()
  await grantRoleTo(stage.app, stage.lead, 'operator')
  const ctx = await systemCtx(stage.app)
  await makeTask(ctx, { title: '完成第一场志愿服务' })
  await makeTask(ctx, { title: '活动现场扫码签到', fact: 'checked-in', kind: 'daily', points: 5, timesInAll: 30 })
  await makeTask(ctx, { title: '累计服务满 10 小时', fact: 'minutes-served', kind: 'milestone', need: 600, points: 100 })
  await givePoints(ctx, stage.volunteer, 400)
  await makeItem(ctx, { name: '《我们在现场》故事集', category: 'book', pricePoints: 120, perPerson: 1 })
  await makeItem(ctx, { name: '志愿者马甲', category: 'wear', pricePoints: 480, perPerson: 1 })
  await makeItem(ctx, { name: '红树林限量徽章', category: 'other', pricePoints: 150, stock: 0 })
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
  await stage?.close()
})

const logIn = (person: Cast, view: Parameters<typeof logInOnWeb>[3] = {}) => logInOnWeb(browser, stage, person, view)

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${stage.url}/#/${path}`)
}
async function tap(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).locator('visible=true').first().click()
}
/** A control by the words of its label alone. */
function field(page: Page, label: string) {
  return page.locator('input, textarea, select').and(page.getByLabel(new RegExp(`^${label}(选填)?$`)))
}

it('turns points into something in the hand: from the shop to the desk, once', async () => {
  const page = await logIn(stage.volunteer)
  await open(page, 'merit/pages/points/index')
  await shown(page, '再攒 80 分，可兑换“志愿者马甲”').waitFor()
  await shown(page, '0/10 小时').waitFor()
  await looksRight(page, 'web-points')
  await tap(page, '去商城兑换')
  await shown(page, '已兑完').waitFor()
  await looksRight(page, 'web-shop')

  await tap(page, /志愿者马甲/)
  const refused = page.getByRole('button', { name: /480 分兑换/ })
  await refused.waitFor()
  expect(await refused.getAttribute('aria-disabled')).toBe('true')
  await shown(page, '还差 80 积分').waitFor()
  await looksRight(page, 'web-shop-item-refused')

  await open(page, 'merit/pages/shop/index')
  await tap(page, /故事集/)
  await tap(page, '120 分兑换')
  await shown(page, '兑换后剩余 280 分').waitFor()
  await looksRight(page, 'web-shop-confirm')
  await page.getByRole('dialog').getByRole('button', { name: '确认兑换' }).click()
  await shown(page, '请向益践服务台出示领取码').waitFor()
  await looksRight(page, 'web-order')
  const code = await qrOnScreen(page, 'web-order-code')
  expect(code).toMatch(/^YJP1\.[2-9A-Z]{8}$/)

  const desk = await logIn(stage.lead)
  await open(desk, 'desk/pages/pick-up/index')
  await shown(desk, stage.volunteer.name).waitFor()
  await looksRight(desk, 'web-pick-up')
  const typeCode = async (text: string) => {
    await desk.getByRole('textbox', { name: '输入领取码' }).fill(text)
    await tap(desk, '确定')
  }
  await typeCode('2222-2222')
  await shown(desk, '领取码无效').waitFor()
  await typeCode(code)
  await shown(desk, `请核对本人：${stage.volunteer.name}`).waitFor()
  await looksRight(desk, 'web-pick-up-found')
  await desk.getByRole('dialog').getByRole('button', { name: '确认交付' }).click()
  await shown(desk, '没有等待领取的兑换单').waitFor()
  await typeCode(code)
  await shown(desk, '每张兑换单只能领取一次').waitFor()

  await shown(page, '好物请慢用').waitFor()
  await looksRight(page, 'web-order-picked-up')
  const { balances } = await (await api.as(stage.volunteer)).getMyBalances()
  expect(balances.points).toBe(280)
})

it('lets operators offer an item, restock it and publish a task', async () => {
  const desk = await logIn(stage.lead)
  await open(desk, 'desk/pages/shop/index')
  await tap(desk, '上架新商品')
  await field(desk, '商品名称').fill('益践保温杯')
  await field(desk, '商品说明').fill('450 毫升，316 不锈钢。')
  await field(desk, '类别').selectOption({ label: '杯具' })
  await field(desk, '兑换积分').fill('560')
  await field(desk, '首批库存').fill('60')
  await looksRight(desk, 'web-desk-item')
  await tap(desk, '上架')
  await shown(desk, '余 60').waitFor()
  await looksRight(desk, 'web-desk-shop')

  await tap(desk, /益践保温杯/)
  await tap(desk, /调整库存/)
  await field(desk, '增减数量').fill('40')
  await field(desk, '原因').fill('第二批到货')
  await desk.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await shown(desk, '现有 100 件').waitFor()
  await shown(desk, '第二批到货').waitFor()
  await looksRight(desk, 'web-desk-item-stock')

  await open(desk, 'desk/pages/point-tasks/index')
  await tap(desk, '新建积分任务')
  await desk.getByRole('tab', { name: '里程碑' }).click()
  await field(desk, '任务名称').fill('累计服务满 50 小时')
  await field(desk, '奖励什么事').selectOption({ label: '累计公益时' })
  await field(desk, '达到小时数').fill('50')
  await field(desk, '每次积分').fill('300')
  await looksRight(desk, 'web-desk-task-form')
  await tap(desk, '发布任务')
  await shown(desk, '累计服务满 50 小时').waitFor()
  await looksRight(desk, 'web-desk-tasks')
})

it.each([
  { name: 'a phone in the dark', theme: 'dark' as const },
  { name: 'a desktop', viewport: desktop },
])('can be read by everybody on $name', async ({ name: _, ...view }) => {
  const suffix = 'theme' in view ? 'dark' : 'desktop'
  const page = await logIn(stage.lead, view)
  const pages = {
    'merit/pages/points': '积分明细',
    'merit/pages/shop': '红树林限量徽章',
    'merit/pages/orders': '我的兑换',
    'desk/pages/shop': '上架新商品',
    'desk/pages/pick-up': '等待领取',
    'desk/pages/point-tasks': '完成第一场志愿服务',
  }
  for (const [path, words] of Object.entries(pages)) {
    await open(page, `${path}/index`)
    await shown(page, words).waitFor()
    await looksRight(page, `web-points-${path.split('/').at(-1)}-${suffix}`)
  }
})

it('gives an item a picture that the shop shows', async () => {
  const { id } = await makeItem(await systemCtx(stage.app), { name: '红树林台历', category: 'stationery', pricePoints: 30 })
  const desk = await logIn(stage.lead)
  await open(desk, `desk/pages/shop-item/index?shopItemId=${id}`)
  const chooser = desk.waitForEvent('filechooser')
  await tap(desk, /添加图片/)
  await (await chooser).setFiles({ name: 'calendar.png', mimeType: 'image/png', buffer: await pictureOf(30) })
  await shown(desk, '上传中').waitFor({ state: 'hidden' })
  await looksRight(desk, 'web-desk-item-picture')
  await tap(desk, '保存')
  const volunteer = await api.as(stage.volunteer)
  await expect.poll(async () => (await volunteer.getShopItem({ params: { shopItemId: id } })).item.picture?.widthPx).toBe(640)
  await open(desk, `merit/pages/shop-item/index?shopItemId=${id}`)
  await shown(desk, '红树林台历').waitFor()
  await desk.locator('img[src*="/api/v1/files/"]').locator('visible=true').first().waitFor()
  await looksRight(desk, 'web-shop-item-picture')
}, 120_000)
