import { type Listeners, listener } from '../core/jobs/topics.ts'
import { giveLeaderBadge } from './give-leader-badge.ts'
import { renewBadges } from './renew-badges.ts'
import { renewGivingBadges } from './renew-giving-badges.ts'

/** Badges follow the ledger a moment later; until then nothing of the deed waits for them. */
export const honourListeners: Listeners = [
  listener({ topic: 'hours.issued', name: 'honour.badges', hear: renewBadges }),
  listener({ topic: 'hours.corrected', name: 'honour.badges', hear: renewBadges }),
  listener({ topic: 'donation.settled', name: 'honour.giving-badges', hear: renewGivingBadges }),
  listener({ topic: 'leader.announced', name: 'honour.leader-badge', hear: giveLeaderBadge }),
]
