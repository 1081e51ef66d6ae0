import { canChangeSession } from '@yijian/shared/project/rules'
import type { SessionCard } from '@yijian/shared/project/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { requireHost } from './hosts.ts'
import { sessionById, sessionCardById } from './read.ts'
import { lockSeat, updateSession } from './repo.ts'

/**
 * Cancels a session before it starts, with notice to everybody signed up. Sign-ups stay as they are: who had a place
 * is a fact, and the session says that it did not happen.
 *
 * @throws Problem `host-required`, `session-started`, `session-cancelled`
 */
export async function cancelSession(ctx: Ctx, sessionId: string, { reason }: { reason: string }): Promise<SessionCard> {
  return inTransaction(ctx, async (ctx) => {
    // Whoever signs up at this moment is either there before, and is told, or comes after, and is refused.
    await lockSeat(ctx, sessionId)
    const session = await sessionById(ctx, sessionId)
    await requireHost(ctx, session.projectId)
    enforce(canChangeSession(session, ctx.now))
    await updateSession(ctx, sessionId, { state: 'cancelled', cancelReason: reason })
    await record(ctx, { action: 'session.cancelled', subject: sessionId, detail: { reason } })
    await put(ctx, 'session.cancelled', { sessionId })
    return sessionCardById(ctx, sessionId)
  })
}
