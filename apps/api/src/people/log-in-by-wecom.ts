import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { weComUserIdOf } from './platform-identity.ts'
import { findByWeComUserId } from './repo.ts'
import { type IssuedLogin, requireEmployed, startLogin } from './start-login.ts'

/**
 * Logs in the member of our company whose code `wx.qy.login` gave.
 *
 * @throws Problem `login-code-invalid`, `platform-unavailable`, `employee-unknown`, `employee-left`
 */
export async function logInByWeCom(ctx: Ctx, input: { code: string }): Promise<IssuedLogin> {
  const userId = await weComUserIdOf(ctx, input.code)
  return inTransaction(ctx, async (ctx) => {
    const person = await findByWeComUserId(ctx, userId)
    if (person === null) throw refuse('employee-unknown', {})
    requireEmployed(ctx, person)
    const login = await startLogin(ctx, person.id, 'wecom')
    await record(ctx, { action: 'login.started', subject: login.loginId, detail: { employeeId: person.id, means: 'wecom' } })
    return login
  })
}
