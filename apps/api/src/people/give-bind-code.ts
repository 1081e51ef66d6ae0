import { addMinutes } from '@yijian/shared/kernel/time'
import type { BindCode } from '@yijian/shared/people/shapes'
import { requireEmployee, requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { endBindCodes, hasBinding, insertBindCode } from './login-repo.ts'
import { lockEmployee } from './repo.ts'
import { requireEmployed } from './start-login.ts'
import { hashBindCode, newBindCode } from './tokens.ts'

/** HR gives an employee a code. @throws Problem `employee-left`, `wechat-bound-elsewhere` */
export function giveBindCode(ctx: Ctx, employeeId: string): Promise<BindCode> {
  const actor = requireRole(ctx, 'hr')
  return give(ctx, employeeId, actor.employeeId)
}

/** A person who came through WeCom takes a code to their own WeChat. @throws Problem `wechat-bound-elsewhere` */
export function giveOwnBindCode(ctx: Ctx): Promise<BindCode> {
  const actor = requireEmployee(ctx)
  return give(ctx, actor.employeeId, actor.employeeId)
}

async function give(ctx: Ctx, employeeId: string, givenBy: string): Promise<BindCode> {
  return inTransaction(ctx, async (ctx) => {
    // Under the lock only the newest code of a person stays open.
    const person = await lockEmployee(ctx, employeeId)
    requireEmployed(ctx, person)
    if (await hasBinding(ctx, employeeId)) throw refuse('wechat-bound-elsewhere', {})
    await endBindCodes(ctx, employeeId)
    const id = ctx.app.newId('bindCode')
    const code = newBindCode()
    const codeHash = hashBindCode(code, ctx.app.secrets.codeSecret)
    const expiresAt = addMinutes(ctx.now, ctx.app.config.bindCodeHours * 60)
    await insertBindCode(ctx, { id, employeeId, codeHash, expiresAt, usedAt: null, givenBy, givenAt: ctx.now })
    await record(ctx, { action: 'bind-code.given', subject: employeeId, detail: { bindCodeId: id } })
    return { code, expiresAt: expiresAt.toISOString() }
  })
}
