import { execFileSync } from 'node:child_process'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clockTime } from '../../apps/miniapp/src/lib/format.ts'
import { accessibilityFaults } from '../support/accessibility.ts'
import { type TestApi, startApi } from '../support/api.ts'
import { buildFolder, keepPicture, launchBrowser, openPage } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { type Cast, type Stage, openStage, passTime } from '../support/journey.ts'

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

async function logIn({ name }: Cast): Promise<Page> {
  const { page } = await openPage(browser)
  await page.goto(`${stage.url}/#/pages/login/index`)
  await page.getByText(name, { exact: true }).click()
  await page.getByText('退出登录').waitFor()
  return page
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${stage.url}/#/${path}`)
}

async function looksRight(page: Page, name: string): Promise<void> {
  await keepPicture(page, `web-host-${name}`)
  expect(await accessibilityFaults(page)).toEqual([])
}

it('takes a project from the first word to issued hours, on the screens of host and branch lead', async () => {
  const host = await logIn(stage.host)
  await open(host, 'host/pages/edit-project/index')
  await host.getByLabel('项目名称').fill('梅林水库清洁行走')
  await host.getByLabel('领域').selectOption({ label: '环境保护' })
  await host.getByLabel('所属分会').selectOption({ label: stage.branch.name })
  await host.getByLabel('城市').fill('深圳')
  await host.getByLabel('组织方').fill('志愿者协会')
  await host.getByLabel('项目故事').fill('沿水库步道走三小时，捡走看得见的垃圾。')
  await looksRight(host, 'edit-project')
  await host.getByRole('button', { name: '保存草稿' }).click()
  await host.getByRole('button', { name: '提交审核' }).click()
  await host.getByText('审核中。').waitFor()
  const projectId = /projectId=(prj_\w+)/.exec(host.url())?.[1]
  await looksRight(host, 'in-review')

  const lead = await logIn(stage.lead)
  await open(lead, 'desk/pages/reviews/index')
  await lead.getByText('梅林水库清洁行走').click()
  await looksRight(lead, 'review')
  await lead.getByRole('button', { name: '通过并发布' }).click()
  await lead.getByRole('dialog').getByRole('button', { name: '通过并发布' }).click()
  await lead.getByText('没有待审核的项目').waitFor()

  const startsAt = addMinutes((await systemCtx(stage.app)).now, 20)
  const [day, time] = [shanghaiDay(startsAt), clockTime(startsAt)]
  await open(host, `host/pages/edit-session/index?projectId=${projectId}`)
  await host.getByLabel('日期').fill(day)
  await host.getByLabel('开始', { exact: true }).fill(time)
  await host.getByLabel('结束').fill(clockTime(addMinutes(startsAt, 180)))
  await host.getByLabel('集合地点').fill('梅林水库东门')
  for (const label of ['报名截止', '可自由取消到']) {
    await host.getByLabel(label, { exact: true }).fill(day)
    await host.getByLabel(`${label}时刻`).fill(time)
  }
  await looksRight(host, 'edit-session')
  await host.getByRole('button', { name: '开放场次' }).click()
  await host.getByText('现场出示').waitFor()
  const sessionId = /sessionId=(ses_\w+)/.exec(host.url())?.[1] ?? ''
  await looksRight(host, 'session')

  const volunteer = await api.as(stage.volunteer)
  await volunteer.createSignup({ params: { sessionId } })
  await open(host, `host/pages/code/index?sessionId=${sessionId}`)
  await host.getByText('秒后换新码').waitFor()
  const picture = await keepPicture(host, 'web-host-code')
  const code = execFileSync('zbarimg', ['--quiet', '--raw', picture], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  const receipt = await volunteer.scanCode({ body: { code } })
  expect(receipt).toMatchObject({ sessionId, kind: 'in', repeated: false })
  await host.getByText(stage.volunteer.name).waitFor()
  await looksRight(host, 'arrivals')

  await passTime(stage.app, sessionId, 240)
  await open(host, `host/pages/hours/index?sessionId=${sessionId}`)
  await host.getByText('需说明原因').waitFor()
  await looksRight(host, 'hours')
  await host.getByText(stage.volunteer.name).click()
  await host.getByLabel('说明').fill('集体返程，忘记签退')
  await host.getByRole('button', { name: '确定' }).click()
  await host.getByRole('button', { name: '确认 1 人的公益时' }).click()
  await host.getByRole('button', { name: '下发 1 人的公益时' }).click()
  await host.getByRole('dialog').getByRole('button', { name: '下发 1 人的公益时' }).click()
  await host.getByText('已下发', { exact: true }).waitFor()
  await looksRight(host, 'issued')

  const { balances } = await volunteer.getMyBalances()
  expect(balances).toMatchObject({ minutes: 180, creditFen: 30_000, points: 60, carriedMinutes: 0 })
})
