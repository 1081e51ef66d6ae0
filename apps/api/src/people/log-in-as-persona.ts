import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { findPersona } from './login-repo.ts'
import { type IssuedLogin, requireEmployed, startLogin } from './start-login.ts'

/** Personas belong to the demo; anywhere else the address does not exist. @throws Problem `demo-only` */
export function requireDemo(ctx: Ctx): void {
  if (ctx.app.config.mode !== 'demo') throw refuse('demo-only', {})
}

/** Logs in as a made-up person without any proof. @throws Problem `demo-only`, `employee-unknown`, `employee-left` */
export async function logInAsPersona(ctx: Ctx, input: { personaId: string }): Promise<IssuedLogin> {
  requireDemo(ctx)
  return inTransaction(ctx, async (ctx) => {
    const person = await findPersona(ctx, input.personaId)
    requireEmployed(ctx, person)
    const login = await startLogin(ctx, person.id, 'demo')
    await record(ctx, { action: 'login.started', subject: login.loginId, detail: { employeeId: person.id, means: 'demo' } })
    return login
  })
}
