import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { LeaveAllowance } from '@yijian/shared/leave/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances } from '../ledger/index.ts'
import { policyOn } from '../policy/index.ts'
import { policyOfYear, yearOf } from './allowance.ts'
import { minutesOf } from './read.ts'
import { allowancesOf } from './repo.ts'

/** My leave of this year. Before the first request of a year it is what that request will find. */
export async function getMyLeave(ctx: Ctx): Promise<LeaveAllowance> {
  const { employeeId } = requireEmployee(ctx)
  const today = shanghaiDay(ctx.now)
  const year = yearOf(today)
  const given = (await allowancesOf(ctx, [employeeId], year)).get(employeeId)
  const allowanceMinutes = given?.minutes ?? (await policyOfYear(ctx, year)).settings.allowanceMinutes
  const leftMinutes = given === undefined ? allowanceMinutes : (await readBalances(ctx, employeeId)).leaveMinutes
  const { halfDayMinutes, earnsCredit } = (await policyOn(ctx, 'leave', today)).settings
  const minutes = await minutesOf(ctx, employeeId, year)
  return { year, allowanceMinutes, leftMinutes, ...minutes, halfDayMinutes, earnsCredit, asOf: ctx.now.toISOString() }
}
