import { sessionFallsOn } from '@yijian/shared/leave/rules'
import type { ReturnCause } from '@yijian/shared/leave/shapes'
import { requireSystem } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { lockBalances } from '../ledger/index.ts'
import { sessionById } from '../project/index.ts'
import { giveBack } from './give-back.ts'
import { type LeaveRow, moveLeave, openLeaves } from './repo.ts'

/** Leave for a sign-up that was cancelled has lost its reason. */
export async function returnForSignup(ctx: Ctx, { signupId }: { signupId: string }): Promise<void> {
  await returnAll(ctx, await openLeaves(ctx, { signupId }), 'signup-cancelled')
}

/** So has all leave for a session that does not take place, */
export async function returnForSession(ctx: Ctx, { sessionId }: { sessionId: string }): Promise<void> {
  await returnAll(ctx, await openLeaves(ctx, { sessionId }), 'session-cancelled')
}

/** and leave on a day the session was moved away from. */
export async function returnIfMoved(ctx: Ctx, { sessionId }: { sessionId: string }): Promise<void> {
  const session = await sessionById(ctx, sessionId)
  const open = await openLeaves(ctx, { sessionId })
  await returnAll(
    ctx,
    open.filter(({ leaveOn }) => !sessionFallsOn(session, leaveOn)),
    'session-moved',
  )
}

/** Gives leave back that nobody took back. Told twice it finds nothing that is open. */
export async function returnAll(ctx: Ctx, found: readonly LeaveRow[], returnCause: ReturnCause): Promise<void> {
  requireSystem(ctx)
  if (found.length === 0) return
  await lockBalances(ctx, [...new Set(found.map(({ employeeId }) => employeeId))])
  // Behind the locks: until then a person may have taken theirs back.
  const leaves = await openLeaves(ctx, { ids: found.map(({ id }) => id) })
  if (leaves.length === 0) return
  const journals = await giveBack(ctx, leaves)
  for (const leave of leaves) {
    await moveLeave(ctx, leave, { state: 'returned', active: null, returnCause, endJournalId: journals.get(leave.id) ?? null })
    await record(ctx, { action: 'leave.returned', subject: leave.id, detail: { was: leave.state, cause: returnCause } })
  }
  await put(ctx, 'leave.returned', ...leaves.map(({ id: leaveId }) => ({ leaveId })))
}
