import { canChangeSession } from '@yijian/shared/project/rules'
import type { SessionCard } from '@yijian/shared/project/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { enforce } from '../core/problems.ts'
import { lockSeat, requireHost, sessionById, sessionCardById } from '../project/index.ts'
import { moveSeats } from './move-seats.ts'

/**
 * Changes the places of a session; added ones go to the queue in order, and nobody who has a place loses it.
 *
 * @throws Problem `host-required`, `session-started`, `session-cancelled`, `capacity-below-confirmed`
 */
export async function changeCapacity(ctx: Ctx, sessionId: string, { capacity }: { capacity: number | null }): Promise<SessionCard> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lockSeat(ctx, sessionId)
    const session = await sessionById(ctx, sessionId)
    await requireHost(ctx, session.projectId)
    enforce(canChangeSession(session, ctx.now))
    const { verdict, promotions } = await moveSeats(ctx, sessionId, { before, request: { kind: 'resize', capacity } })
    enforce(verdict)
    const detail = { from: before.capacity, to: capacity, promoted: promotions.length }
    await record(ctx, { action: 'session.resized', subject: sessionId, detail })
    return sessionCardById(ctx, sessionId)
  })
}
