import { requireSystem } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { lockBalances } from '../ledger/index.ts'
import { endFormerYears } from './allowance.ts'

/** With the year ends what it left unused. Told twice it finds nothing that is open. */
export async function endLeaveYear(ctx: Ctx, { employeeId }: { employeeId: string }): Promise<void> {
  requireSystem(ctx)
  await lockBalances(ctx, [employeeId])
  await endFormerYears(ctx, employeeId)
}
