import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { claimWish, makeClaim, makeReceipt, spend } from '../../../../test/support/claims.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { brokenOf, damage, examplesOf } from '../../../../test/support/faults.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances, readJournal } from '../ledger/index.ts'
import { policyOn } from '../policy/index.ts'
import { insertPolicy } from '../policy/repo.ts'
import { approveClaim, rejectClaim, returnClaim } from './decide-claim.ts'
import { getClaim, getMyClaim } from './get-claim.ts'
import { claimInvariants } from './invariants.ts'
import { listClaims } from './list-claims.ts'
import { refundClaim } from './refund-claim.ts'
import { resubmitClaim } from './submit-claim.ts'
import { claimTeller } from './teller.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'claim', listeners: listenersTo('claim.decided', 'claim.refunded') })
})
afterAll(closeApps)

const now = '2026-11-20T06:00:00.000Z'

async function scene(ctx: Ctx) {
  const [me, operator] = [await makeEmployee(ctx), await makeEmployee(ctx, { name: '何运营' })]
  return { ctx, me, operator, mine: actingAs(ctx, actorOf(me)), desk: actingAs(ctx, actorOf(operator, 'operator')) }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>) =>
  rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => test(await scene(ctx)), now)
const looked = { round: 1 }
const why = { ...looked, reason: '平台已退款' }

describe('approveClaim', () => {
  it('posts the match at once, on the day of the gift, and keeps what is short of a unit', () =>
    inScene(async ({ ctx, me, operator, desk }) => {
      const { id } = await makeClaim(ctx, me, { giftOn: '2026-10-08' })
      const review = await approveClaim(desk, id, looked)
      expect(review).toMatchObject({ claim: { state: 'approved', creditFen: 20_000 }, decidedBy: { name: '何运营' } })
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 20_000, giftFen: 25_000, carriedGiftFen: 5000 })
      expect(await readJournal(ctx, review.claim.journalId!)).toMatchObject({
        kind: 'gift-matched',
        sourceId: id,
        servedOn: '2026-10-08',
        actorId: operator.id,
        policyIds: [(await policyOn(ctx, 'matching', '2026-10-08')).id],
      })
      expect(await messagesOf(ctx, 'claim.decided', id)).toEqual([{ claimId: id, decision: 'approved' }])
      expect((await tracesOf(ctx, id)).at(-1)).toMatchObject({ action: 'claim.approved', detail: { amountFen: 25_000, matchFen: 20_000 } })
      expect(await brokenOf(ctx, claimInvariants)).toEqual([])
    }))

  it('values a gift by the version of its day, not of today', () =>
    inScene(async ({ ctx, me, desk }) => {
      const { settings } = await policyOn(ctx, 'matching', '2026-11-20')
      const later = { id: ctx.app.newId('policy'), kind: 'matching' as const, label: '2026-m', inForceFrom: '2026-11-15', publishedAt: now }
      await insertPolicy(ctx, { ...later, settings: { ...settings, unitGiftGrantFen: 50_000 } }, null)
      await approveClaim(desk, (await makeClaim(ctx, me, { giftOn: '2026-11-14' })).id, looked)
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 20_000 })
      await approveClaim(desk, (await makeClaim(ctx, me, { giftOn: '2026-11-15' })).id, looked)
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 170_000, carriedGiftFen: 0 })
    }))

  it('is refused about what was sent again since it was looked at', () =>
    inScene(async ({ ctx, me, mine, desk }) => {
      const { id } = await makeClaim(ctx, me)
      await returnClaim(desk, id, why)
      await resubmitClaim(mine, id, await claimWish(ctx, me, { amountFen: 2_500_000 }))
      for (const deed of [approveClaim(desk, id, looked), returnClaim(desk, id, why), rejectClaim(desk, id, why)])
        await expect(deed).rejects.toMatchObject({ code: 'claim-sent-again', data: { roundShown: 1, round: 2 } })
      const { round } = await getClaim(desk, id)
      expect(await approveClaim(desk, id, { round })).toMatchObject({ claim: { state: 'approved', amountFen: 2_500_000 } })
    }))

  it('is refused twice, after another decision, about oneself, and to the wrong role', () =>
    inScene(async ({ ctx, me, mine, desk }) => {
      const { id } = await makeClaim(ctx, me)
      const own = { ...mine, actor: actorOf(me, 'operator') }
      for (const deed of [approveClaim(own, id, looked), returnClaim(own, id, why), rejectClaim(own, id, why)])
        await expect(deed).rejects.toMatchObject({ code: 'own-claim' })
      for (const deed of [
        approveClaim(mine, id, looked),
        returnClaim(mine, id, why),
        rejectClaim(mine, id, why),
        refundClaim(mine, id, why),
      ])
        await expect(deed).rejects.toMatchObject({ code: 'role-required' })
      await approveClaim(desk, id, looked)
      for (const deed of [approveClaim(desk, id, looked), returnClaim(desk, id, why), rejectClaim(desk, id, why)])
        await expect(deed).rejects.toMatchObject({ code: 'claim-state', data: { state: 'approved' } })
    }))
})

describe('refundClaim', () => {
  it('takes the match back by a reversal, and the whole of it', () =>
    inScene(async ({ ctx, me, mine, desk }) => {
      const { id } = await makeClaim(ctx, me)
      const { claim } = await approveClaim(desk, id, looked)
      expect((await getClaim(desk, id)).effect).toMatchObject({ matchFen: -20_000, creditChangeFen: -20_000, carriedAfterFen: 0 })
      await refundClaim(desk, id, why)
      const after = await getMyClaim(mine, id)
      expect(after).toMatchObject({ state: 'refunded', refundReason: why.reason, creditFen: 20_000, refundFen: 20_000, owedFen: 0 })
      expect(await readJournal(ctx, after.refundJournalId!)).toMatchObject({
        kind: 'gift-refunded',
        reverses: claim.journalId,
        sourceId: id,
      })
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 0, creditOwedFen: 0, giftFen: 0, carriedGiftFen: 0 })
      expect(await messagesOf(ctx, 'claim.refunded', id)).toHaveLength(1)
      expect(await brokenOf(ctx, claimInvariants)).toEqual([])
    }))

  it('leaves debt for what is spent, which the next gift pays first', () =>
    inScene(async ({ ctx, me, mine, desk }) => {
      const { id } = await makeClaim(ctx, me)
      await approveClaim(desk, id, looked)
      await spend(ctx, me, 15_000)
      await refundClaim(desk, id, why)
      expect(await getMyClaim(mine, id)).toMatchObject({ refundFen: 20_000, owedFen: 15_000 })
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 0, creditOwedFen: 15_000 })
      const next = await makeClaim(ctx, me, { amountFen: 20_000 })
      expect((await getClaim(desk, next.id)).effect).toMatchObject({
        matchFen: 20_000,
        creditChangeFen: 5000,
        owedBeforeFen: 15_000,
        owedAfterFen: 0,
      })
      await approveClaim(desk, next.id, looked)
      expect(await readBalances(ctx, me.id)).toMatchObject({ creditFen: 5000, creditOwedFen: 0 })
      expect(await getMyClaim(mine, next.id)).toMatchObject({ creditFen: 20_000 })
    }))

  it('is refused before approval, twice, and about oneself; its number stays claimed', () =>
    inScene(async ({ ctx, me, mine, desk }) => {
      const { id } = await makeClaim(ctx, me, { orderNo: 'TX 445566' })
      await expect(refundClaim(desk, id, why)).rejects.toMatchObject({ code: 'claim-state', data: { state: 'submitted' } })
      await approveClaim(desk, id, looked)
      await expect(refundClaim({ ...mine, actor: actorOf(me, 'operator') }, id, why)).rejects.toMatchObject({ code: 'own-claim' })
      await refundClaim(desk, id, why)
      await expect(refundClaim(desk, id, why)).rejects.toMatchObject({ code: 'claim-state', data: { state: 'refunded' } })
      await expect(makeClaim(ctx, me, { orderNo: 'TX445566' })).rejects.toMatchObject({
        code: 'order-claimed',
        data: { state: 'refunded' },
      })
    }))
})

describe('the queue', () => {
  it('shows who waits longest first and never one’s own; what is decided the newest first', () =>
    inScene(async ({ ctx, me, operator, desk }) => {
      const at = (minutes: number) => ({ ...ctx, now: new Date(Date.parse(now) - minutes * 60_000) })
      const ids = []
      for (const minutes of [30, 20, 10]) ids.push((await makeClaim(at(minutes), me)).id)
      await makeClaim(at(25), operator)
      const first = await listClaims(desk, { state: 'submitted', limit: 2 })
      expect(first.items.map(({ id, person }) => [id, person.id])).toEqual([
        [ids[0], me.id],
        [ids[1], me.id],
      ])
      expect((await listClaims(desk, { state: 'submitted', limit: 2, cursor: first.nextCursor! })).items.map(({ id }) => id)).toEqual([
        ids[2],
      ])
      for (const id of ids) await approveClaim(desk, id, looked)
      expect((await listClaims(desk, { state: 'approved', limit: 9 })).items.map(({ id }) => id)).toEqual([...ids].reverse())
    }))

  it('is for operators, and every look is recorded', () =>
    inScene(async ({ ctx, me, mine, desk }) => {
      const { id } = await makeClaim(ctx, me)
      await expect(listClaims(mine, { state: 'submitted', limit: 2 })).rejects.toMatchObject({ code: 'role-required' })
      await expect(getClaim(mine, id)).rejects.toMatchObject({ code: 'role-required' })
      expect(await getClaim(desk, id)).toMatchObject({ own: false, effect: { matchFen: 20_000 }, hints: [] })
      expect((await tracesOf(ctx, id)).at(-1)).toMatchObject({ action: 'claim.looked-at' })
    }))

  it('hints at pictures alike, at the number of a rejected claim and at the same gift twice, and names nobody', () =>
    inScene(async ({ ctx, me, desk }) => {
      const other = await makeEmployee(ctx)
      const fingerprint = 'f0'.repeat(32)
      const alike = async (who: { id: string }, change: string) => [await makeReceipt(ctx, who, { fingerprint: change })]
      const rejected = await makeClaim(ctx, other, { orderNo: 'TX 990011', giftOn: '2026-11-01', amountFen: 100 })
      await rejectClaim(desk, rejected.id, why)
      await makeClaim(ctx, other, {
        imageIds: await alike(other, fingerprint.replace(/^f0f0/, 'f3f0')),
        giftOn: '2026-11-02',
        amountFen: 200,
      })
      await makeClaim(ctx, other, { imageIds: await alike(other, '0f'.repeat(32)) })
      await makeClaim(ctx, me, { giftOn: '2026-11-19', amountFen: 300 })
      const { id } = await makeClaim(ctx, me, {
        orderNo: 'tx990011',
        giftOn: '2026-11-19',
        amountFen: 300,
        imageIds: await alike(me, fingerprint),
      })
      const { hints } = await getClaim(desk, id)
      expect(hints).toEqual([
        { kind: 'like-image', state: 'submitted', samePerson: false, giftOn: '2026-11-02', amountFen: 200 },
        { kind: 'same-order', state: 'rejected', samePerson: false, giftOn: '2026-11-01', amountFen: 100 },
        { kind: 'same-gift', state: 'submitted', samePerson: true, giftOn: '2026-11-19', amountFen: 300 },
      ])
    }))
})

describe('where credit comes from', () => {
  it('is told by the claim, to its person alone', () =>
    inScene(async ({ ctx, me, desk }) => {
      const { claim } = await approveClaim(desk, (await makeClaim(ctx, me)).id, looked)
      const journal = (await readJournal(ctx, claim.journalId!))!
      expect(await claimTeller.titles(ctx, [claim.id])).toEqual(new Map([[claim.id, { zh: '腾讯公益', en: 'Tencent Charity' }]]))
      expect(await claimTeller.tell(ctx, journal, me.id)).toMatchObject({
        kind: 'claim',
        claimId: claim.id,
        platform: '腾讯公益',
        state: 'approved',
      })
      await expect(claimTeller.tell(ctx, journal, 'emp_0000000000000')).rejects.toMatchObject({ code: 'not-found' })
    }))
})

describe('the invariants of claims', () => {
  it.each([
    ['claims-are-journals', 'UPDATE claim SET amount_fen = amount_fen + 1 WHERE id = :approved'],
    ['claims-are-journals', "UPDATE claim SET gift_on = '2026-01-01' WHERE id = :approved"],
    ['gifts-sum-to-balance', "UPDATE ledger_balance SET balance = balance + 1 WHERE account_id = CONCAT(:person, '/gift')"],
    ['gift-journals-explained', "UPDATE ledger_journal SET source_id = 'clm_0000000000000' WHERE id = :journal"],
    ['receipts-stand-once', 'UPDATE claim_image SET place = NULL, live = NULL WHERE claim_id = :approved'],
    [
      'receipts-stand-once',
      "UPDATE stored_file f JOIN claim_image i ON i.file_id = f.id SET f.uploader_id = 'emp_0000000000000' WHERE i.claim_id = :approved",
    ],
  ])('%s finds damage by hand', async (name, statement) => {
    const owner = await testApp({ database: 'claim', asOwner: true })
    await rolledBack(
      owner,
      { kind: 'system', job: 'test' },
      async (ctx) => {
        const { me, desk } = await scene(ctx)
        const { claim } = await approveClaim(desk, (await makeClaim(ctx, me)).id, looked)
        expect(await brokenOf(ctx, claimInvariants)).toEqual([])
        await damage(ctx, statement, { approved: claim.id, person: me.id, journal: claim.journalId! })
        const [example] = (await examplesOf(ctx, claimInvariants)).get(name) ?? []
        expect([claim.id, claim.journalId, `${me.id}/gift`]).toContain(example?.id)
      },
      now,
    )
  })

  it('refunds-are-reversals finds a refund that takes back something else', async () => {
    const owner = await testApp({ database: 'claim', asOwner: true })
    await rolledBack(
      owner,
      { kind: 'system', job: 'test' },
      async (ctx) => {
        const { me, desk } = await scene(ctx)
        const { claim } = await approveClaim(desk, (await makeClaim(ctx, me)).id, looked)
        const { refundJournalId } = (await refundClaim(desk, claim.id, why)).claim
        expect(await brokenOf(ctx, claimInvariants)).toEqual([])
        const less = "UPDATE ledger_entry SET amount = amount + 1 WHERE journal_id = :refund AND account_id LIKE '%/gift'"
        await damage(ctx, less, { refund: refundJournalId! })
        expect(await brokenOf(ctx, claimInvariants)).toEqual(['refunds-are-reversals'])
      },
      now,
    )
  })
})
