import type { AuditDetail } from '@yijian/shared/audit/details'
import { canDecideClaim, roundAsShown } from '@yijian/shared/claim/rules'
import type { ClaimReview } from '@yijian/shared/claim/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { lockBalances, post } from '../ledger/index.ts'
import { toReview } from './review.ts'
import { CLAIM_SCOPE, type ClaimRow, lockClaim, releaseImages, updateClaim } from './repo.ts'
import { heldBy, planGift } from './valuation.ts'

interface Looked {
  /** The round that was looked at. */
  round: number
}

/**
 * Verifies an own donation and posts its match in the same transaction. Two operators take turns at the claim's row; the
 * later one finds it decided, and the key of the journal would refuse a second match all the same.
 *
 * @throws Problem `own-claim`, `claim-state`, `claim-sent-again`
 */
export async function approveClaim(ctx: Ctx, claimId: string, { round }: Looked): Promise<ClaimReview> {
  const actor = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const before = await lockDecidable(ctx, claimId, { actorId: actor.employeeId, round })
    const { employeeId, amountFen, giftOn } = before
    const holdings = heldBy(await lockBalances(ctx, [employeeId]), employeeId)
    const { policyId, entries, effect } = await planGift(ctx, before, { giftFen: amountFen, holdings })
    const deed = { scope: CLAIM_SCOPE, idempotencyKey: `${claimId}/approved`, asked: { employeeId, amountFen } }
    const [posted] = await post(ctx, [
      { kind: 'gift-matched', sourceId: claimId, servedOn: giftOn, policyIds: [policyId], ...deed, entries },
    ])
    if (posted === undefined) throw new Error(`${claimId} was not matched`)
    const change = { state: 'approved' as const, reason: null, journalId: posted.journalId }
    return decided(ctx, before, { change, detail: { amountFen, matchFen: effect.matchFen, journalId: posted.journalId } })
  })
}

/** Sends a claim back to be corrected. @throws Problem `own-claim`, `claim-state`, `claim-sent-again` */
export async function returnClaim(ctx: Ctx, claimId: string, { round, reason }: Looked & { reason: string }): Promise<ClaimReview> {
  const actor = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const before = await lockDecidable(ctx, claimId, { actorId: actor.employeeId, round })
    return decided(ctx, before, { change: { state: 'returned', reason }, detail: { reason } })
  })
}

/** Refuses a claim for good: its number and its receipts are free again. @throws Problem `own-claim`, `claim-state`, `claim-sent-again` */
export async function rejectClaim(ctx: Ctx, claimId: string, { round, reason }: Looked & { reason: string }): Promise<ClaimReview> {
  const actor = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const before = await lockDecidable(ctx, claimId, { actorId: actor.employeeId, round })
    await releaseImages(ctx, claimId)
    return decided(ctx, before, { change: { state: 'rejected', reason, live: null }, detail: { reason } })
  })
}

async function lockDecidable(ctx: Ctx, claimId: string, { actorId, round }: Looked & { actorId: string }): Promise<ClaimRow> {
  const row = await lockClaim(ctx, claimId)
  enforce(canDecideClaim({ actorId, employeeId: row.employeeId, state: row.state, wanted: 'submitted' }))
  // Sent back by a colleague and corrected meanwhile, it waits again with another amount or receipt.
  enforce(roundAsShown({ roundShown: round, round: row.round }))
  return row
}

async function decided<Values extends object>(
  ctx: Ctx,
  before: ClaimRow,
  { change, detail }: { change: Partial<ClaimRow> & { state: 'approved' | 'returned' | 'rejected' }; detail: AuditDetail<Values> },
): Promise<ClaimReview> {
  const actor = requireRole(ctx, 'operator')
  const after = { ...change, decidedAt: ctx.now, decidedBy: actor.employeeId }
  await updateClaim(ctx, before, after)
  await record(ctx, { action: `claim.${change.state}`, subject: before.id, detail })
  await put(ctx, 'claim.decided', { claimId: before.id, decision: change.state })
  return toReview(ctx, { ...before, ...after })
}
