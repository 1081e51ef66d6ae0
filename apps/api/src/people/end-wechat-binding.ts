import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { endBindCodes, endBinding, endLoginsOf } from './login-repo.ts'
import { lockEmployee } from './repo.ts'

/** HR undoes a binding, after which another WeChat account may take its place; done twice it is still undone. */
export async function endWeChatBinding(ctx: Ctx, employeeId: string): Promise<{ ended: number }> {
  requireRole(ctx, 'hr')
  return inTransaction(ctx, async (ctx) => {
    await lockEmployee(ctx, employeeId)
    await endBinding(ctx, employeeId)
    await endBindCodes(ctx, employeeId)
    const ended = await endLoginsOf(ctx, [employeeId], 'wechat')
    await record(ctx, { action: 'wechat.unbound', subject: employeeId, detail: { logins: ended } })
    return { ended }
  })
}
