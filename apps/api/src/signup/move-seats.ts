import { type OutcomeOf, type Seat, type SeatRequest, decideSeats, queueNeeded } from '@yijian/shared/signup/rules'
import type { Ctx } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { saveSeat } from '../project/index.ts'
import { confirmPromoted, headOfQueue } from './repo.ts'

/**
 * Decides one request on the locked places of a session and writes what follows from it: the counters, and everybody
 * who moves up, in the same transaction and in order. The caller writes its own row.
 */
export async function moveSeats<Request extends SeatRequest>(
  ctx: Ctx,
  sessionId: string,
  { before, request }: { before: Seat; request: Request },
): Promise<OutcomeOf<Request>> {
  const queue = await headOfQueue(ctx, sessionId, queueNeeded(before, [request]))
  const { seat, outcomes } = decideSeats(before, queue, [request] as const)
  const [outcome] = outcomes
  await saveSeat(ctx, sessionId, seat)
  const promotions = 'promotions' in outcome ? outcome.promotions : []
  await confirmPromoted(ctx, promotions)
  await put(ctx, 'signup.promoted', ...promotions.map(({ signupId }) => ({ signupId })))
  return outcome
}
