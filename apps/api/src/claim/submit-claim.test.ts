import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { claimWish, makeClaim, makeReceipt } from '../../../../test/support/claims.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { brokenOf } from '../../../../test/support/faults.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { approveClaim, rejectClaim, returnClaim } from './decide-claim.ts'
import { getMyClaim, previewClaim } from './get-claim.ts'
import { claimInvariants } from './invariants.ts'
import { claimsOf } from './read.ts'
import { resubmitClaim, submitClaim } from './submit-claim.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'claim', listeners: listenersTo('claim.submitted') })
})
afterAll(closeApps)

const now = '2026-11-20T06:00:00.000Z'

async function scene(ctx: Ctx) {
  const [me, other, operator] = [await makeEmployee(ctx), await makeEmployee(ctx), await makeEmployee(ctx)]
  return {
    ctx,
    me,
    other,
    mine: actingAs(ctx, actorOf(me)),
    theirs: actingAs(ctx, actorOf(other)),
    desk: actingAs(ctx, actorOf(operator, 'operator')),
  }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>) =>
  rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => test(await scene(ctx)), now)
const why = { reason: '看不清订单号', round: 1 }

describe('submitClaim', () => {
  it('waits for an operator, with its receipts by short links, and posts nothing', () =>
    inScene(async ({ ctx, me, mine }) => {
      const imageIds = [await makeReceipt(ctx, me), await makeReceipt(ctx, me)]
      const made = await submitClaim(mine, await claimWish(ctx, me, { imageIds, giftOn: '2026-11-18' }))
      expect(made).toMatchObject({ state: 'submitted', amountFen: 25_000, giftOn: '2026-11-18', journalId: null, creditFen: null })
      expect(made.images.map(({ id }) => id)).toEqual(imageIds)
      expect(made.images[0]!.link).toMatch(/^\/api\/v1\/files\/[\w.-]+$/)
      expect(await tracesOf(ctx, made.id)).toMatchObject([{ action: 'claim.submitted', detail: { amountFen: 25_000, round: 1 } }])
      expect(await messagesOf(ctx, 'claim.submitted', made.id)).toHaveLength(1)
      expect(await brokenOf(ctx, claimInvariants)).toEqual([])
    }))

  it.each([
    ['a day to come', { giftOn: '2026-11-21' }, 'gift-in-future'],
    ['a day beyond the term', { giftOn: '2025-11-19' }, 'gift-too-old'],
    ['too short a number', { orderNo: '12-34' }, 'order-number-unclear'],
    ['another platform without a name', { platform: 'other' }, 'platform-name-missing'],
    ['a picture that is not there', { imageIds: ['fil_0000000000000'] }, 'upload-unknown'],
  ] as const)('refuses %s', (_, wish, code) =>
    inScene(async ({ ctx, me, mine }) => {
      const input = await claimWish(ctx, me, { ...wish, imageIds: 'imageIds' in wish ? [...wish.imageIds] : [await makeReceipt(ctx, me)] })
      await expect(submitClaim(mine, input)).rejects.toMatchObject({ code })
    }),
  )

  it('refuses a picture somebody else handed in', () =>
    inScene(async ({ ctx, me, other, mine }) => {
      const imageIds = [await makeReceipt(ctx, other)]
      await expect(submitClaim(mine, await claimWish(ctx, me, { imageIds }))).rejects.toMatchObject({ code: 'upload-unknown' })
    }))

  it('refuses an order number that is claimed, however it is typed and whatever platform is named, and says no name', () =>
    inScene(async ({ ctx, me, other, theirs, mine }) => {
      await makeClaim(ctx, me, { orderNo: 'tx-2026 1118 0042' })
      const again = await claimWish(ctx, other, { orderNo: 'ＴＸ20261118/0042', platform: 'other', platformName: '红十字会' })
      await expect(submitClaim(theirs, again)).rejects.toMatchObject({ code: 'order-claimed', data: { state: 'submitted', mine: false } })
      const own = await claimWish(ctx, me, { orderNo: 'TX202611180042' })
      await expect(submitClaim(mine, own)).rejects.toMatchObject({ data: { state: 'submitted', mine: true } })
    }))

  it('refuses a receipt that stands in another claim, until that is rejected', () =>
    inScene(async ({ ctx, me, other, theirs, desk }) => {
      const first = await makeClaim(ctx, me, { imageIds: [await makeReceipt(ctx, me, { picture: 'same' })] })
      const imageIds = [await makeReceipt(ctx, other, { picture: 'same' })]
      await expect(submitClaim(theirs, await claimWish(ctx, other, { imageIds }))).rejects.toMatchObject({
        code: 'receipt-claimed',
        data: { state: 'submitted', mine: false, fileId: imageIds[0] },
      })
      await rejectClaim(desk, first.id, why)
      expect(await submitClaim(theirs, await claimWish(ctx, other, { imageIds }))).toMatchObject({ state: 'submitted' })
    }))

  it('lets a rejected number be claimed again', () =>
    inScene(async ({ ctx, me, desk }) => {
      const wish = { orderNo: 'TX 778899' }
      const first = await makeClaim(ctx, me, wish)
      await rejectClaim(desk, first.id, why)
      expect(await makeClaim(ctx, me, wish)).toMatchObject({ state: 'submitted' })
    }))

  it('is for people', () =>
    inScene(async ({ ctx, me }) => {
      const input = await claimWish(ctx, me)
      await expect(submitClaim(ctx, input)).rejects.toMatchObject({ code: 'login-required' })
    }))
})

describe('resubmitClaim', () => {
  it('corrects what came back: other receipts, another number, the same claim', () =>
    inScene(async ({ ctx, me, mine, desk }) => {
      const [first, second] = [await makeReceipt(ctx, me), await makeReceipt(ctx, me)]
      const made = await makeClaim(ctx, me, { imageIds: [first] })
      await returnClaim(desk, made.id, why)
      expect(await getMyClaim(mine, made.id)).toMatchObject({ state: 'returned', reason: why.reason })
      const again = await resubmitClaim(mine, made.id, await claimWish(ctx, me, { imageIds: [second, first], amountFen: 30_000 }))
      expect(again).toMatchObject({ id: made.id, state: 'submitted', reason: null, amountFen: 30_000 })
      expect(again.images.map(({ id }) => id)).toEqual([second, first])
      await returnClaim(desk, made.id, { ...why, round: 2 })
      expect((await resubmitClaim(mine, made.id, await claimWish(ctx, me, { imageIds: [second] }))).images).toHaveLength(1)
      expect(await brokenOf(ctx, claimInvariants)).toEqual([])
    }))

  it('refuses what did not come back, and what is somebody else’s', () =>
    inScene(async ({ ctx, me, mine, theirs }) => {
      const made = await makeClaim(ctx, me)
      const input = await claimWish(ctx, me)
      await expect(resubmitClaim(mine, made.id, input)).rejects.toMatchObject({ code: 'claim-state', data: { state: 'submitted' } })
      await expect(resubmitClaim(theirs, made.id, input)).rejects.toMatchObject({ code: 'not-found' })
      await expect(getMyClaim(theirs, made.id)).rejects.toMatchObject({ code: 'not-found' })
    }))
})

describe('what a person sees', () => {
  it('is the effect before sending, with what is carried', () =>
    inScene(async ({ ctx, me, mine, desk }) => {
      const preview = () => previewClaim(mine, { amountFen: 25_000, giftOn: '2026-11-20' })
      expect(await preview()).toMatchObject({ matchFen: 20_000, carriedBeforeFen: 0, carriedAfterFen: 5000, unitGiftFen: 10_000 })
      await approveClaim(desk, (await makeClaim(ctx, me)).id, why)
      expect(await preview()).toMatchObject({ matchFen: 30_000, carriedBeforeFen: 5000, carriedAfterFen: 0 })
    }))

  it('is a list, the newest first, with what each brought', () =>
    inScene(async ({ ctx, me, desk }) => {
      const claims = [await makeClaim(ctx, me), await makeClaim(ctx, me, { amountFen: 4000 }), await makeClaim(ctx, me)]
      await approveClaim(desk, claims[0]!.id, why)
      await approveClaim(desk, claims[1]!.id, why)
      const first = await claimsOf(ctx, me.id, { limit: 2 })
      expect(first.items.map(({ id, creditFen }) => [id, creditFen])).toEqual([
        [claims[2]!.id, null],
        [claims[1]!.id, 0],
      ])
      const rest = await claimsOf(ctx, me.id, { limit: 2, cursor: first.nextCursor! })
      expect([rest.items.map(({ id, creditFen }) => [id, creditFen]), rest.nextCursor]).toEqual([[[claims[0]!.id, 20_000]], null])
    }))
})
