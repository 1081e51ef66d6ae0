import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { endLogin, endLoginsOf } from './login-repo.ts'

/** Ends the login on this device. */
export async function logOut(ctx: Ctx): Promise<{ ended: number }> {
  const actor = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const ended = await endLogin(ctx, actor.loginId)
    await record(ctx, { action: 'login.ended', subject: actor.loginId })
    return { ended }
  })
}

/** Ends the logins of the person on every device, for a phone that is lost. */
export async function logOutEverywhere(ctx: Ctx): Promise<{ ended: number }> {
  const actor = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const ended = await endLoginsOf(ctx, [actor.employeeId])
    await record(ctx, { action: 'login.ended', subject: actor.employeeId, detail: { logins: ended } })
    return { ended }
  })
}
