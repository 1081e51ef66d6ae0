import { workOnce } from '@yijian/api/core/jobs/worker'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clockTime } from '../../apps/miniapp/src/lib/format.ts'
import { type TestApi, startApi } from '../support/api.ts'
import { buildFolder, launchBrowser } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { makeEmployee, makeEmployees } from '../support/people.ts'
import { signUpOf } from '../support/projects.ts'
import { inLargeType, logInOnWeb, looksRight, shown, sidewaysScroll } from '../support/screens.ts'
import { qrOnScreen } from '../support/qr.ts'
import { type Cast, type Stage, openStage, passTime, publishSession } from '../support/journey.ts'

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

const logIn = (person: Cast) => logInOnWeb(browser, stage, person)

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${stage.url}/#/${path}`)
}

/** A control by the words of its label alone. */
function field(page: Page, label: string) {
  const named = page.getByLabel(new RegExp(`^${label}(选填)?$`))
  return page.locator('input, textarea, select').and(named)
}

it('takes a project from the first word to issued hours, on the screens of host and branch lead', async () => {
  const host = await logIn(stage.host)
  await open(host, 'host/pages/edit-project/index')
  await field(host, '项目名称').fill('梅林水库清洁行走')
  await field(host, '领域').selectOption({ label: '环境保护' })
  await field(host, '所属分会').selectOption({ label: stage.branch.name })
  await field(host, '城市').fill('深圳')
  await field(host, '组织方').fill('志愿者协会')
  await field(host, '项目故事').fill('沿水库步道走三小时，捡走看得见的垃圾。')
  await looksRight(host, 'web-host-edit-project')
  await host.getByRole('button', { name: '保存草稿' }).click()
  await host.getByRole('button', { name: '提交审核' }).click()
  await shown(host, '审核中。').waitFor()
  const projectId = /projectId=(prj_\w+)/.exec(host.url())?.[1]
  await looksRight(host, 'web-host-in-review')

  const lead = await logIn(stage.lead)
  await open(lead, 'desk/pages/reviews/index')
  await shown(lead, '梅林水库清洁行走').click()
  await looksRight(lead, 'web-host-review')
  await lead.getByRole('button', { name: '通过并发布' }).click()
  await lead.getByRole('dialog').getByRole('button', { name: '通过并发布' }).click()
  await shown(lead, '没有待审核的项目').waitFor()

  const startsAt = addMinutes((await systemCtx(stage.app)).now, 20)
  const [day, time] = [shanghaiDay(startsAt), clockTime(startsAt)]
  await open(host, `host/pages/edit-session/index?projectId=${projectId}`)
  await field(host, '日期').fill(day)
  await field(host, '开始').fill(time)
  await field(host, '结束').fill(clockTime(addMinutes(startsAt, 180)))
  await field(host, '集合地点').fill('梅林水库东门')
  for (const label of ['报名截止', '可自由取消到']) {
    await field(host, label).fill(day)
    await field(host, `${label}时刻`).fill(time)
  }
  await looksRight(host, 'web-host-edit-session')
  await host.getByRole('button', { name: '开放场次' }).click()
  await shown(host, '现场出示').waitFor()
  const sessionId = /sessionId=(ses_\w+)/.exec(host.url())?.[1] ?? ''
  await looksRight(host, 'web-host-session')

  const volunteer = await api.as(stage.volunteer)
  await volunteer.createSignup({ params: { sessionId } })
  await open(host, `host/pages/code/index?sessionId=${sessionId}`)
  await shown(host, '秒后换新码').waitFor()
  const code = await qrOnScreen(host, 'web-host-code')
  const receipt = await volunteer.scanCode({ body: { code } })
  expect(receipt).toMatchObject({ sessionId, kind: 'in', repeated: false })
  await shown(host, stage.volunteer.name).waitFor()
  await looksRight(host, 'web-host-arrivals')

  await passTime(stage.app, sessionId, 240)
  await open(host, `host/pages/hours/index?sessionId=${sessionId}`)
  await host.reload()
  await shown(host, '需说明原因').waitFor()
  await looksRight(host, 'web-host-hours')
  await shown(host, stage.volunteer.name).click()
  await field(host, '说明').fill('集体返程，忘记签退')
  await host.getByRole('button', { name: '确定' }).click()
  await host.getByRole('button', { name: '确认 1 人的公益时' }).click()
  await host.getByRole('button', { name: '下发 1 人的公益时' }).click()
  await host.getByRole('dialog').getByRole('button', { name: '下发 1 人的公益时' }).click()
  await shown(host, '已下发', { exact: true }).waitFor()
  await looksRight(host, 'web-host-issued')

  const { balances } = await volunteer.getMyBalances()
  expect(balances).toMatchObject({ minutes: 180, creditFen: 30_000, points: 60, carriedMinutes: 0 })
})

it('is read in large type and in the dark, at the door, at the hours and at the desk', async () => {
  const { id: sessionId } = await publishSession(stage, api, { title: '大沙河清洁行走' })
  await (await api.as(stage.volunteer)).createSignup({ params: { sessionId } })
  const body = { employeeId: stage.volunteer.id, kind: 'in', reason: '手机没电，现场核对工牌' } as const
  await (await api.as(stage.host)).scanByName({ params: { sessionId }, body })

  const host = await logInOnWeb(browser, stage, stage.host, { theme: 'dark' })
  await open(host, `host/pages/code/index?sessionId=${sessionId}`)
  await inLargeType(host)
  await shown(host, '秒后换新码').waitFor()
  await shown(host, stage.volunteer.name).waitFor()
  await looksRight(host, 'web-host-code-large')
  expect(await sidewaysScroll(host)).toBeLessThanOrEqual(0)
  await open(host, `host/pages/hours/index?sessionId=${sessionId}`)
  await shown(host, '需说明原因').waitFor()
  await looksRight(host, 'web-host-hours-large')
  expect(await sidewaysScroll(host)).toBeLessThanOrEqual(0)

  await host.setViewportSize({ width: 320, height: 640 })
  const pages = { home: '我的项目', session: '现场出示', hours: '需说明原因', roster: '已确认' }
  for (const [path, words] of Object.entries(pages)) {
    await open(host, `host/pages/${path}/index?sessionId=${sessionId}`)
    await shown(host, words).waitFor()
    expect(await sidewaysScroll(host), path).toBeLessThanOrEqual(0)
  }

  const lead = await logInOnWeb(browser, stage, stage.lead, { theme: 'dark' })
  await open(lead, 'desk/pages/home/index')
  await inLargeType(lead)
  await shown(lead, '主理人公益时').waitFor()
  await looksRight(lead, 'web-desk-home-large')
  expect(await sidewaysScroll(lead)).toBeLessThanOrEqual(0)
}, 120_000)

it('keeps the reason for pausing a project when there is no network, and shows no code that has ended', async () => {
  const { id: sessionId, projectId } = await publishSession(stage, api)
  const host = await logIn(stage.host)
  await open(host, `host/pages/project/index?projectId=${projectId}`)
  await host.getByRole('button', { name: '暂停项目' }).click()
  const dialog = host.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '原因' }).fill('场地维修两周')
  await host.context().setOffline(true)
  await dialog.getByRole('button', { name: '暂停项目' }).click()
  await shown(host, '没有网络').waitFor()
  expect(await dialog.getByRole('textbox', { name: '原因' }).inputValue()).toBe('场地维修两周')
  await host.context().setOffline(false)
  await dialog.getByRole('button', { name: '暂停项目' }).click()
  await shown(host, '已暂停').waitFor()

  await open(host, `host/pages/code/index?sessionId=${sessionId}`)
  await shown(host, '秒后换新码').waitFor()
  await host.context().setOffline(true)
  await host.getByRole('img', { name: '签到' }).waitFor({ state: 'detached', timeout: 40_000 })
  await shown(host, '没有网络').waitFor()
  await host.context().setOffline(false)
  await shown(host, '秒后换新码').waitFor()
}, 120_000)

it('tells who signed up when a session is moved, and lets them leave it freely', async () => {
  const { now } = await systemCtx(stage.app)
  const at = (minutes: number) => addMinutes(now, minutes).toISOString()
  const times = { startsAt: at(4320), endsAt: at(4500), signupOpensAt: at(-60), signupClosesAt: at(4320), lateCancelAt: at(60) }
  const { id: sessionId } = await publishSession(stage, api, { ...times, title: '茅洲河巡护 · 第 5 场' })
  await (await api.as(stage.volunteer)).createSignup({ params: { sessionId } })

  const host = await logIn(stage.host)
  await open(host, `host/pages/edit-session/index?sessionId=${sessionId}`)
  await shown(host, '已有 1 位同事报名或候补').waitFor()
  await looksRight(host, 'web-host-change-session')
  await field(host, '集合地点').fill('茅洲河碧道 3 号驿站')
  await host.getByRole('button', { name: '保存' }).click()
  await expect.poll(async () => (await (await api.as(stage.host)).getSession({ params: { sessionId } })).movedAt).not.toBeNull()
  while ((await workOnce(stage.app)) > 0);

  const page = await logIn(stage.volunteer)
  await open(page, 'merit/pages/inbox/index')
  await shown(page, '时间地点有变').waitFor()
  await looksRight(page, 'web-inbox-moved')
  await shown(page, '茅洲河碧道 3 号驿站').click()
  await shown(page, '时间或地点在你报名后有变动').waitFor()
  await shown(page, '开始前都可以自由取消').waitFor()
  await looksRight(page, 'web-session-moved')
}, 120_000)

it('finds one of many by name at the door, and records them with a reason', async () => {
  const { id: sessionId } = await publishSession(stage, api, { capacity: null })
  const ctx = await systemCtx(stage.app)
  const found = await makeEmployee(ctx, { name: '欧阳若水', department: '客户服务' })
  for (const { id } of [...(await makeEmployees(ctx, 35)), found]) await signUpOf(ctx, { id: sessionId }, id)
  const host = await logIn(stage.host)
  await open(host, `host/pages/code/index?sessionId=${sessionId}`)
  await host.getByRole('button', { name: '按姓名登记' }).click()
  const sheet = host.getByRole('dialog')
  await sheet.getByRole('button', { name: '加载更多' }).waitFor()
  await looksRight(host, 'web-host-by-name')
  await sheet.getByLabel('搜索姓名或部门').fill(found.name)
  await sheet.getByText(found.name, { exact: true }).click()
  await field(host, '原因').fill('手机没电，现场核对工牌')
  await looksRight(host, 'web-host-by-name-chosen')
  await sheet.getByRole('button', { name: '登记 · 签到' }).click()
  await shown(host, found.name).waitFor()
}, 120_000)
