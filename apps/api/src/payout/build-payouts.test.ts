import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { brokenOf } from '../../../../test/support/faults.ts'
import { fundPeople } from '../../../../test/support/funds.ts'
import { makeFund, setFundState } from '../../../../test/support/giving.ts'
import { arrivedDonation } from '../../../../test/support/payouts.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { getFundProject } from '../fund/get-fund-project.ts'
import { givingInvariants } from '../giving/index.ts'
import { readJournal } from '../ledger/index.ts'
import { buildPayouts } from './build-payouts.ts'
import { payoutInvariants } from './invariants.ts'
import { getPayout, listPayoutCandidates, listPayoutLines, listPayouts } from './list-payouts.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'payout' })
})
afterAll(closeApps)

const now = '2026-11-20T06:00:00.000Z'
type People = Awaited<ReturnType<typeof fundPeople>>
const inTest = (test: (ctx: Ctx, people: People) => Promise<void>) =>
  rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => test(ctx, await fundPeople(ctx)), now)

describe('buildPayouts', () => {
  it('takes every settled donation of a fund project once, by one journal', () =>
    inTest(async (ctx, { one, asOne, asEmployee }) => {
      const lunch = await makeFund(ctx)
      const gifts = [await arrivedDonation(ctx, [lunch], 10_000), await arrivedDonation(ctx, [lunch], 20_000)]
      const { items } = await buildPayouts(asOne, { fundProjectIds: [lunch.id] })
      const [batch] = items
      expect(items).toMatchObject([
        { state: 'built', amountFen: 30_000, lines: 2, fundProject: { id: lunch.id }, built: { by: { id: one.id } }, ownWork: true },
      ])
      expect(await readJournal(ctx, batch!.builtJournalId)).toMatchObject({
        kind: 'payout-built',
        sourceId: batch!.id,
        entries: [
          { account: `${lunch.id}/credit`, amount: -30_000 },
          { account: `${batch!.id}/credit`, amount: 30_000 },
        ],
      })
      const lines = await listPayoutLines(asOne, batch!.id, { limit: 20 })
      expect(lines.items.map(({ donationId, amountFen }) => [donationId, amountFen])).toEqual([
        [gifts[0]!.donationId, 10_000],
        [gifts[1]!.donationId, 20_000],
      ])
      expect((await getFundProject(asEmployee, lunch.id)).transparency).toMatchObject({
        receivedFen: 30_000,
        onItsWayFen: 30_000,
        paidFen: 0,
        leftFen: 0,
        givers: 2,
      })
      expect(await tracesOf(ctx, batch!.id)).toMatchObject([{ action: 'payout.built', detail: { amountFen: 30_000, lines: 2 } }])
      await expect(buildPayouts(asOne, { fundProjectIds: [lunch.id] })).rejects.toMatchObject({ code: 'nothing-to-pay' })
      expect(await brokenOf(ctx, [...payoutInvariants, ...givingInvariants])).toEqual([])
    }))

  it('builds one batch for each project that has something, parts of one donation apart', () =>
    inTest(async (ctx, { asOne }) => {
      const funds = [
        await makeFund(ctx, { name: '午餐' }),
        await makeFund(ctx, { name: '候鸟' }),
        await makeFund(ctx, { name: '没有捐赠' }),
      ]
      await arrivedDonation(ctx, funds.slice(0, 2), 10_000)
      expect((await listPayoutCandidates(asOne)).items).toMatchObject([
        { fundProject: { name: '午餐' }, donations: 1, amountFen: 5000 },
        { fundProject: { name: '候鸟' }, donations: 1, amountFen: 5000 },
      ])
      const { items } = await buildPayouts(asOne, {})
      expect(items.map(({ fundProject, amountFen }) => [fundProject.name, amountFen])).toEqual([
        ['午餐', 5000],
        ['候鸟', 5000],
      ])
      expect((await listPayoutCandidates(asOne)).items).toEqual([])
      const { items: listed } = await listPayouts(asOne, { limit: 20, state: 'built' })
      expect(listed.map(({ id }) => id)).toEqual(items.map(({ id }) => id).reverse())
      expect(await brokenOf(ctx, [...payoutInvariants, ...givingInvariants])).toEqual([])
    }))

  it('still pays out what a project received before it was closed', () =>
    inTest(async (ctx, { asOne }) => {
      const lunch = await makeFund(ctx)
      await arrivedDonation(ctx, [lunch])
      await setFundState(ctx, lunch, 'closed')
      expect((await buildPayouts(asOne, {})).items).toMatchObject([{ amountFen: 10_000 }])
    }))

  it('refuses the wrong role: auditors look, employees do neither', () =>
    inTest(async (ctx, { asOne, asAuditor, asEmployee }) => {
      const lunch = await makeFund(ctx)
      await arrivedDonation(ctx, [lunch])
      await expect(buildPayouts(asAuditor, {})).rejects.toMatchObject({ code: 'role-required' })
      await expect(buildPayouts(asEmployee, {})).rejects.toMatchObject({ code: 'role-required' })
      const { items } = await buildPayouts(asOne, {})
      expect(await getPayout(asAuditor, items[0]!.id)).toMatchObject({ ownWork: false })
      await expect(getPayout(asEmployee, items[0]!.id)).rejects.toMatchObject({ code: 'role-required' })
      await expect(listPayouts(asEmployee, { limit: 20 })).rejects.toMatchObject({ code: 'role-required' })
      await expect(listPayoutLines(asEmployee, items[0]!.id, { limit: 20 })).rejects.toMatchObject({ code: 'role-required' })
      await expect(listPayoutCandidates(asEmployee)).rejects.toMatchObject({ code: 'role-required' })
    }))
})
