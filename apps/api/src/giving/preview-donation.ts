import type { PartWish } from '@yijian/shared/giving/rules'
import type { DonationPreview } from '@yijian/shared/giving/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { fundProjectsByIds } from '../fund/index.ts'
import { readHoldings } from '../ledger/index.ts'
import { planDonation } from './plan.ts'

/** What giving would do now, without a lock; refused where giving would be. @throws Problem of `donate` */
export async function previewDonation(
  ctx: Ctx,
  { totalFen, by, parts }: { totalFen: string; by: 'weight' | 'amount'; parts: string },
): Promise<DonationPreview> {
  const { employeeId } = requireEmployee(ctx)
  const wishes = parts.split(',').map((part): PartWish => {
    const [fundProjectId = '', number] = part.split(':')
    return by === 'amount' ? { fundProjectId, amountFen: Number(number) } : { fundProjectId, weight: Number(number) }
  })
  const funds = await fundProjectsByIds(
    ctx,
    wishes.map(({ fundProjectId }) => fundProjectId),
  )
  const wish = { totalFen: totalFen === 'all' ? ('all' as const) : Number(totalFen), parts: wishes }
  const plan = await planDonation(ctx, wish, { funds, holdings: await readHoldings(ctx, employeeId) })
  enforce(plan.verdict)
  return {
    totalFen: plan.totalFen,
    parts: plan.parts.map(({ fundProject, amountFen }) => ({ fundProject, amountFen })),
    availableFen: plan.availableFen,
    availableAfterFen: plan.availableFen - plan.totalFen,
    coolingMinutes: plan.policy.coolingMinutes,
    undoUntil: plan.coolsAt.toISOString(),
  }
}
