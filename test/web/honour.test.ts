import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { buildFolder, desktop, launchBrowser, openPage } from '../support/browser.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { readPaper, readPicture } from '../support/papers.ts'
import { logInOnWeb, looksRight, shown } from '../support/screens.ts'
import { serveSession, workAll } from '../support/served.ts'

let stage: Stage
let api: TestApi
let browser: Browser
let attendanceId: string

beforeAll(async () => {
  stage = await openStage(buildFolder('h5'))
  api = await startApi(stage.app)
  browser = await launchBrowser()
  attendanceId = (await serveSession(stage, api, stage.volunteer)).attendanceId
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
  await stage?.close()
})

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${stage.url}/#/${path}`)
}

async function tap(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).locator('visible=true').first().click()
}

/** What the browser saves after a tap. */
async function saved(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), tap(page, name)])
  return { file: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

it('shows honour to colleagues one chosen field at a time, on the page and on the poster', async () => {
  const [mine, colleague] = [await logInOnWeb(browser, stage, stage.volunteer), await logInOnWeb(browser, stage, stage.lead)]
  await open(mine, 'merit/pages/honour/index')
  await shown(mine, '初次出发').waitFor()
  await looksRight(mine, 'web-honour-mine-hidden')
  await open(colleague, `merit/pages/colleague/index?employeeId=${stage.volunteer.id}`)
  await shown(colleague, '还没有公开').waitFor()
  await looksRight(colleague, 'web-honour-not-shown')

  const showing = mine.getByRole('switch', { name: '公益时' })
  await showing.click()
  await expect.poll(() => showing.getAttribute('aria-checked')).toBe('true')
  await mine.getByRole('switch', { name: '徽章' }).click()
  await shown(mine, /今天|\d+月\d+日 起对同事公开/).waitFor()
  await looksRight(mine, 'web-honour-mine')
  await colleague.reload()
  await shown(colleague, '初次出发').waitFor()
  await shown(colleague, '3').waitFor()
  await expect.poll(() => shown(colleague, '志愿服务').count()).toBe(0)
  await looksRight(colleague, 'web-honour-colleague')

  await tap(mine, '荣誉海报')
  await mine.getByRole('img', { name: '荣誉海报' }).waitFor()
  await looksRight(mine, 'web-honour-poster')
  const { file, bytes } = await saved(mine, '保存图片')
  expect(file).toBe('yijian-honour.png')
  expect(readPicture(bytes.toString('base64')).qr).toContain(`merit/pages/colleague/index?employeeId=${stage.volunteer.id}`)
})

it('leads from a host’s name on a project to what the host shows', async () => {
  const host = await api.as(stage.host)
  await host.setHonourConsent({ params: { field: 'hosting' }, body: { shown: true } })
  const { projects } = await host.getMyHonour()
  const page = await logInOnWeb(browser, stage, stage.volunteer)
  await open(page, `pages/project/index?projectId=${projects[0]?.id}`)
  await shown(page, stage.host.name).click()
  await shown(page, '主理的项目').waitFor()
  await looksRight(page, 'web-honour-host')
})

it('certifies hours on a paper that anybody can check, and that says when it was superseded', async () => {
  const mine = await logInOnWeb(browser, stage, stage.volunteer)
  await open(mine, 'merit/pages/certificate/index')
  await shown(mine, '1 场').waitFor()
  await looksRight(mine, 'web-certificate-none')
  await tap(mine, '开具证明')
  await shown(mine, '有效', { exact: true }).waitFor()
  await looksRight(mine, 'web-certificate-made')
  const paper = readPaper((await saved(mine, '下载 PDF')).bytes)
  expect(paper.text).toContain(stage.volunteer.name)

  const { page: stranger } = await openPage(browser)
  await stranger.goto(`${stage.url}/#${paper.qr.split('#')[1]}`)
  await shown(stranger, '真实有效').waitFor()
  await shown(stranger, /^志\*+$/).waitFor()
  expect(await stranger.getByRole('main').innerText()).not.toContain(stage.volunteer.name)
  await looksRight(stranger, 'web-certificate-valid')
  await tap(stranger, '核验另一份')
  await stranger.getByRole('textbox', { name: '证明编号' }).fill('yj 0000 0000 0000')
  await looksRight(stranger, 'web-certificate-form')
  await tap(stranger, '核验')
  await shown(stranger, '查无此证明').waitFor()
  // Whoever came by the code on the paper has no page of ours to go back to.
  expect(await shown(stranger, '返回', { exact: true }).count()).toBe(0)
  await looksRight(stranger, 'web-certificate-unknown')

  const lead = await api.as(stage.lead)
  await lead.correctHours({ params: { attendanceId }, body: { minutes: 120, minutesBefore: 180, reason: '提前离场' } })
  await workAll(stage)
  await stranger.goto('about:blank')
  await stranger.goto(`${stage.url}/#${paper.qr.split('#')[1]}`)
  await shown(stranger, '已被取代').waitFor()
  await looksRight(stranger, 'web-certificate-superseded')
  // What was read in the last seconds is shown again as it was; a reload reads anew.
  await mine.reload()
  await shown(mine, '已被取代').waitFor()
})

it.each([
  { name: 'a phone in the dark', theme: 'dark' as const },
  { name: 'a desktop', viewport: desktop },
])('can be read by everybody on $name', async ({ name: _, ...view }) => {
  const page = await logInOnWeb(browser, stage, stage.volunteer, view)
  const suffix = 'theme' in view ? 'dark' : 'desktop'
  const pages = {
    honour: '同事能看到什么',
    certificate: '我的证明',
    check: '证明编号',
    [`colleague/index?employeeId=${stage.host.id}`]: stage.host.name,
  }
  for (const [path, words] of Object.entries(pages)) {
    await open(page, `merit/pages/${path.includes('/') ? path : `${path}/index`}`)
    await shown(page, words).waitFor()
    await looksRight(page, `web-merit-${path.split('/')[0]}-${suffix}`)
  }
})
