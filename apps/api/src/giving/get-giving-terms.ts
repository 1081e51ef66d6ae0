import { givableFen } from '@yijian/shared/giving/rules'
import type { GivingTerms } from '@yijian/shared/giving/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { readHoldings } from '../ledger/index.ts'
import { policyOn } from '../policy/index.ts'

/** What I can give, and the terms of giving today. */
export async function getGivingTerms(ctx: Ctx): Promise<GivingTerms> {
  const { employeeId } = requireEmployee(ctx)
  const holdings = await readHoldings(ctx, employeeId)
  const { settings } = await policyOn(ctx, 'giving', shanghaiDay(ctx.now))
  const { coolingMinutes, minDonationFen, maxProjects } = settings
  return {
    availableFen: givableFen(holdings),
    heldFen: holdings.heldFen,
    owedFen: Math.abs(holdings.owedFen),
    coolingMinutes,
    minDonationFen,
    maxProjects,
    asOf: ctx.now.toISOString(),
  }
}
