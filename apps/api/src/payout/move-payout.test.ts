import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { brokenOf } from '../../../../test/support/faults.ts'
import { fundPeople } from '../../../../test/support/funds.ts'
import { makeFund } from '../../../../test/support/giving.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { arrivedDonation } from '../../../../test/support/payouts.ts'
import { as } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { getFundProject } from '../fund/get-fund-project.ts'
import { publishFundReport } from '../fund/publish-fund-report.ts'
import { readJournal } from '../ledger/index.ts'
import { approvePayout } from './approve-payout.ts'
import { bouncePayout } from './bounce-payout.ts'
import { buildPayouts } from './build-payouts.ts'
import { cancelPayout } from './cancel-payout.ts'
import { confirmPayout } from './confirm-payout.ts'
import { payoutInvariants } from './invariants.ts'
import { listMyDonationPayouts } from './list-payouts.ts'
import { sendPayout } from './send-payout.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'payout', listeners: listenersTo('payout.confirmed') })
})
afterAll(closeApps)

/** A batch of one donation of a hundred yuan, built by the first operator. */
async function scene(ctx: Ctx) {
  const people = await fundPeople(ctx)
  const lunch = await makeFund(ctx)
  const { donationId, giver } = await arrivedDonation(ctx, [lunch])
  const { items } = await buildPayouts(people.asOne, { fundProjectIds: [lunch.id] })
  const transparency = async () => (await getFundProject(people.asEmployee, lunch.id)).transparency
  return { ctx, ...people, lunch, donationId, asGiver: as(ctx, giver), id: items[0]!.id, transparency }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>) =>
  rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => test(await scene(ctx)), '2026-11-20T06:00:00.000Z')
const bank = { bankReference: '20261120-0088' }

describe('a payout', () => {
  it('is approved by another, sent, and confirmed: then the charity has it and the giver reads so', () =>
    inScene(async ({ ctx, id, two, asOne, asTwo, asGiver, donationId, lunch, transparency }) => {
      expect(await listMyDonationPayouts(asGiver, donationId)).toEqual({
        items: [{ fundProjectId: lunch.id, progress: 'under-way', paidAt: null, note: null }],
      })
      await approvePayout(asTwo, id)
      await sendPayout(asOne, id, bank)
      const confirmed = await confirmPayout(asOne, id, { note: '已开具捐赠票据' })
      expect(confirmed).toMatchObject({ state: 'confirmed', approved: { by: { id: two.id } }, ...bank, note: '已开具捐赠票据' })
      expect(await readJournal(ctx, confirmed.endJournalId!)).toMatchObject({ kind: 'payout-confirmed', sourceId: id })
      expect(await listMyDonationPayouts(asGiver, donationId)).toEqual({
        items: [{ fundProjectId: lunch.id, progress: 'paid', paidAt: '2026-11-20T06:00:00.000Z', note: '已开具捐赠票据' }],
      })
      expect(await transparency()).toMatchObject({ receivedFen: 10_000, paidFen: 10_000, onItsWayFen: 0, leftFen: 0 })
      expect((await tracesOf(ctx, id)).map(({ action }) => action)).toEqual([
        'payout.built',
        'payout.approved',
        'payout.sent',
        'payout.confirmed',
      ])
      expect(await messagesOf(ctx, 'payout.confirmed', id)).toEqual([{ payoutId: id }])
      expect(await brokenOf(ctx, payoutInvariants)).toEqual([])
    }))

  it('that was confirmed may be reported as spent, to the fen and once', () =>
    inScene(async ({ id, asOne, asTwo, lunch }) => {
      await approvePayout(asTwo, id)
      await sendPayout(asTwo, id, bank)
      await confirmPayout(asTwo, id, {})
      const report = {
        title: '开餐了',
        text: '一千份午餐。',
        periodFrom: '2026-11-01',
        periodUntil: '2026-11-20',
        spentFen: 10_000,
        imageIds: [],
      }
      await publishFundReport(asOne, lunch.id, report)
      await expect(publishFundReport(asOne, lunch.id, { ...report, spentFen: 1 })).rejects.toMatchObject({ code: 'spent-above-paid' })
    }))

  it('that bounced goes back, and its donation is paid by the next batch', () =>
    inScene(async ({ ctx, id, asOne, asTwo, asGiver, donationId, lunch, transparency }) => {
      await approvePayout(asTwo, id)
      await sendPayout(asOne, id, bank)
      const bounced = await bouncePayout(asOne, id, { reason: '账号有误' })
      expect(bounced).toMatchObject({ state: 'bounced', note: '账号有误' })
      expect(await transparency()).toMatchObject({ paidFen: 0, onItsWayFen: 0, leftFen: 10_000 })
      expect(await listMyDonationPayouts(asGiver, donationId)).toMatchObject({ items: [{ progress: 'waiting', note: null }] })
      const { items } = await buildPayouts(asTwo, { fundProjectIds: [lunch.id] })
      expect(items).toMatchObject([{ amountFen: 10_000, lines: 1 }])
      expect(await transparency()).toMatchObject({ onItsWayFen: 10_000, leftFen: 0 })
      expect(await brokenOf(ctx, payoutInvariants)).toEqual([])
    }))

  it('that is cancelled before it was sent never happened: its journal is reversed', () =>
    inScene(async ({ ctx, id, asOne, asTwo, transparency }) => {
      await approvePayout(asTwo, id)
      const cancelled = await cancelPayout(asOne, id, { reason: '改为月底统一拨付' })
      expect(await readJournal(ctx, cancelled.endJournalId!)).toMatchObject({ kind: 'payout-built', reverses: cancelled.builtJournalId })
      expect(await transparency()).toMatchObject({ receivedFen: 10_000, paidFen: 0, onItsWayFen: 0, leftFen: 10_000 })
      expect(await brokenOf(ctx, payoutInvariants)).toEqual([])
    }))

  it('is approved by no one who built it, and moves only along its way', () =>
    inScene(async ({ id, asOne, asTwo }) => {
      await expect(approvePayout(asOne, id)).rejects.toMatchObject({ code: 'own-payout' })
      await expect(sendPayout(asTwo, id, bank)).rejects.toMatchObject({
        code: 'payout-state',
        data: { state: 'built', allowed: ['approved'] },
      })
      await expect(confirmPayout(asTwo, id, {})).rejects.toMatchObject({ code: 'payout-state' })
      await approvePayout(asTwo, id)
      await expect(approvePayout(asTwo, id)).rejects.toMatchObject({ code: 'payout-state' })
      await sendPayout(asTwo, id, bank)
      await expect(cancelPayout(asTwo, id, { reason: '晚了' })).rejects.toMatchObject({ code: 'payout-state' })
      await confirmPayout(asTwo, id, {})
      await expect(bouncePayout(asTwo, id, { reason: '晚了' })).rejects.toMatchObject({ code: 'payout-state' })
    }))

  it('refuses the wrong role: every step is for operators', () =>
    inScene(async ({ id, asAuditor, asEmployee }) => {
      for (const who of [asAuditor, asEmployee]) {
        await expect(approvePayout(who, id)).rejects.toMatchObject({ code: 'role-required' })
        await expect(sendPayout(who, id, bank)).rejects.toMatchObject({ code: 'role-required' })
        await expect(confirmPayout(who, id, {})).rejects.toMatchObject({ code: 'role-required' })
        await expect(bouncePayout(who, id, { reason: '退' })).rejects.toMatchObject({ code: 'role-required' })
        await expect(cancelPayout(who, id, { reason: '退' })).rejects.toMatchObject({ code: 'role-required' })
      }
    }))

  it('shows the way of a donation to its giver only', () =>
    inScene(async ({ donationId, asEmployee, asOne }) => {
      await expect(listMyDonationPayouts(asEmployee, donationId)).rejects.toMatchObject({ code: 'not-found' })
      await expect(listMyDonationPayouts(asOne, donationId)).rejects.toMatchObject({ code: 'not-found' })
    }))
})
