import { canSignUp } from '@yijian/shared/signup/rules'
import type { Signup } from '@yijian/shared/signup/shapes'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { lockEmployee } from '../people/index.ts'
import { lockSeat } from '../project/index.ts'
import { moveSeats } from './move-seats.ts'
import { factsToSignUp, toSignup } from './read.ts'
import { insertSignup } from './repo.ts'

/**
 * Signs the person up (报名): a place while there is one, else a place in the queue, in order of arrival.
 *
 * @throws Problem `session-cancelled`, `project-not-published`, `already-signed-up`, `signup-not-open`, `signup-closed`,
 * `overlapping-session`
 */
export async function signUp(ctx: Ctx, sessionId: string): Promise<Signup> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const before = await lockSeat(ctx, sessionId)
    // Two sessions at one hour have two seats: only a lock of the person makes one tap wait for the other.
    await lockEmployee(ctx, employeeId)
    enforce(canSignUp(await factsToSignUp(ctx, sessionId, employeeId)))
    const id = ctx.app.newId('signup')
    const { state, number, position } = await moveSeats(ctx, sessionId, { before, request: { kind: 'sign-up', signupId: id } })
    const row = { id, sessionId, employeeId, state, number, signedUpAt: ctx.now, lateCancel: false, active: 1 }
    await insertSignup(ctx, row)
    await record(ctx, { action: `signup.${state}`, subject: id, detail: { sessionId, number } })
    await put(ctx, `signup.${state}`, { signupId: id })
    return toSignup({ ...row, promotion: null, promotedAt: null, cancelledAt: null }, position)
  })
}
