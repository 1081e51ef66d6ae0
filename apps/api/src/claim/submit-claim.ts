import { canClaim, canResubmit, orderKeyOf } from '@yijian/shared/claim/rules'
import type { Claim, ClaimInput } from '@yijian/shared/claim/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce, refuse } from '../core/problems.ts'
import { attachUploads } from '../file/index.ts'
import { policyOn } from '../policy/index.ts'
import { toClaim } from './read.ts'
import { type ClaimRow, insertClaim, lockClaim, saveImages, updateClaim } from './repo.ts'

/**
 * Claims an own donation. Of two people with one order number or one receipt the database lets the first through.
 *
 * @throws Problem of `ClaimRefusal`, `order-claimed`, `receipt-claimed`, `upload-unknown`
 */
export async function submitClaim(ctx: Ctx, input: ClaimInput): Promise<Claim> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const facts = await factsOf(ctx, input)
    const row: ClaimRow = {
      id: ctx.app.newId('claim'),
      employeeId,
      state: 'submitted',
      ...facts,
      round: 1,
      submittedAt: ctx.now,
      decidedAt: null,
      decidedBy: null,
      reason: null,
      journalId: null,
      refundedAt: null,
      refundedBy: null,
      refundReason: null,
      refundJournalId: null,
      live: 1,
    }
    await insertClaim(ctx, row)
    return sent(ctx, row, input)
  })
}

/**
 * Corrects a claim that came back and sends it again; what was decided before stays in the record.
 *
 * @throws Problem `not-found`, also for somebody else's claim, `claim-state`, of `ClaimRefusal`, `order-claimed`,
 * `receipt-claimed`, `upload-unknown`
 */
export async function resubmitClaim(ctx: Ctx, claimId: string, input: ClaimInput): Promise<Claim> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const before = await lockClaim(ctx, claimId)
    if (before.employeeId !== employeeId) throw refuse('not-found', { what: 'claim' })
    enforce(canResubmit(before))
    const undecided = { decidedAt: null, decidedBy: null, reason: null }
    const change = {
      state: 'submitted' as const,
      ...(await factsOf(ctx, input)),
      round: before.round + 1,
      submittedAt: ctx.now,
      ...undecided,
    }
    await updateClaim(ctx, before, change)
    return sent(ctx, { ...before, ...change }, input)
  })
}

async function factsOf(ctx: Ctx, { platform, platformName, orderNo, giftOn, amountFen }: ClaimInput) {
  const today = shanghaiDay(ctx.now)
  const { settings } = await policyOn(ctx, 'giving', today)
  enforce(canClaim({ today, giftOn, claimWithinDays: settings.claimWithinDays, orderNo, platform, platformName }))
  const name = platform === 'other' ? platformName : null
  return { platform, platformName: name, orderNo, orderKey: orderKeyOf(orderNo), giftOn, amountFen }
}

async function sent(ctx: Ctx, row: ClaimRow, { imageIds }: ClaimInput): Promise<Claim> {
  await saveImages(ctx, row, await attachUploads(ctx, { fileIds: [...new Set(imageIds)], purpose: 'receipt' }))
  const { id, amountFen, giftOn, round } = row
  await record(ctx, { action: 'claim.submitted', subject: id, detail: { amountFen, giftOn, round } })
  await put(ctx, 'claim.submitted', { claimId: id })
  return toClaim(ctx, row)
}
