import { workOnce } from '@yijian/api/core/jobs/worker'
import type { ScanKind } from '@yijian/shared/attendance/shapes'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { buildFolder, desktop, launchBrowser } from '../support/browser.ts'
import { type Cast, type Stage, openStage, passTime, publishSession } from '../support/journey.ts'
import { makeEmployee } from '../support/people.ts'
import { inLargeType, logInOnWeb, looksRight, shown, sidewaysScroll } from '../support/screens.ts'

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

const logIn = (person: Cast, view: Parameters<typeof logInOnWeb>[3] = {}) => logInOnWeb(browser, stage, person, view)

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${stage.url}/#/pages/${path}`)
}

/** Taps what is named so on the page in front. */
async function tap(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).locator('visible=true').first().click()
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: '输入码文' }).fill(code)
  await tap(page, '确定')
}

async function codeOf(sessionId: string, kind: ScanKind): Promise<string> {
  const host = await api.as(stage.host)
  return (await host.getSessionCode({ params: { sessionId }, query: { kind } })).code
}

async function confirmAndIssue(sessionId: string): Promise<void> {
  const host = await api.as(stage.host)
  const { items } = await host.listSessionHours({ params: { sessionId }, query: {} })
  const confirmed = items.map(({ attendanceId, proposedMinutes }) => ({ attendanceId, minutes: proposedMinutes, reason: '现场核对' }))
  await host.completeHours({ params: { sessionId }, body: { items: confirmed } })
  await host.issueHours({ params: { sessionId }, body: {} })
  while ((await workOnce(stage.app)) > 0);
}

it('leads from a Chinese search to hours and credit whose every entry opens to its source', async () => {
  const { id: sessionId } = await publishSession(stage, api)
  const page = await logIn(stage.volunteer)
  await open(page, 'home/index')
  await shown(page, '还没有要参加的场次').waitFor()
  await looksRight(page, 'web-employee-home-empty')

  await open(page, 'projects/index')
  await page.getByLabel('搜索活动、地点、组织方').fill('清理海漂')
  await shown(page, '剩 20 位').waitFor()
  await looksRight(page, 'web-employee-search')
  await shown(page, '第 12 场').click()
  await shown(page, '名额确认后显示集合细节').waitFor()
  await looksRight(page, 'web-employee-session')

  await tap(page, '报名 · 剩 20 位')
  await shown(page, '集合群号 8812').waitFor()
  await shown(page, '名额已确认，届时见').waitFor()
  await looksRight(page, 'web-employee-signed-up')
  await open(page, 'my-sessions/index')
  await shown(page, '名额已确认').waitFor()
  await looksRight(page, 'web-employee-my-sessions')

  await open(page, 'home/index')
  await tap(page, '扫码签到')
  await shown(page, '现在可以扫码').waitFor()
  await looksRight(page, 'web-employee-scan')
  await typeCode(page, '不是签到码')
  await shown(page, '扫到的内容不是本系统的签到码').waitFor()
  await looksRight(page, 'web-employee-scan-refused')
  await tap(page, '重新扫码')

  const codeIn = await codeOf(sessionId, 'in')
  await page.context().setOffline(true)
  await typeCode(page, codeIn)
  await shown(page, '没有网络').waitFor()
  await page.context().setOffline(false)
  await tap(page, '再试一次')
  await shown(page, /已签到 \d\d:\d\d/).waitFor()
  await looksRight(page, 'web-employee-checked-in')
  await tap(page, '完成')
  await typeCode(page, codeIn)
  await shown(page, '之前已经签到过，重复扫码没有影响。').waitFor()
  await tap(page, '查看场次')
  await shown(page, '结束时记得扫签退码').waitFor()

  await passTime(stage.app, sessionId, 230)
  await open(page, 'scan/index')
  await typeCode(page, await codeOf(sessionId, 'out'))
  await shown(page, /已签退 \d\d:\d\d/).waitFor()
  await tap(page, '查看公益时进度')
  await shown(page, '等主理人确认时长').waitFor()
  await looksRight(page, 'web-employee-attended')

  await confirmAndIssue(sessionId)
  await page.reload()
  await page.getByRole('img', { name: '进度：已下发' }).waitFor()
  await looksRight(page, 'web-employee-issued')

  await open(page, 'credit/index')
  await shown(page, '+300.00').waitFor()
  await looksRight(page, 'web-employee-credit')
  await shown(page, '+300.00').click()
  await shown(page, '公司配捐').waitFor()
  await shown(page, `由 ${stage.host.name}`).waitFor()
  await looksRight(page, 'web-employee-source')
  await tap(page, '查看原始分录')
  await shown(page, `${stage.volunteer.id}/credit`).waitFor()

  await page.goto(`${stage.url}/#/merit/pages/honour/index`)
  await shown(page, /今天|\d+月\d+日 获得/).waitFor()
  await looksRight(page, 'web-employee-honour')
})

it('keeps a place in the queue, moves up when one is given back, and says why a button cannot be used', async () => {
  const full = await publishSession(stage, api, { title: '社区敬老日 · 第 3 场', capacity: 1 })
  const rival = await makeEmployee(stage.app, { branches: [stage.branch] })
  const other = await api.as(rival)
  const { id: rivalSignup } = await other.createSignup({ params: { sessionId: full.id } })

  const page = await logIn(stage.lead)
  await open(page, `session/index?sessionId=${full.id}`)
  await tap(page, '加入候补')
  await shown(page, '你是候补第 1 位').waitFor()
  await looksRight(page, 'web-employee-waiting')

  const clash = await publishSession(stage, api, { title: '旧电脑换新生 · 第 2 场' })
  await open(page, `session/index?sessionId=${clash.id}`)
  const refused = page.getByRole('button', { name: /时间冲突/ })
  await refused.waitFor()
  expect(await refused.getAttribute('aria-disabled')).toBe('true')
  await shown(page, '与你已报名的“社区敬老日 · 第 3 场”').waitFor()
  await looksRight(page, 'web-employee-overlap')

  await other.cancelSignup({ params: { signupId: rivalSignup } })
  await open(page, `session/index?sessionId=${full.id}`)
  await tap(page, '刷新')
  await shown(page, '名额已确认，届时见').waitFor()
  await tap(page, '取消报名')
  await shown(page, '名额会马上让给下一位候补的同事').waitFor()
  await looksRight(page, 'web-employee-cancel')
  await page.getByRole('dialog').getByRole('button', { name: '取消报名' }).click()
  await shown(page, '报名 · 剩 1 位').waitFor()
})

/** The pages of an employee, and words that stand on each once it is loaded. */
const ownPages = {
  home: '为你推荐',
  projects: '场次',
  'my-sessions': '即将参加',
  hours: '每一场',
  credit: '来龙去脉',
  policies: '证据等级',
  me: '我的公益',
  scan: '扫主理人屏幕上的签到码',
}

it.each([
  { name: 'a phone in the dark', theme: 'dark' as const },
  { name: 'a desktop', viewport: desktop },
])('can be read by everybody on $name, on every page of an employee', async ({ name: _, ...view }) => {
  const page = await logIn(stage.volunteer, view)
  const suffix = 'theme' in view ? 'dark' : 'desktop'
  for (const [path, words] of Object.entries(ownPages)) {
    await open(page, `${path}/index`)
    await shown(page, words).waitFor()
    await looksRight(page, `web-employee-${path}-${suffix}`)
  }
})

it('fits the smallest phone in large type', async () => {
  const page = await logIn(stage.volunteer, { viewport: { width: 320, height: 640 } })
  await inLargeType(page)
  for (const [path, words] of Object.entries(ownPages)) {
    await open(page, `${path}/index`)
    await shown(page, words).waitFor()
    expect(await sidewaysScroll(page), path).toBeLessThanOrEqual(0)
  }
})

it('says that a page cannot be loaded without network, stays where one is, and opens it afterwards', async () => {
  const page = await logIn(stage.volunteer)
  await open(page, 'me/index')
  await shown(page, '我的公益').waitFor()
  await page.context().setOffline(true)
  await tap(page, /^规则/)
  await shown(page, '没有网络，这一页还没有载入').waitFor()
  expect(page.url()).toContain('pages/me/index')
  await page.context().setOffline(false)
  await tap(page, /^规则/)
  await shown(page, '证据等级').waitFor()
  await tap(page, '返回')
  await shown(page, '我的公益').waitFor()
})
