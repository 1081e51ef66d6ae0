import { shanghaiDay } from '@yijian/shared/kernel/time'
import { canChangeSession, canRetime, isMoved } from '@yijian/shared/project/rules'
import type { SessionCard, SessionChange } from '@yijian/shared/project/shapes'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { policyOn } from '../policy/index.ts'
import { requireHost } from './hosts.ts'
import { sessionById, sessionCardById } from './read.ts'
import { addTerms, lockSeat, updateSession } from './repo.ts'
import { scheduleOf } from './schedule.ts'

/**
 * Changes a session before it starts; places are changed apart, since that moves the waitlist. Nobody is dropped when
 * it moves: people are told and may leave.
 *
 * @throws Problem `host-required`, `session-times`, `session-started`, `session-cancelled`, `check-in-open`
 */
export async function changeSession(ctx: Ctx, sessionId: string, change: SessionChange): Promise<SessionCard> {
  return inTransaction(ctx, async (ctx) => {
    await lockSeat(ctx, sessionId)
    const before = await sessionById(ctx, sessionId)
    await requireHost(ctx, before.projectId)
    enforce(canChangeSession(before, ctx.now))
    const { opensBeforeMinutes } = (await policyOn(ctx, 'attendance', shanghaiDay(before.startsAt))).settings
    enforce(canRetime(before, change, { opensBeforeMinutes, now: ctx.now }))
    const { startsAt, endsAt, city, place, online } = before
    const moved = isMoved(before, change)
    await updateSession(ctx, sessionId, { ...change, ...scheduleOf(change, ctx.now), ...(moved && { movedAt: ctx.now }) })
    await addTerms(ctx, before.projectId, change)
    await record(ctx, { action: 'session.changed', subject: sessionId, detail: { before: { startsAt, endsAt, city, place, online } } })
    await put(ctx, 'session.changed', { sessionId })
    if (moved) await put(ctx, 'session.moved', { sessionId, wasAt: startsAt.toISOString(), movedAt: ctx.now.toISOString() })
    return sessionCardById(ctx, sessionId)
  })
}
