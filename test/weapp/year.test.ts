import { declarePersona } from '@yijian/api/people/index'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { grantRoleTo, makeEmployee } from '../support/people.ts'
import { servedOn } from '../support/stats.ts'
import { openMiniProgram, startLab } from './lab/mini-program.ts'

let stage: Stage
let browser: Browser
let lab: Awaited<ReturnType<typeof startLab>>
let hr: { id: string; name: string }

beforeAll(async () => {
  stage = await openStage(null)
  const { app } = stage
  hr = await makeEmployee(app, { name: `统计员${process.pid}` })
  await grantRoleTo(app, hr, 'hr')
  const ctx = await systemCtx(app)
  await declarePersona(ctx, { employeeId: hr.id, part: { zh: 'HR', en: 'HR' }, position: 9 })
  await servedOn(app, new Date(`${Number(shanghaiDay(ctx.now).slice(0, 4)) - 1}-03-14T06:00:00.000Z`), 7)
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
  expect(reader.faults).toEqual([])
  await reader.close()
})
