import { canCancelSignup, lateCancel } from '@yijian/shared/signup/rules'
import type { Signup } from '@yijian/shared/signup/shapes'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce, refuse } from '../core/problems.ts'
import { lockSeat, sessionById } from '../project/index.ts'
import { moveSeats } from './move-seats.ts'
import { toSignup } from './read.ts'
import { cancelSignupRow, signupById } from './repo.ts'

/**
 * Gives the person's place back; in the same transaction it goes to the first who waits.
 *
 * @throws Problem `not-found`, also for somebody else's sign-up, `signup-cancelled`, `session-cancelled`, `session-started`,
 * `already-checked-in`
 */
export async function cancelSignup(ctx: Ctx, signupId: string): Promise<Signup> {
  const { employeeId } = requireEmployee(ctx)
  return inTransaction(ctx, async (ctx) => {
    const { sessionId } = await signupById(ctx, signupId)
    const before = await lockSeat(ctx, sessionId)
    // Read again under the lock: until then the queue may have moved.
    const signup = await signupById(ctx, signupId)
    if (signup.employeeId !== employeeId) throw refuse('not-found', { what: 'sign-up' })
    const session = await sessionById(ctx, sessionId)
    enforce(canCancelSignup({ now: ctx.now, session, signup }))

    // The rule has just ruled out a cancelled one.
    const request = { kind: 'cancel', signupId, state: signup.state as 'confirmed' | 'waitlisted' } as const
    const { state, promotions } = await moveSeats(ctx, sessionId, { before, request })
    const late = lateCancel({ state, signedUpAt: signup.signedUpAt }, session, ctx.now)
    const change = { cancelledAt: ctx.now, lateCancel: late }
    await cancelSignupRow(ctx, signupId, change)
    await record(ctx, {
      action: 'signup.cancelled',
      subject: signupId,
      detail: { sessionId, was: state, late, promoted: promotions.length },
    })
    await put(ctx, 'signup.cancelled', { signupId })
    return toSignup({ ...signup, ...change, state: 'cancelled' }, null)
  })
}
