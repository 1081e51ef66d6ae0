import type { App } from '@yijian/api/core/app'
import { declarePersona } from '@yijian/api/people/index'
import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildFolder, desktop, launchBrowser } from '../support/browser.ts'
import { systemCtx } from '../support/database.ts'
import { type Cast, type Stage, openStage } from '../support/journey.ts'
import { type RoleOf, grantRoleTo, makeEmployee } from '../support/people.ts'
import { inLargeType, logInOnWeb, looksRight, shown, sidewaysScroll } from '../support/screens.ts'

let stage: Stage
let browser: Browser

beforeAll(async () => {
  stage = await openStage(buildFolder('h5'))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

async function cast(app: App, words: string, role: RoleOf): Promise<Cast> {
  const name = `${words}${process.pid}`
  const { id } = await makeEmployee(app, { name })
  await grantRoleTo(app, { id }, role)
  await declarePersona(await systemCtx(app), { employeeId: id, part: { zh: words, en: words }, position: 60 })
  return { id, name }
}

it('gives a role until a day, says how it ends, takes it back, and an auditor reads all of it in words', async () => {
  const operator = await cast(stage.app, '运营庚', 'operator')
  const auditor = await cast(stage.app, '审计辛', 'auditor')
  const today = shanghaiDay((await systemCtx(stage.app)).now)
  const desk = await logInOnWeb(browser, stage, operator, { viewport: desktop })
  await desk.getByRole('link', { name: '员工', exact: true }).click()
  await desk.getByLabel('姓名或工号').fill(stage.volunteer.name)
  await shown(desk, '工号', { exact: true }).waitFor()
  await shown(desk, new RegExp(`^${stage.volunteer.name}`)).click()
  const sheet = desk.getByRole('dialog')
  await sheet.getByLabel('角色', { exact: true }).selectOption({ label: 'HR' })
  await sheet.getByLabel(/^结束日/).fill(addDays(today, -1))
  await shown(desk, '结束日不能早于开始日').waitFor()
  await sheet.getByLabel(/^结束日/).fill(addDays(today, 400))
  await looksRight(desk, 'web-administration-person')
  await sheet.getByRole('button', { name: '授予角色' }).click()
  await sheet.waitFor({ state: 'detached' })
  await desk.getByRole('link', { name: '角色', exact: true }).click()
  await shown(desk, /年\d+月\d+日 结束时到期/).waitFor()
  await desk.getByRole('radio', { name: 'HR' }).locator('visible=true').click()
  await shown(desk, '生效中').waitFor()
  await looksRight(desk, 'web-administration-roles')
  await desk.getByRole('button', { name: `收回${stage.volunteer.name}的HR角色` }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '收回', exact: true }).click()
  await shown(desk, /今天 \d\d:\d\d 被收回/).waitFor()
  await desk.getByRole('link', { name: '分会', exact: true }).click()
  await shown(desk, stage.branch.name).waitFor()
  await shown(desk, '代码').waitFor()
  await looksRight(desk, 'web-administration-branches')
  for (const page of ['people', 'roles', 'branches']) {
    await desk.setViewportSize({ width: 320, height: 640 })
    await desk.goto(`${stage.url}/#/desk/pages/${page}/index`)
    await shown(desk, page === 'branches' ? stage.branch.name : operator.name).waitFor()
    await inLargeType(desk)
    await shown(desk, page === 'branches' ? stage.branch.name : operator.name).waitFor()
    expect(await sidewaysScroll(desk)).toBeLessThanOrEqual(0)
    await looksRight(desk, `web-administration-${page}-large`)
  }

  const audit = await logInOnWeb(browser, stage, auditor, { viewport: desktop })
  await audit.getByRole('link', { name: '操作留痕' }).click()
  await audit.getByRole('radio', { name: '员工与角色' }).locator('visible=true').click()
  await audit.getByLabel('操作人姓名或工号').fill(operator.name)
  await shown(audit, '授予角色').waitFor()
  await shown(audit, `${operator.name} → 员工 ${stage.volunteer.name}`).waitFor()
  await shown(audit, '结束日').waitFor()
  expect(await audit.getByText('{').locator('visible=true').count()).toBe(0)
  await looksRight(audit, 'web-administration-audit')
  await shown(audit, '授予角色').click()
  await audit
    .getByRole('dialog')
    .getByText(/^role\.granted · aud_/)
    .waitFor()
  await looksRight(audit, 'web-administration-record')
  await audit.getByRole('button', { name: '只看这个对象' }).click()
  await shown(audit, `只看 员工 ${stage.volunteer.name}`).waitFor()
  await shown(audit, '收回角色').waitFor()
  await Promise.all([desk.context().close(), audit.context().close()])
})

it('proves the ledger in words, and says what a violation means and what to do', async () => {
  const auditor = await cast(stage.app, '审计壬', 'auditor')
  const page = await logInOnWeb(browser, stage, auditor, { viewport: desktop })
  await page.getByRole('link', { name: '账本核验' }).click()
  await shown(page, '把整本账重新数一遍').waitFor()
  await looksRight(page, 'web-administration-proof-start')
  await page.route('**/ledger/proof', async (route) => {
    const reply = await route.fetch()
    const proof = (await reply.json()) as { clean: boolean; invariants: { violations: number; examples: unknown[] }[] }
    const [first, ...others] = proof.invariants
    const examples = [
      { id: 'jnl_0d3k9x2m4q7rt', part: null, expected: '0', found: 'fen 100' },
      { id: `${stage.volunteer.id}/credit`, part: 'balance', expected: '30000', found: '30100' },
    ]
    const broken = { ...first, violations: 12, examples }
    await route.fulfill({ response: reply, json: { ...proof, clean: false, invariants: [broken, ...others] } })
  })
  await page.getByRole('button', { name: '开始核验' }).click()
  await shown(page, /1\s项不符/).waitFor()
  await shown(page, '凭证平衡').waitFor()
  await shown(page, '暂停下发、捐赠与拨付').waitFor()
  await shown(page, /前\s2\s处，共\s12\s处/).waitFor()
  await shown(page, '应为 30,000 · 实为 30,100').waitFor()
  await looksRight(page, 'web-administration-proof')
  await page.setViewportSize({ width: 390, height: 844 })
  await looksRight(page, 'web-administration-proof-phone')
  await page.setViewportSize(desktop)
  await page.getByRole('button', { name: `留痕 ${stage.volunteer.id}` }).click()
  await shown(page, '只看 员工').waitFor()
  await page.goBack()
  await page.unroute('**/ledger/proof')
  await page.getByRole('button', { name: '重新核验' }).click()
  await shown(page, '账本完好').waitFor()
  await page.context().close()
})
