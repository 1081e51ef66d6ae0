import { declarePersona } from '@yijian/api/people/index'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { grantRoleTo, makeEmployee } from '../support/people.ts'
import { exported, servedOn } from '../support/stats.ts'
import { openMiniProgram, startLab } from './lab/mini-program.ts'

let stage: Stage
let browser: Browser
let lab: Awaited<ReturnType<typeof startLab>>
let hr: { id: string; name: string }
let year: number

beforeAll(async () => {
  stage = await openStage(null)
  const { app } = stage
  hr = await makeEmployee(app, { name: `统计员${process.pid}` })
  await grantRoleTo(app, hr, 'hr')
  const ctx = await systemCtx(app)
  await declarePersona(ctx, { employeeId: hr.id, part: { zh: 'HR', en: 'HR' }, position: 9 })
  year = Number(shanghaiDay(ctx.now).slice(0, 4)) - 1
  await servedOn(app, new Date(`${year}-03-14T06:00:00.000Z`), 7)
  lab = await startLab({ apiBase: stage.url })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await lab?.close()
  await stage?.close()
})

it('opens the year and the exports for HR', async () => {
  const reader = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await reader.open('pages/login/index')
  await reader.tap(hr.name)
  await reader.sees('退出登录')
  await reader.open('desk/pages/year/index')
  await reader.sees('志愿者（累计）')
  await reader.sees('每月公益时')
  await keepPicture(reader.page, 'weapp-year')
  await reader.open('desk/pages/exports/index')
  await reader.sees('还没有导出')

  await exported(stage.app, hr, { year })
  await reader.open(`desk/pages/year/index?year=${year}`)
  await reader.tap(`关账 ${year} 年`)
  await reader.sees(`关账 ${year} 年？`)
  await reader.front
    .getByRole('button', { name: `关账 ${year} 年` })
    .last()
    .click()
  await reader.sees(/^已关账 \d{4}-\d\d-\d\d$/)
  // The button stood at the end of the page; what came of it is in sight.
  const told = reader.front.getByText(/^已关账 \d{4}-\d\d-\d\d$/)
  await expect.poll(async () => (await told.boundingBox())?.y ?? -1).toBeGreaterThan(0)
  await keepPicture(reader.page, 'weapp-year-closed')

  await reader.open('desk/pages/people/index')
  await reader.sees(hr.name)
  await keepPicture(reader.page, 'weapp-people')
  expect(reader.faults).toEqual([])
  await reader.close()
})
