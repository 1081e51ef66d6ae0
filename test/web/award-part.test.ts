import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { awardOnStage, closeNominations } from '../support/award-stage.ts'
import { buildFolder, launchBrowser } from '../support/browser.ts'
import { type Stage, openStage } from '../support/journey.ts'
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

const open = (page: Page, path: string) => page.goto(`${stage.url}/#/merit/pages/${path}`)
const button = (page: Page, name: string) => page.getByRole('button', { name }).locator('visible=true').first()

/** A cycle whose list hangs out with the host on it. */
async function hangOut({ host, cycle }: Awaited<ReturnType<typeof awardOnStage>>) {
  const params = { cycleId: cycle.id }
  const me = await api.as(host)
  const { id: nominationId } = await me.nominate({
    params,
    body: { nomineeId: host.id, kind: 'self', reason: '净滩三年，从不缺席，想把方法写下来。' },
  })
  await closeNominations(stage, cycle.id)
  const marks = { innovation: 9, impact: 9, uniqueness: 8, sustainability: 8 }
  await (await api.as(stage.lead)).scoreNomination({ params: { nominationId }, body: { marks, comment: '' } })
  await stage.app.pool.query(
    'UPDATE award_cycle SET nomination_closes_on = nomination_closes_on - INTERVAL 1 DAY, scoring_closes_on = nomination_closes_on + INTERVAL 1 DAY WHERE id = ?',
    [cycle.id],
  )
  await grantRoleTo(stage.app, stage.host, 'operator')
  const reason = '净滩三年，从不缺席，带出二十位新主理人。'
  await (await api.as(stage.host)).proposeLeaders({ params, body: { leaders: [{ nominationId, reason }] } })
  return { cycle, nominationId, name: host.name }
}

it('objects to a name that is on the list, once, and reads what became of it; late links say so at once', async () => {
  const page = await logInOnWeb(browser, stage, stage.volunteer)
  const award = await awardOnStage(stage)
  await open(page, `nominate/index?cycleId=${award.cycle.id}`)
  await page.getByRole('button', { name: award.host.name }).click()
  await shown(page, '推荐理由').waitFor()
  await looksRight(page, 'web-award-nominate-form')
  await button(page, '换一位').click()
  await shown(page, '今年主理过活动的同事').waitFor()

  const { cycle, nominationId, name } = await hangOut(award)
  await open(page, 'award/index')
  await button(page, '提出异议').click()
  await shown(page, '异议理由').waitFor()
  await shown(page, name).waitFor()
  await page.getByLabel('异议理由').fill('第三场活动我在现场，实际到场不足十人。')
  await looksRight(page, 'web-award-object')
  // Pressed twice it is raised once, and the award is what stands behind the form.
  await button(page, '提出异议').dblclick()
  await shown(page, '我的异议').waitFor()
  await shown(page, '处理中').waitFor()
  await looksRight(page, 'web-award-my-objection')
  await open(page, `object/index?nominationId=${nominationId}`)
  await shown(page, '运营会核实处理').waitFor()
  expect(await page.getByLabel('异议理由').locator('visible=true').count()).toBe(0)

  const operator = await api.as(stage.host)
  const [objection] = (await operator.listObjections({ params: { cycleId: cycle.id }, query: {} })).items
  const body = { state: 'dismissed' as const, decision: '已核对签到扫码，三场均属实。' }
  await operator.decideObjection({ params: { objectionId: objection!.id }, body })
  await page.reload()
  await shown(page, '结论：已核对签到扫码，三场均属实。').waitFor()

  await open(page, 'object/index?nominationId=nom_0d3k9x2m4q7rt')
  await shown(page, '现在没有在公示的名单').waitFor()
  await looksRight(page, 'web-award-no-list')
  await open(page, `nominate/index?cycleId=${cycle.id}`)
  await shown(page, '提名已经结束').waitFor()
  await looksRight(page, 'web-award-nominate-late')
}, 120_000)
