import type { FactDay, PointFact } from '@yijian/shared/points/rules'
import type { Ctx } from '../core/context.ts'
import { boundOn, checkedInOn, confirmedOn, creditGivenOn, giftsMatchedOn, minutesServedOn, sessionsServedOn } from './read.ts'

const readers: Record<PointFact, (ctx: Ctx, employeeId: string, fromOn: string) => Promise<FactDay[]>> = {
  'signup-confirmed': confirmedOn,
  'checked-in': checkedInOn,
  'session-served': sessionsServedOn,
  'minutes-served': minutesServedOn,
  'credit-given': creditGivenOn,
  'gift-matched': giftsMatchedOn,
  'wechat-bound': boundOn,
}

/** What these tasks look at, of one person: each fact read once, from the first day any of them counts. */
export async function factsFor(
  ctx: Ctx,
  employeeId: string,
  tasks: readonly { fact: PointFact; fromOn: string }[],
): Promise<ReadonlyMap<PointFact, FactDay[]>> {
  const since = new Map<PointFact, string>()
  for (const { fact, fromOn } of tasks) {
    const earlier = since.get(fact)
    if (earlier === undefined || fromOn < earlier) since.set(fact, fromOn)
  }
  const facts = new Map<PointFact, FactDay[]>()
  for (const [fact, fromOn] of since) facts.set(fact, await readers[fact](ctx, employeeId, fromOn))
  return facts
}
