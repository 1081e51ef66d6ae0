import { shanghaiDay } from '@yijian/shared/kernel/time'
import { canRecordDeparture } from '@yijian/shared/people/rules'
import type { Employee } from '@yijian/shared/people/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { endBindCodes, endLoginsOf } from './login-repo.ts'
import { lockEmployee, setLeftOn, toEmployee } from './repo.ts'

/**
 * Records the last day of a person. Requests after that day are refused by the day itself; the logins are ended too, so
 * that a wrong date corrected later brings none of them back.
 *
 * @throws Problem `departure-too-early`, `departure-recorded`
 */
export async function recordDeparture(ctx: Ctx, input: { employeeId: string; leftOn: string }): Promise<Employee> {
  requireRole(ctx, 'hr')
  return inTransaction(ctx, async (ctx) => {
    const { employeeId, leftOn } = input
    const person = await lockEmployee(ctx, employeeId)
    enforce(canRecordDeparture(person, leftOn))
    await setLeftOn(ctx, employeeId, leftOn)
    if (leftOn < shanghaiDay(ctx.now)) {
      await endLoginsOf(ctx, [employeeId])
      await endBindCodes(ctx, employeeId)
    }
    await record(ctx, { action: 'employee.departed', subject: employeeId, detail: { leftOn } })
    return toEmployee({ ...person, leftOn })
  })
}
