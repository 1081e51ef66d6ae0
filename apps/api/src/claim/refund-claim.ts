import { canDecideClaim } from '@yijian/shared/claim/rules'
import type { ClaimReview } from '@yijian/shared/claim/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { lockBalances, post, readJournal, reversalOf } from '../ledger/index.ts'
import { toReview } from './review.ts'
import { CLAIM_SCOPE, lockClaim, updateClaim } from './repo.ts'
import { heldBy, planGift } from './valuation.ts'

/**
 * The platform gave the money back: the match is taken back (追回) by the same rule with the negative amount, and what the
 * person has spent already stays as debt that later credit pays first.
 *
 * @throws Problem `own-claim`, `claim-state`
 */
export async function refundClaim(ctx: Ctx, claimId: string, { reason }: { reason: string }): Promise<ClaimReview> {
  const { employeeId: actorId } = requireRole(ctx, 'operator')
  return inTransaction(ctx, async (ctx) => {
    const before = await lockClaim(ctx, claimId)
    const { employeeId, state, amountFen } = before
    enforce(canDecideClaim({ actorId, employeeId, state, wanted: 'approved' }))
    const holdings = heldBy(await lockBalances(ctx, [employeeId]), employeeId)
    const { entries, effect } = await planGift(ctx, before, { giftFen: -amountFen, holdings })
    const original = await readJournal(ctx, before.journalId ?? '')
    if (original === null) throw new Error(`${claimId} is approved without a journal`)
    const deed = { kind: 'gift-refunded' as const, scope: CLAIM_SCOPE, idempotencyKey: `${claimId}/refunded` }
    const [posted] = await post(ctx, [reversalOf(original, { ...deed, asked: { employeeId, amountFen: -amountFen }, entries })])
    if (posted === undefined) throw new Error(`${claimId} was not taken back`)

    const refundJournalId = posted.journalId
    const change = { state: 'refunded' as const, refundedAt: ctx.now, refundedBy: actorId, refundReason: reason, refundJournalId }
    await updateClaim(ctx, before, change)
    await record(ctx, {
      action: 'claim.refunded',
      subject: claimId,
      detail: { reason, matchFen: effect.matchFen, journalId: refundJournalId },
    })
    await put(ctx, 'claim.refunded', { claimId })
    return toReview(ctx, { ...before, ...change })
  })
}
