import { type Listeners, listener } from '../core/jobs/topics.ts'
import { settleDonation } from './settle-donation.ts'

/** The message lies in the outbox until the cooling time is over: the scheduler is the outbox itself. */
export const givingListeners: Listeners = [
  listener({ topic: 'donation.cooled', name: 'giving.settle', hear: (ctx, { donationId }) => settleDonation(ctx, donationId) }),
]
