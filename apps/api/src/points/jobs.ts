import type { PointFact } from '@yijian/shared/points/rules'
import type { Ctx } from '../core/context.ts'
import { type Listeners, type Topic, type Topics, listener } from '../core/jobs/topics.ts'
import { giverOf, signerOf } from './read.ts'
import { renewAwards } from './renew-awards.ts'

/** Hears a topic for the tasks of some facts; the message only says whose facts to read again. */
function awards<T extends Topic>(
  topic: T,
  facts: readonly PointFact[],
  personOf: (ctx: Ctx, payload: Topics[T]) => Promise<string | null>,
) {
  return listener({
    topic,
    name: 'points.awards',
    hear: async (ctx, payload) => {
      const employeeId = await personOf(ctx, payload)
      if (employeeId !== null) await renewAwards(ctx, employeeId, facts)
    },
  })
}

const named = async (_: Ctx, { employeeId }: { employeeId: string }) => employeeId
const signer = (ctx: Ctx, { signupId }: { signupId: string }) => signerOf(ctx, signupId)
const claimant = (ctx: Ctx, { claimId }: { claimId: string }) => giverOf(ctx, claimId)

/** Points of tasks follow the facts a moment later; nothing of the deed waits for them. */
export const pointsListeners: Listeners = [
  awards('signup.confirmed', ['signup-confirmed'], signer),
  awards('signup.promoted', ['signup-confirmed'], signer),
  awards('signup.cancelled', ['signup-confirmed'], signer),
  awards('person.checked-in', ['checked-in'], named),
  awards('hours.issued', ['session-served', 'minutes-served'], named),
  awards('hours.corrected', ['session-served', 'minutes-served'], named),
  awards('donation.settled', ['credit-given'], named),
  awards('claim.decided', ['gift-matched'], claimant),
  awards('claim.refunded', ['gift-matched'], claimant),
  awards('wechat.bound', ['wechat-bound'], named),
]
