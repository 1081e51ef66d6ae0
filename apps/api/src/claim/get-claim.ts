import type { Claim, ClaimEffect, ClaimReview } from '@yijian/shared/claim/shapes'
import { requireEmployee, requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { readHoldings } from '../ledger/index.ts'
import { toClaim } from './read.ts'
import { toReview } from './review.ts'
import { claimById } from './repo.ts'
import { planGift } from './valuation.ts'

/** @throws Problem `not-found`, also for somebody else's claim */
export async function getMyClaim(ctx: Ctx, claimId: string): Promise<Claim> {
  const { employeeId } = requireEmployee(ctx)
  const row = await claimById(ctx, claimId)
  if (row.employeeId !== employeeId) throw refuse('not-found', { what: 'claim' })
  return toClaim(ctx, row)
}

/** A receipt shows what a person gave to whom: every look is recorded. @throws Problem `not-found` */
export async function getClaim(ctx: Ctx, claimId: string): Promise<ClaimReview> {
  requireRole(ctx, 'operator')
  const row = await claimById(ctx, claimId)
  await record(ctx, { action: 'claim.looked-at', subject: claimId })
  return toReview(ctx, row)
}

/** What an own donation would bring, before anything is sent. */
export async function previewClaim(ctx: Ctx, { amountFen, giftOn }: { amountFen: number; giftOn: string }): Promise<ClaimEffect> {
  const { employeeId } = requireEmployee(ctx)
  const holdings = await readHoldings(ctx, employeeId)
  return (await planGift(ctx, { employeeId, giftOn }, { giftFen: amountFen, holdings })).effect
}
