import { addMinutes } from '@yijian/shared/kernel/time'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { keepPicture, launchBrowser } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { type Stage, openStage, passTime } from '../support/journey.ts'
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

/** A published project with a session that begins in twenty minutes, made over the API. */
async function openSession(): Promise<string> {
  const [host, lead] = [await api.as(stage.host), await api.as(stage.lead)]
  const { id: projectId } = await host.draftProject({
    body: {
      title: '社区旧物新生',
      field: 'community',
      branchId: stage.branch.id,
      city: '深圳',
      story: '修一修，再用十年。',
      organiser: '志愿者协会',
    },
  })
  await host.submitProject({ params: { projectId } })
  await lead.reviewProject({ params: { projectId }, body: { decision: 'published' } })
  const startsAt = addMinutes((await systemCtx(stage.app)).now, 20)
  const at = (minutes: number) => addMinutes(startsAt, minutes).toISOString()
  const { id } = await host.openSession({
    params: { projectId },
    body: {
      title: '社区旧物新生 · 第 1 场',
      startsAt: at(0),
      endsAt: at(120),
      timeZone: 'Asia/Shanghai',
      city: '深圳',
      place: '景田社区中心',
      online: false,
      capacity: 20,
      signupOpensAt: at(-60),
      signupClosesAt: at(0),
      lateCancelAt: at(0),
      bring: '手套',
      privateDetails: '',
    },
  })
  return id
}

it('shows the code, follows arrivals, and brings hours from proposal to ledger', async () => {
  const sessionId = await openSession()
  const volunteer = await api.as(stage.volunteer)
  await volunteer.createSignup({ params: { sessionId } })

  const host = await openMiniProgram(browser, lab, { entry: 'pages/settings/index' })
  await host.open('pages/login/index')
  await host.tap(stage.host.name)
  await host.sees('退出登录')
  await host.open('host/pages/home/index')
  await host.sees('社区旧物新生')

  await host.open(`host/pages/code/index?sessionId=${sessionId}`)
  await host.sees('秒后换新码')
  const scan = async (kind: 'in' | 'out') => volunteer.scanCode({ body: { code: await qrOnScreen(host.page, `weapp-host-code-${kind}`) } })
  expect(await scan('in')).toMatchObject({ kind: 'in', repeated: false })
  await host.sees(stage.volunteer.name)

  await passTime(stage.app, sessionId, 140)
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
  expect(balances).toMatchObject({ minutes: 120, creditFen: 20_000, points: 40 })
})
