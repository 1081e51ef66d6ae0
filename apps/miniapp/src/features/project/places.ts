import { isBefore } from '@yijian/shared/kernel/time'
import type { Instant } from '@yijian/shared/kernel/time'
import type { SessionCard } from '@yijian/shared/project/shapes'

export interface Places {
  /** Null when there is no limit. */
  left: number | null
  isFull: boolean
  /** Part that is taken, 0 to 1; null when there is no limit. */
  share: number | null
}

/** The places of a session as people look at them. */
export function placesOf({ capacity, confirmed }: Pick<SessionCard, 'capacity' | 'confirmed'>): Places {
  if (capacity === null) return { left: null, isFull: false, share: null }
  // A host may have kept more people than places.
  const left = Math.max(0, capacity - confirmed)
  return { left, isFull: left === 0, share: capacity === 0 ? 1 : Math.min(1, confirmed / capacity) }
}

export type Opening = 'cancelled' | 'not-open' | 'closed' | 'full' | 'unlimited' | 'places'

type OpeningFacts = Pick<SessionCard, 'state' | 'signupOpensAt' | 'signupClosesAt' | 'capacity' | 'confirmed'>

/** What a list says first about a session: whether one can still come. */
export function openingOf(session: OpeningFacts, now: Instant): Opening {
  if (session.state === 'cancelled') return 'cancelled'
  if (isBefore(now, session.signupOpensAt)) return 'not-open'
  if (!isBefore(now, session.signupClosesAt)) return 'closed'
  const { left, isFull } = placesOf(session)
  if (isFull) return 'full'
  return left === null ? 'unlimited' : 'places'
}
