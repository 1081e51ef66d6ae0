import type { ClaimHint, ClaimReview } from '@yijian/shared/claim/shapes'
import type { Ctx } from '../core/context.ts'
import { readHoldings } from '../ledger/index.ts'
import { refsOf } from '../people/index.ts'
import { hintsFor } from './read-hints.ts'
import { toClaim } from './read.ts'
import type { ClaimRow } from './repo.ts'
import { planGift } from './valuation.ts'

/** What an operator needs before and after deciding. An approved claim shows what a refund would take back. */
export async function toReview(ctx: Ctx, row: ClaimRow): Promise<ClaimReview> {
  const { employeeId, decidedBy, amountFen, state } = row
  const refs = await refsOf(ctx, [employeeId, ...(decidedBy === null ? [] : [decidedBy])])
  const person = refs.get(employeeId)
  if (person === undefined) throw new Error(`${employeeId} claimed and is nobody`)
  const giftFen = state === 'approved' ? -amountFen : amountFen
  const { effect } = await planGift(ctx, row, { giftFen, holdings: await readHoldings(ctx, employeeId) })
  const hints: ClaimHint[] = state === 'submitted' ? await hintsFor(ctx, row) : []
  const own = ctx.actor.kind === 'employee' && ctx.actor.employeeId === employeeId
  const decider = decidedBy === null ? null : (refs.get(decidedBy) ?? null)
  return { claim: await toClaim(ctx, row), person, round: row.round, decidedBy: decider, effect, hints, own }
}
