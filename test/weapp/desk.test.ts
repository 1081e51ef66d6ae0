import { handOffCodeText } from '@yijian/shared/people/hand-off'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { openMiniProgram, startLab } from './lab/mini-program.ts'

let stage: Stage
let api: TestApi
let browser: Browser
let lab: Awaited<ReturnType<typeof startLab>>

beforeAll(async () => {
  stage = await openStage(null)
  api = await startApi(stage.app)
  lab = await startLab({ apiBase: stage.url })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await lab?.close()
  await api?.close()
  await stage?.close()
})

it('scans the code of a computer and lets it in, and opens the desk', async () => {
  const { code, secret } = await api.anyone.startHandOff({ body: { browser: 'Chrome · Windows' } })
  const app = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await app.open('pages/login/index')
  await app.tap(stage.lead.name)
  await app.sees('退出登录')
  await app.open('pages/scan/index')
  await app.answer('scanCode', { result: handOffCodeText(code) })
  await app.tap('扫一扫')
  await app.sees('Chrome · Windows')
  await keepPicture(app.page, 'weapp-hand-off')
  await app.tap('确认登录')
  await app.sees('已确认')
  const { login } = await api.anyone.pollHandOff({ body: { secret } })
  expect(login?.me.employee.id).toBe(stage.lead.id)
  await app.open('desk/pages/home/index')
  await app.sees('主理人公益时')
  await keepPicture(app.page, 'weapp-desk')
  expect(app.faults).toEqual([])
  await app.close()
})
