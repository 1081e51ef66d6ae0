import type { FundProjectRef } from '@yijian/shared/fund/shapes'
import { type DonateRefusal, type Part, type PartWish, canDonate, coolsAt, givableFen, partsOf, totalOf } from '@yijian/shared/giving/rules'
import type { GivingSettings } from '@yijian/shared/policy/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { Verdict } from '@yijian/shared/kernel/verdict'
import type { Holdings } from '@yijian/shared/ledger/rules'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { policyOn } from '../policy/index.ts'

export interface DonationWish {
  totalFen: number | 'all'
  parts: readonly PartWish[]
}

/** A donation as it would be made now. */
export interface DonationPlan {
  verdict: Verdict<DonateRefusal>
  totalFen: number
  availableFen: number
  parts: (Part & { fundProject: FundProjectRef })[]
  policyId: string
  policy: GivingSettings
  coolsAt: Date
}

/** Preview and deed are planned here alike; only the locks on what they follow from are different. @throws Problem `not-found` */
export async function planDonation(
  ctx: Ctx,
  wish: DonationWish,
  { funds, holdings }: { funds: ReadonlyMap<string, FundProjectRef>; holdings: Holdings },
): Promise<DonationPlan> {
  const { id: policyId, settings: policy } = await policyOn(ctx, 'giving', shanghaiDay(ctx.now))
  const availableFen = givableFen(holdings)
  const totalFen = totalOf(wish.totalFen, availableFen)
  const parts = partsOf(totalFen, wish.parts).map((part) => ({ ...part, fundProject: known(funds.get(part.fundProjectId)) }))
  const verdict = canDonate({
    totalFen,
    availableFen,
    policy,
    parts: parts.map(({ fundProject: { name, state }, ...part }) => ({ ...part, name, state })),
  })
  return { verdict, totalFen, availableFen, parts, policyId, policy, coolsAt: coolsAt(ctx.now, policy) }
}

/** One that nobody may look at yet is as unknown as one that is not there. */
function known(fund: FundProjectRef | undefined): FundProjectRef {
  if (fund === undefined || fund.state === 'recommended' || fund.state === 'checked') throw refuse('not-found', { what: 'fund project' })
  return fund
}
