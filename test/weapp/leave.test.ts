import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { type Stage, openStage, publishSession } from '../support/journey.ts'
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

it('asks for half a day and sees it decided', async () => {
  const { id: sessionId } = await publishSession(stage, api)
  const { id: signupId } = await (await api.as(stage.volunteer)).createSignup({ params: { sessionId } })

  const app = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await app.open('pages/login/index')
  await app.tap(stage.volunteer.name)
  await app.sees('退出登录')
  await app.open('merit/pages/leave/index')
  await app.sees('年还可休')
  await app.open(`merit/pages/ask-leave/index?signupId=${signupId}`)
  await app.tap(/^上午/)
  await keepPicture(app.page, 'weapp-leave-ask')
  await app.tap(/^提交申请/)
  await app.sees('等待审批')

  const lead = await api.as(stage.lead)
  const { items } = await lead.listLeaveToDecide({ query: {} })
  expect(items).toMatchObject([{ person: { name: stage.volunteer.name }, part: 'morning', minutes: 240 }])
  await lead.decideLeave({ params: { leaveId: items[0]!.id }, body: { decision: 'approved' } })
  await app.pullDown()
  await app.sees('已批准')
  await keepPicture(app.page, 'weapp-leave-approved')
  expect(app.faults).toEqual([])
  await app.close()
})
