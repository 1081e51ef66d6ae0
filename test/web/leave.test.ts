import { addMinutes, shanghaiClock, shanghaiInstant } from '@yijian/shared/kernel/time'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { buildFolder, launchBrowser } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { type Stage, openStage, publishSession } from '../support/journey.ts'
import { grantRoleTo } from '../support/people.ts'
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

it('takes leave from the allowance of the year to the approval of a branch lead', async () => {
  const { id: sessionId } = await publishSession(stage, api)
  const volunteer = await api.as(stage.volunteer)
  await volunteer.createSignup({ params: { sessionId } })

  const me = await logInOnWeb(browser, stage, stage.volunteer)
  await me.goto(`${stage.url}/#/merit/pages/leave/index`)
  await shown(me, '年还可休').waitFor()
  await shown(me, '还没有申请').waitFor()
  await looksRight(me, 'web-leave-none')
  await me.getByRole('button', { name: '申请公益假' }).click()
  await me.getByRole('radio', { name: '深圳湾红树林净滩' }).waitFor()
  await me.getByRole('radio', { name: '下午' }).click()
  await shown(me, '同样计公益时和公益金').waitFor()
  await looksRight(me, 'web-leave-ask')
  await me.getByRole('button', { name: '提交申请' }).click()
  await shown(me, '等待审批').waitFor()
  await looksRight(me, 'web-leave-asked')
  // A session has leave once: that is said before it is asked for again.
  await me.getByRole('button', { name: '申请公益假' }).click()
  await shown(me, '这些场次都已申请过公益假').waitFor()
  expect(await me.getByRole('radio', { name: '深圳湾红树林净滩' }).getAttribute('aria-disabled')).toBe('true')
  await looksRight(me, 'web-leave-asked-already')
  await me.getByRole('button', { name: '返回' }).locator('visible=true').first().click()

  const lead = await logInOnWeb(browser, stage, stage.lead)
  await lead.goto(`${stage.url}/#/desk/pages/leave/index`)
  await shown(lead, stage.volunteer.name).waitFor()
  await looksRight(lead, 'web-leave-desk')
  await lead.getByRole('button', { name: '批准', exact: true }).click()
  await lead.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click()
  await shown(lead, '没有待审批的公益假').waitFor()

  await me.reload()
  await shown(me, '已批准').waitFor()
  await me.getByRole('tab', { name: '额度明细' }).click()
  await shown(me, '年度额度').waitFor()
  await looksRight(me, 'web-leave-statement')
  expect(await volunteer.getMyLeave()).toMatchObject({ allowanceMinutes: 480, leftMinutes: 240, heldMinutes: 240 })
})

it('says before sign-up that there is leave and what hours on it earn', async () => {
  const { id: sessionId } = await publishSession(stage, api, { title: '深圳湾净滩 · 工作日专场' })
  const host = await logInOnWeb(browser, stage, stage.host)
  await host.goto(`${stage.url}/#/pages/session/index?sessionId=${sessionId}`)
  await shown(host, '休假期间的服务同样计公益时和公益金').waitFor()
  await looksRight(host, 'web-leave-before-sign-up')
})

it('asks for a day of next year, from the allowance of that year', async () => {
  const { now } = await systemCtx(stage.app)
  const year = shanghaiClock(now).year + 1
  const startsAt = shanghaiInstant(`${year}-01-05`, '09:00')
  const at = (instant: Date) => instant.toISOString()
  const { id: sessionId } = await publishSession(stage, api, {
    title: `新年第一场净滩 ${year}`,
    startsAt: at(startsAt),
    endsAt: at(addMinutes(startsAt, 180)),
    signupClosesAt: at(startsAt),
    lateCancelAt: at(addMinutes(startsAt, -1440)),
  })
  const volunteer = await api.as(stage.volunteer)
  const { id: signupId } = await volunteer.createSignup({ params: { sessionId } })
  const me = await logInOnWeb(browser, stage, stage.volunteer)
  await me.goto(`${stage.url}/#/merit/pages/ask-leave/index?signupId=${signupId}`)
  await shown(me, `这一天用 ${year} 年的额度`).waitFor()
  await looksRight(me, 'web-leave-ask-next-year')
  await me.getByRole('button', { name: '提交申请' }).click()
  await expect.poll(async () => (await volunteer.getMyLeave()).next).toMatchObject({ year, leftMinutes: 240, heldMinutes: 240 })
  await me.goto(`${stage.url}/#/merit/pages/leave/index`)
  await shown(me, `${year} 年：已申请`).waitFor()
  await looksRight(me, 'web-leave-next-year')
}, 120_000)

it('shows HR the leave of a year and hands it over as a file', async () => {
  await grantRoleTo(stage.app, stage.host, 'hr')
  const hr = await logInOnWeb(browser, stage, stage.host)
  await hr.goto(`${stage.url}/#/desk/pages/leave/index`)
  await hr.getByRole('tab', { name: '全年' }).click()
  await shown(hr, stage.volunteer.name).waitFor()
  await looksRight(hr, 'web-leave-year')
  const [file] = await Promise.all([hr.waitForEvent('download'), hr.getByRole('button', { name: '导出全年 CSV' }).click()])
  expect(file.suggestedFilename()).toMatch(/^公益假-\d{4}-截至\d{8}\.csv$/)
})
