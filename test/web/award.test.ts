import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApi, startApi } from '../support/api.ts'
import { awardOnStage, closeNominations, closeScoring, endPublicity } from '../support/award-stage.ts'
import { buildFolder, desktop, launchBrowser } from '../support/browser.ts'
import { type Stage, openStage } from '../support/journey.ts'
import { grantRoleTo } from '../support/people.ts'
import { logInOnWeb, looksRight, shown } from '../support/screens.ts'

let stage: Stage
let api: TestApi
let browser: Browser
let award: Awaited<ReturnType<typeof awardOnStage>>

beforeAll(async () => {
  stage = await openStage(buildFolder('h5'))
  api = await startApi(stage.app)
  browser = await launchBrowser()
  award = await awardOnStage(stage)
})
afterAll(async () => {
  await browser?.close()
  await api?.close()
  await stage?.close()
})

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).locator('visible=true').first().click()

it('leads a host from the nomination of a colleague to the marks of a judge', async () => {
  const page = await logInOnWeb(browser, stage, stage.volunteer)
  await page.goto(`${stage.url}/#/merit/pages/award/index`)
  await shown(page, `${award.cycle.year} 年度益践领袖`).waitFor()
  await looksRight(page, 'web-award')
  await tap(page, '提名一位主理人')
  await shown(page, award.host.name).waitFor()
  await looksRight(page, 'web-award-candidates')
  await tap(page, new RegExp(award.host.name))
  await page.getByLabel('推荐理由').fill('带着大家净滩三年，从不缺席，新人都愿意跟着她。')
  await looksRight(page, 'web-award-nominate')
  await tap(page, '提交提名')
  await shown(page, '等待本人答复').waitFor()
  await looksRight(page, 'web-award-nomination')
  await page.context().close()

  const host = await api.as(award.host)
  const [nomination] = (await host.listNominations({ params: { cycleId: award.cycle.id }, query: {} })).items
  await host.answerNomination({ params: { nominationId: nomination!.id }, body: { answer: 'accepted' } })
  await closeNominations(stage, award.cycle.id)

  const judge = await logInOnWeb(browser, stage, stage.lead, { viewport: desktop })
  await judge.goto(`${stage.url}/#/desk/pages/jury/index`)
  await shown(judge, '待评分').waitFor()
  await looksRight(judge, 'web-award-jury')
  await tap(judge, new RegExp(award.host.name))
  await shown(judge, '主理材料').waitFor()
  for (const dimension of ['创新性', '影响力', '独特性', '可持续性']) {
    await judge
      .locator('select')
      .and(judge.getByLabel(new RegExp(dimension)))
      .selectOption('9')
  }
  await looksRight(judge, 'web-award-score')
  await tap(judge, '我需要回避')
  await judge.getByRole('dialog').waitFor()
  await judge.keyboard.press('Escape')
  await tap(judge, '保存评分')
  await expect
    .poll(async () => (await (await api.as(stage.lead)).getNomination({ params: { nominationId: nomination!.id } })).myMarks)
    .toMatchObject({ impact: 9 })
  await judge.context().close()
})

it('publishes the list once every objection is decided and the operator is sure', async () => {
  const { id: cycleId } = award.cycle
  const params = { cycleId }
  await grantRoleTo(stage.app, stage.lead, 'operator')
  const operator = await api.as(stage.lead)
  await closeScoring(stage, cycleId)
  const { items } = await operator.getRanking({ params })
  const leaders = items.map(({ nomination }) => ({ nominationId: nomination.id, reason: '净滩三年，从不缺席，带出二十位新主理人。' }))
  await operator.proposeLeaders({ params, body: { leaders } })
  const reason = '第三场活动我在现场，实际到场不足十人。'
  await (await api.as(stage.volunteer)).raiseObjection({ body: { nominationId: leaders[0]?.nominationId ?? '', reason } })

  const page = await logInOnWeb(browser, stage, stage.lead)
  await page.goto(`${stage.url}/#/desk/pages/award-cycle/index?cycleId=${cycleId}`)
  await shown(page, reason).waitFor()
  expect(await page.getByRole('button', { name: '提出异议' }).locator('visible=true').count()).toBe(0)
  await looksRight(page, 'web-award-publicity')
  await endPublicity(stage, cycleId)
  await page.reload()
  await shown(page, '还有异议没有处理').waitFor()
  await tap(page, '驳回异议')
  await page.getByRole('dialog').getByRole('textbox').fill('已核对签到扫码，三场均属实。')
  await page.getByRole('dialog').getByRole('button', { name: '驳回异议' }).click()
  await shown(page, '结论：已核对签到扫码，三场均属实。').waitFor()
  await looksRight(page, 'web-award-publishing')
  await tap(page, '正式公布')
  await page.getByRole('dialog').getByRole('button', { name: '正式公布' }).click()
  await shown(page, '已公布，徽章随后送达').waitFor()
  await shown(page, /公布$/).waitFor()
  await looksRight(page, 'web-award-published')
  await page.context().close()
})
