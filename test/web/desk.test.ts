import type { App } from '@yijian/api/core/app'
import { declarePersona } from '@yijian/api/people/index'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { readHandOffCode } from '@yijian/shared/people/hand-off'
import { type TestApi, startApi } from '../support/api.ts'
import { buildFolder, desktop, launchBrowser, openPage } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { type Cast, type Stage, openStage } from '../support/journey.ts'
import { type RoleOf, grantRoleTo, makeEmployee } from '../support/people.ts'
import { qrOnScreen } from '../support/qr.ts'
import { inLargeType, logInOnWeb, looksRight, shown, sidewaysScroll } from '../support/screens.ts'
import { serveSession } from '../support/served.ts'

let stage: Stage
let api: TestApi
let browser: Browser

beforeAll(async () => {
  stage = await openStage(buildFolder('h5'))
  api = await startApi(stage.app)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
  await stage?.close()
})

async function cast(app: App, words: string, role?: RoleOf): Promise<Cast> {
  const name = `${words}${process.pid}`
  const { id } = await makeEmployee(app, { name })
  if (role !== undefined) await grantRoleTo(app, { id }, role)
  await declarePersona(await systemCtx(app), { employeeId: id, part: { zh: words, en: words }, position: 50 })
  return { id, name }
}

it('lets a phone log a computer in by the code on its screen, and the computer sees its desk', async () => {
  const operator = await cast(stage.app, '运营丁', 'operator')
  const phone = await api.as(operator)
  const { page: computer } = await openPage(browser, { viewport: desktop })
  await computer.goto(`${stage.url}/#/pages/login/index`)
  await shown(computer, '用手机扫码登录').waitFor()
  const scanned = await qrOnScreen(computer, 'web-desk-hand-off')
  await looksRight(computer, 'web-desk-login')
  const code = readHandOffCode(scanned) ?? ''
  expect(await phone.viewHandOff({ body: { code } })).toMatchObject({ browser: expect.stringContaining('Chrome') })
  await phone.confirmHandOff({ body: { code } })
  await shown(computer, '我的公益时').waitFor()
  await computer.getByRole('link', { name: '政策' }).click()
  await computer.getByRole('heading', { level: 1, name: '政策' }).waitFor()
  await looksRight(computer, 'web-desk-rules')
  await computer.context().close()
})

it('lets a logged-in browser confirm another by its scan page', async () => {
  const phone = await logInOnWeb(browser, stage, stage.volunteer)
  const { page: computer } = await openPage(browser, { viewport: desktop })
  await computer.goto(`${stage.url}/#/pages/login/index`)
  await shown(computer, '用手机扫码登录').waitFor()
  const code = readHandOffCode(await qrOnScreen(computer, 'web-desk-second')) ?? ''
  await phone.goto(`${stage.url}/#/desk/pages/hand-off/index?code=${code}`)
  await shown(phone, '在电脑上登录？').waitFor()
  await looksRight(phone, 'web-desk-confirm')
  await phone.getByRole('button', { name: '确认登录' }).click()
  await shown(phone, '已确认').waitFor()
  await shown(computer, '我的公益时').waitFor()
  expect(await computer.getByRole('link', { name: '操作留痕' }).count()).toBe(0)
  await Promise.all([phone.context().close(), computer.context().close()])
})

it('shows administration to those whose part it is', async () => {
  const auditor = await cast(stage.app, '审计戊', 'auditor')
  const hr = await cast(stage.app, '人力己', 'hr')
  const desk = await logInOnWeb(browser, stage, auditor, { viewport: desktop })
  await desk.getByRole('link', { name: '账本核验' }).click()
  await desk.getByRole('button', { name: '开始核验' }).click()
  await shown(desk, /账本完好/).waitFor()
  await looksRight(desk, 'web-desk-proof')
  await desk.getByRole('link', { name: '操作留痕' }).click()
  await shown(desk, /login\.started/).waitFor()
  await looksRight(desk, 'web-desk-audit')

  const people = await logInOnWeb(browser, stage, hr, { viewport: desktop })
  await people.getByRole('link', { name: '员工', exact: true }).click()
  await people.getByLabel('姓名或工号').fill(stage.volunteer.name)
  await shown(people, new RegExp(`^${stage.volunteer.name}`)).click()
  await people.getByRole('button', { name: '生成绑定码' }).click()
  await shown(people, /绑定码 [2-9A-Z]{8}/).waitFor()
  await looksRight(people, 'web-desk-person')
  await Promise.all([desk.context().close(), people.context().close()])
})

it('lets a lead find issued hours, see what a correction changes, and make it; the person reads why', async () => {
  await serveSession(stage, api, stage.volunteer, { title: '大沙河清洁行走 · 第 3 场' })
  await serveSession(stage, api, await cast(stage.app, '志愿者庚'))
  const lead = await logInOnWeb(browser, stage, stage.lead)
  await lead.goto(`${stage.url}/#/desk/pages/home/index`)
  await shown(lead, '更正公益时').click()
  await shown(lead, '大沙河清洁行走').waitFor()
  await looksRight(lead, 'web-desk-corrections')
  await lead.getByLabel('姓名或工号').fill('查无此人')
  await shown(lead, '没有找到').waitFor()
  await lead.getByLabel('姓名或工号').fill(stage.volunteer.name)
  await shown(lead, stage.volunteer.name).click()

  const sheet = lead.getByRole('dialog')
  const minutes = sheet.getByRole('textbox', { name: '更正后的分钟数' })
  await minutes.fill('181')
  await sheet.getByRole('alert').getByText('请填 0 到 180 的整数').waitFor()
  await minutes.fill('90')
  await sheet.getByText('3\u2009小时 → 1\u2009小时 30\u2009分钟').waitFor()
  await sheet.getByText('−¥200').waitFor()
  await sheet.getByRole('textbox', { name: '更正原因' }).fill('中途离开一半')
  await looksRight(lead, 'web-desk-correction')
  await lead.context().setOffline(true)
  await sheet.getByRole('button', { name: '更正为 1\u2009小时 30\u2009分钟' }).click()
  await shown(lead, '没有网络').waitFor()
  await lead.context().setOffline(false)
  await sheet.getByRole('button', { name: '更正为 1\u2009小时 30\u2009分钟' }).click()
  await shown(lead, `已更正，会通知${stage.volunteer.name}`).waitFor()
  await shown(lead, '已更正', { exact: true }).waitFor()
  await shown(lead, '1\u2009小时 30\u2009分钟').waitFor()

  const { balances } = await (await api.as(stage.volunteer)).getMyBalances()
  expect(balances).toMatchObject({ minutes: 90, creditFen: 10_000, points: 20, carriedMinutes: 30 })
  const page = await logInOnWeb(browser, stage, stage.volunteer)
  await page.goto(`${stage.url}/#/pages/hours/index`)
  await shown(page, '大沙河清洁行走').click()
  await shown(page, '公益时更正').waitFor()
  await shown(page, '中途离开一半').waitFor()
  await looksRight(page, 'web-desk-corrected')
  await Promise.all([lead.context().close(), page.context().close()])
}, 120_000)

it('corrects hours in large type, in the dark, on the smallest phone and on a computer; shows anew what another lead changed', async () => {
  const { attendanceId } = await serveSession(stage, api, stage.volunteer, { title: '深圳湾红树林净滩与海漂垃圾分类调查 · 第 21 场' })
  const open = async (page: Page) => {
    await page.goto(`${stage.url}/#/desk/pages/corrections/index`)
    await shown(page, '深圳湾红树林净滩').waitFor()
  }
  const lead = await logInOnWeb(browser, stage, stage.lead, { theme: 'dark' })
  await open(lead)
  await inLargeType(lead)
  await lead.setViewportSize({ width: 320, height: 640 })
  await shown(lead, '深圳湾红树林净滩').waitFor()
  await looksRight(lead, 'web-desk-corrections-large')
  expect(await sidewaysScroll(lead)).toBeLessThanOrEqual(0)
  await shown(lead, '深圳湾红树林净滩').click()
  await lead.getByRole('textbox', { name: '更正后的分钟数' }).fill('0')
  await lead.getByText('3\u2009小时 → 0\u2009分钟').waitFor()
  await looksRight(lead, 'web-desk-correction-large')

  const reason = lead.getByRole('textbox', { name: '更正原因' })
  await reason.fill('未到场')
  const elsewhere = { minutes: 120, minutesBefore: 180, reason: '提前离场' }
  await (await api.as(stage.lead)).correctHours({ params: { attendanceId }, body: elsewhere })
  await lead.getByRole('button', { name: '更正为 0\u2009分钟' }).click()
  await shown(lead, '公益时刚刚有变化').waitFor()
  await lead.getByText('2\u2009小时 → 0\u2009分钟').waitFor()
  await lead.getByText('现为 2\u2009小时').waitFor()
  expect(await reason.inputValue()).toBe('未到场')
  await looksRight(lead, 'web-desk-correction-again')
  await lead.getByRole('button', { name: '更正为 0\u2009分钟' }).click()
  await shown(lead, `已更正，会通知${stage.volunteer.name}`).waitFor()

  const desk = await logInOnWeb(browser, stage, stage.lead, { viewport: desktop })
  await open(desk)
  await looksRight(desk, 'web-desk-corrections-wide')
  await Promise.all([lead.context().close(), desk.context().close()])
}, 120_000)

it('publishes a policy upon the newest version, and shows what a colleague published meanwhile', async () => {
  const operator = await cast(stage.app, '运营壬', 'operator')
  const colleague = await api.as(await cast(stage.app, '运营癸', 'operator'))
  const desk = await logInOnWeb(browser, stage, operator)
  await desk.goto(`${stage.url}/#/desk/pages/rules/index`)
  await desk.getByRole('button', { name: '发布新版本：向善积分' }).click()
  const sheet = desk.getByRole('dialog')
  await sheet.getByRole('textbox', { name: '版本名' }).fill('journey-2')
  const points = sheet.getByRole('textbox', { name: '每单位积分' })
  await points.fill('30')
  await sheet.getByText('最新版本为 20').waitFor()

  const [newest] = (await colleague.listPolicies({ query: { kind: 'points' } })).items
  if (newest?.kind !== 'points') throw new Error('there is no policy of points')
  const settings = { ...newest.settings, unitPoints: 25 }
  const inForceFrom = addDays(shanghaiDay((await systemCtx(stage.app)).now), 3)
  await colleague.publishPolicy({ body: { kind: 'points', label: 'journey-1', inForceFrom, follows: newest.id, settings } })
  await sheet.getByRole('button', { name: '发布', exact: true }).click()
  await sheet.filter({ hasText: '发布后不能修改' }).getByRole('button', { name: '发布', exact: true }).click()
  await shown(desk, '刚刚有了新版本').waitFor()
  await desk.getByText('最新版本为 25').waitFor()
  expect(await points.inputValue()).toBe('30')
  await looksRight(desk, 'web-desk-policy-again')
  await desk.context().close()
})
