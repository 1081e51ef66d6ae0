import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { type Stage, openStage, passTime, publishSession } from '../support/journey.ts'
import { qrOnScreen } from '../support/qr.ts'
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

it('shows the code, follows arrivals, and brings hours from proposal to ledger', async () => {
  const { id: sessionId } = await publishSession(stage, api)
  const volunteer = await api.as(stage.volunteer)
  await volunteer.createSignup({ params: { sessionId } })

  const host = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await host.open('pages/login/index')
  await host.tap(stage.host.name)
  await host.sees('退出登录')
  await host.open('host/pages/home/index')
  await host.sees('深圳湾红树林净滩')

  await host.open(`host/pages/code/index?sessionId=${sessionId}`)
  await host.sees('秒后换新码')
  const scan = async (kind: 'in' | 'out') => volunteer.scanCode({ body: { code: await qrOnScreen(host.page, `weapp-host-code-${kind}`) } })
  expect(await scan('in')).toMatchObject({ kind: 'in', repeated: false })
  await host.sees(stage.volunteer.name)

  await passTime(stage.app, sessionId, 200)
  await host.tap(/^签退$/)
  await host.sees('秒后换新码')
  await expect.poll(async () => (await scan('out')).kind, { timeout: 15_000 }).toBe('out')

  await host.open(`host/pages/hours/index?sessionId=${sessionId}`)
  await host.sees('待确认')
  await host.pullDown()
  await keepPicture(host.page, 'weapp-host-hours')
  await host.tap('确认 1 人的公益时')
  await host.tap('下发 1 人的公益时')
  await host.sees('确认下发')
  await host.front.getByRole('button', { name: '下发 1 人的公益时' }).last().click()
  await host.sees('全部处理完毕')
  await keepPicture(host.page, 'weapp-host-issued')
  expect(host.faults).toEqual([])
  await host.close()

  const { balances } = await volunteer.getMyBalances()
  expect(balances).toMatchObject({ minutes: 180, creditFen: 30_000, points: 60 })
})
