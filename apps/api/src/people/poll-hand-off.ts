import { isBefore } from '@yijian/shared/kernel/time'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { type HandOffRow, findBySecret, lockBySecret, moveHandOff, runningLogin } from './hand-off-repo.ts'
import { findEmployee } from './repo.ts'
import { type IssuedLogin, requireEmployed, startLogin } from './start-login.ts'
import { hashToken } from './tokens.ts'

type Polled = { state: 'waiting' | 'cancelled'; login: null } | { state: 'confirmed'; login: IssuedLogin }

/**
 * The waiting browser asks; once the phone has confirmed it gets a login of its own, exactly once. The login is of the
 * phone's means: when the WeChat binding it came by ends, so does this one.
 *
 * @throws Problem `hand-off-gone`, `hand-off-used`, `login-required`, `employee-left`, `employee-unknown`
 */
export async function pollHandOff(ctx: Ctx, { secret }: { secret: string }): Promise<Polled> {
  const secretHash = hashToken(secret)
  // Most polls find nothing new and need neither lock nor transaction.
  const seen = await findBySecret(ctx, secretHash)
  if (seen?.state === 'cancelled') return { state: 'cancelled', login: null }
  if (seen === null || !isBefore(ctx.now, seen.expiresAt)) throw refuse('hand-off-gone', {})
  if (seen.state === 'waiting') return { state: 'waiting', login: null }
  return inTransaction(ctx, async (ctx) => {
    const row = await lockBySecret(ctx, secretHash)
    if (row?.state !== 'confirmed' || row.decidedBy === null) throw refuse('hand-off-used', {})
    return { state: 'confirmed', login: await fetchLogin(ctx, row, row.decidedBy) }
  })
}

async function fetchLogin(ctx: Ctx, row: HandOffRow, decidedBy: string): Promise<IssuedLogin> {
  const phone = await runningLogin(ctx, decidedBy)
  // Logged out everywhere in between: that means this one too.
  if (phone === null) throw refuse('login-required', {})
  requireEmployed(ctx, await findEmployee(ctx, phone.employeeId))
  const login = await startLogin(ctx, phone.employeeId, phone.means)
  await moveHandOff(ctx, row.id, { state: 'fetched', loginId: login.loginId })
  const { employeeId, means } = phone
  await record(ctx, { action: 'login.started', subject: login.loginId, detail: { employeeId, means, handOffId: row.id } })
  return login
}
