import { readFile } from 'node:fs/promises'
import { declarePersona } from '@yijian/api/people/index'
import { startWorker } from '@yijian/api/core/jobs/worker'
import { listExports } from '@yijian/api/stats/list-exports'
import { requestExport } from '@yijian/api/stats/request-export'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tracesOf } from '../support/audit.ts'
import { buildFolder, desktop, launchBrowser, phone } from '../support/browser.ts'
import { ctxOf, systemCtx } from '../support/database.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { actorOf, grantRoleTo, makeEmployee } from '../support/people.ts'
import { logInOnWeb, looksRight, shown } from '../support/screens.ts'
import { correctedLater, servedOn } from '../support/stats.ts'

let stage: Stage
let browser: Browser
let worker: ReturnType<typeof startWorker>
let hr: { id: string; name: string }
let year: number
let served: Awaited<ReturnType<typeof servedOn>>

beforeAll(async () => {
  stage = await openStage(buildFolder('h5'))
  const { app } = stage
  hr = await makeEmployee(app, { name: `统计员${process.pid}` })
  await grantRoleTo(app, hr, 'hr')
  await declarePersona(await systemCtx(app), { employeeId: hr.id, part: { zh: 'HR', en: 'HR' }, position: 9 })
  year = Number(shanghaiDay((await systemCtx(app)).now).slice(0, 4)) - 1
  for (const [month, people] of [
    ['03', 9],
    ['05', 14],
    ['09', 22],
    ['12', 6],
  ] as const) {
    served = await servedOn(app, new Date(`${year}-${month}-14T06:00:00.000Z`), people)
  }
  worker = startWorker(app)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await worker?.stop()
  await stage?.close()
})

it('shows HR the year on a desktop, and exports it once its sums agree', async () => {
  const page = await logInOnWeb(browser, stage, hr, { viewport: desktop })
  await page.goto(`${stage.url}/#/desk/pages/year/index`)
  await page
    .getByRole('radio', { name: `${year} 年` })
    .locator('visible=true')
    .click()
  await shown(page, '志愿者（累计）').waitFor()
  await shown(page, '51').waitFor()
  await looksRight(page, 'web-year')
  await page.getByRole('button', { name: '参与率' }).click()
  await shown(page, '在职志愿者 ÷ 员工总数。').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: '表', exact: true }).click()
  await page.getByRole('table', { name: '每月公益时' }).getByRole('cell', { name: '66' }).waitFor()

  await page.getByRole('button', { name: '导出 XLSX / CSV' }).click()
  await shown(page, '还没有导出').waitFor()
  // The page behind stays in the document.
  await page
    .getByRole('radiogroup', { name: '导出年份' })
    .getByRole('radio', { name: `${year} 年` })
    .click()
  await page.getByRole('button', { name: `导出 ${year} 年` }).click()
  await shown(page, '已核对').waitFor({ timeout: 30_000 })
  await looksRight(page, 'web-exports')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: /下载 XLSX/ }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(new RegExp(`^益践-${year}-年度统计-.*\\.xlsx$`))
  const files = unzipSync(new Uint8Array(await readFile(await saved.path())))
  expect(Object.keys(files)).toContain('xl/worksheets/sheet7.xml')
  const traces = await tracesOf(await systemCtx(stage.app), `year/${year}`)
  expect(traces).toContainEqual({ action: 'statistics.viewed', actorId: hr.id, detail: { branchId: null } })
})

it('reads well on a phone in the dark', async () => {
  const page = await logInOnWeb(browser, stage, hr, { viewport: phone, theme: 'dark' })
  await page.goto(`${stage.url}/#/desk/pages/year/index`)
  await page
    .getByRole('radio', { name: `${year} 年` })
    .locator('visible=true')
    .click()
  await shown(page, '51').waitFor()
  await looksRight(page, 'web-year-phone')
})

/** The year page with the year chosen. */
async function openYear(page: Page): Promise<void> {
  await page.goto(`${stage.url}/#/desk/pages/year/index`)
  await page
    .getByRole('radio', { name: `${year} 年` })
    .locator('visible=true')
    .click()
}

it('closes the year for HR, and keeps what is corrected later apart from it', async () => {
  const asHr = await ctxOf(stage.app, actorOf(hr, 'hr'))
  const { id } = await requestExport(asHr, { year })
  const stateOf = async () => (await listExports(asHr, { limit: 20 })).items.find((item) => item.id === id)?.state
  await expect.poll(stateOf, { timeout: 60_000 }).toBe('ready')

  const page = await logInOnWeb(browser, stage, hr, { viewport: desktop })
  await openYear(page)
  await page.getByRole('button', { name: `关账 ${year} 年` }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `关账 ${year} 年` })
    .click()
  await shown(page, '关账后没有更正，账本与冻结的数字一致。').waitFor()
  const told = shown(page, /^已关账 \d{4}-\d\d-\d\d$/)
  await told.waitFor()
  // The button stood at the end of the page; what came of it is read out and in sight.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(`${hr.name} 于`)
  const box = await told.boundingBox()
  expect(box && box.y > 0 && box.y < desktop.height).toBe(true)
  await looksRight(page, 'web-year-just-closed')

  // Half of what one of them served was never done.
  await correctedLater(stage.app, served, { at: 0, minutes: 90 })
  await page.reload()
  await openYear(page)
  await shown(page, /关账后又入账 2 张凭证/).waitFor()
  const hours = page.getByRole('table', { name: '关账后更正' }).getByRole('row', { name: /公益时总数/ })
  await hours.getByRole('cell', { name: '−1.5', exact: true }).waitFor()
  await looksRight(page, 'web-year-closed')

  await page.getByRole('button', { name: '导出差异文件' }).click()
  await page.getByRole('button', { name: `导出 ${year} 年差异文件` }).click()
  await shown(page, /更正明细 \d+ 行/).waitFor({ timeout: 30_000 })
  await shown(page, '关账依据').waitFor()
  await looksRight(page, 'web-difference')
  const saving = page.waitForEvent('download')
  await page
    .getByRole('button', { name: /下载 XLSX/ })
    .first()
    .click()
  expect((await saving).suggestedFilename()).toMatch(new RegExp(`^益践-${year}-差异文件-.*\\.xlsx$`))

  await openYear(page)
  await page.getByLabel('统计范围').locator('visible=true').selectOption({ label: stage.branch.name })
  await shown(page, new RegExp(`全公司的 ${year} 年已于 .* 关账。分会按现在的成员和账本统计，不冻结。`)).waitFor()
  await looksRight(page, 'web-year-branch')
})
