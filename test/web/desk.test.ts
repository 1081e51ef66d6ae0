import type { App } from '@yijian/api/core/app'
import { declarePersona } from '@yijian/api/people/index'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readHandOffCode } from '@yijian/shared/people/hand-off'
import { type TestApi, startApi } from '../support/api.ts'
import { buildFolder, desktop, launchBrowser, openPage } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { type Cast, type Stage, openStage } from '../support/journey.ts'
import { type RoleOf, grantRoleTo, makeEmployee } from '../support/people.ts'
import { qrOnScreen } from '../support/qr.ts'
import { logInOnWeb, looksRight, shown } from '../support/screens.ts'

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

async function cast(app: App, words: string, role: RoleOf): Promise<Cast> {
  const name = `${words}${process.pid}`
  const { id } = await makeEmployee(app, { name })
  await grantRoleTo(app, { id }, role)
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
