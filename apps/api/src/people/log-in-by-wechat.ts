import { isBefore } from '@yijian/shared/kernel/time'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { duplicateKey } from '../core/db/errno.ts'
import { put } from '../core/jobs/outbox.ts'
import { refuse } from '../core/problems.ts'
import { openidOf } from './platform-identity.ts'
import { findByOpenid, insertBinding, lockBindCode, markBindCodeUsed } from './login-repo.ts'
import { type EmployeeRow, findEmployee } from './repo.ts'
import { type IssuedLogin, requireEmployed, startLogin } from './start-login.ts'
import { hashBindCode } from './tokens.ts'

/**
 * Logs in by the code of `wx.login`. The first time a one-time code binds the WeChat account to its employee, one to one.
 *
 * @throws Problem `login-code-invalid`, `platform-unavailable`, `login-blocked`, `wechat-not-bound`, `wechat-bound-elsewhere`,
 *   `bind-code-invalid`, `employee-unknown`, `employee-left`
 */
export async function logInByWeChat(ctx: Ctx, input: { code: string; bindCode?: string | undefined }): Promise<IssuedLogin> {
  const openid = await openidOf(ctx, input.code)
  return inTransaction(ctx, async (ctx) => {
    const person = input.bindCode === undefined ? await findByOpenid(ctx, openid) : await bindByCode(ctx, openid, input.bindCode)
    if (person === null) throw refuse('wechat-not-bound', {})
    requireEmployed(ctx, person)
    const login = await startLogin(ctx, person.id, 'wechat')
    await record(ctx, { action: 'login.started', subject: login.loginId, detail: { employeeId: person.id, means: 'wechat' } })
    return login
  })
}

async function bindByCode(ctx: Ctx, openid: string, bindCode: string): Promise<EmployeeRow> {
  // The lock lets one of several requests with the same code go first; the others find it used.
  const code = await lockBindCode(ctx, hashBindCode(bindCode, ctx.app.secrets.codeSecret))
  if (code === null) throw refuse('bind-code-invalid', {})
  const bound = await findByOpenid(ctx, openid)
  // The first answer was lost and the person typed the code again: they are bound, and it is their code.
  if (bound !== null && bound.id === code.employeeId && code.usedAt !== null) return bound
  if (code.usedAt !== null || !isBefore(ctx.now, code.expiresAt)) throw refuse('bind-code-invalid', {})
  if (bound !== null && bound.id !== code.employeeId) throw refuse('wechat-bound-elsewhere', {})
  await markBindCodeUsed(ctx, code.id)
  if (bound !== null) return bound
  await insertNewBinding(ctx, openid, code.employeeId)
  return findEmployee(ctx, code.employeeId)
}

async function insertNewBinding(ctx: Ctx, openid: string, employeeId: string): Promise<void> {
  const id = ctx.app.newId('wechatBinding')
  try {
    await insertBinding(ctx, { id, openid, employeeId, active: 1, boundAt: ctx.now, endedAt: null })
  } catch (error) {
    // The keys hold one to one also when two codes meet in the same moment.
    if (duplicateKey(error) === null) throw error
    throw refuse('wechat-bound-elsewhere', {})
  }
  await record(ctx, { action: 'wechat.bound', subject: employeeId, detail: { bindingId: id } })
  await put(ctx, 'wechat.bound', { employeeId })
}
