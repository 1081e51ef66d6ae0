import { addMinutes } from '@yijian/shared/kernel/time'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { insertWebLoginState, useWebLoginState } from './hand-off-repo.ts'
import { weComWebUserIdOf } from './platform-identity.ts'
import { findByWeComUserId } from './repo.ts'
import { type IssuedLogin, requireEmployed, startLogin } from './start-login.ts'
import { hashToken, newToken } from './tokens.ts'

/** The code of WeCom lives five minutes; scanning and choosing take their time before it. */
const GOOD_MINUTES = 10

/** Begins a web login. The state is the hash of a secret that stays in this browser. @throws Problem `platform-unavailable` */
export async function startWeComWebLogin(
  ctx: Ctx,
  { inClient }: { inClient: boolean },
): Promise<{ url: string; secret: string; expiresAt: string }> {
  const { wecomWeb } = ctx.app.platforms
  if (!wecomWeb) throw refuse('platform-unavailable', { platform: 'wecom' })
  const secret = newToken()
  const state = hashToken(secret)
  const expiresAt = addMinutes(ctx.now, GOOD_MINUTES)
  await insertWebLoginState(ctx, state, expiresAt)
  const url = wecomWeb.webLoginUrl({ redirectUri: `${ctx.app.config.publicUrl}/`, state, inClient })
  return { url, secret, expiresAt: expiresAt.toISOString() }
}

/**
 * Logs in the member whom WeCom sent back with a code. Somebody who slips another their own code and state (登录 CSRF)
 * lacks the secret of that browser; a state works once.
 *
 * @throws Problem `login-state-invalid`, `login-code-invalid`, `platform-unavailable`, `employee-unknown`, `employee-left`
 */
export async function logInByWeComWeb(ctx: Ctx, input: { code: string; state: string; secret: string }): Promise<IssuedLogin> {
  if (hashToken(input.secret) !== input.state) throw refuse('login-state-invalid', {})
  const userId = await weComWebUserIdOf(ctx, input.code)
  return inTransaction(ctx, async (ctx) => {
    if (!(await useWebLoginState(ctx, input.state))) throw refuse('login-state-invalid', {})
    const person = await findByWeComUserId(ctx, userId)
    if (person === null) throw refuse('employee-unknown', {})
    requireEmployed(ctx, person)
    const login = await startLogin(ctx, person.id, 'wecom')
    await record(ctx, { action: 'login.started', subject: login.loginId, detail: { employeeId: person.id, means: 'wecom', web: true } })
    return login
  })
}
