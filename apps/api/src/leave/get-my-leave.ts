import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { LeaveAllowance, LeaveOfYear } from '@yijian/shared/leave/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { policyOn } from '../policy/index.ts'
import { policyOfYear, yearOf } from './allowance.ts'
import { minutesOf } from './read.ts'
import { allowancesOf } from './repo.ts'

/** My leave of this year and the next, which sessions ahead may fall in. Before the first request of a year it is what that will find. */
export async function getMyLeave(ctx: Ctx): Promise<LeaveAllowance> {
  const { employeeId } = requireEmployee(ctx)
  const today = shanghaiDay(ctx.now)
  const year = yearOf(today)
  const { halfDayMinutes, earnsCredit } = (await policyOn(ctx, 'leave', today)).settings
  const next = await ofYear(ctx, employeeId, year + 1)
  return { ...(await ofYear(ctx, employeeId, year)), next, halfDayMinutes, earnsCredit, asOf: ctx.now.toISOString() }
}

async function ofYear(ctx: Ctx, employeeId: string, year: number): Promise<LeaveOfYear> {
  const given = (await allowancesOf(ctx, [employeeId], year)).get(employeeId)
  const allowanceMinutes = Math.max(given?.minutes ?? 0, (await policyOfYear(ctx, year)).settings.allowanceMinutes)
  const { heldMinutes, usedMinutes } = await minutesOf(ctx, employeeId, year)
  return { year, allowanceMinutes, leftMinutes: allowanceMinutes - heldMinutes - usedMinutes, heldMinutes, usedMinutes }
}
