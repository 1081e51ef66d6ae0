import { type Instant, isBefore, overlaps } from '../kernel/time.ts'

/** What recommending asks of a session that one can sign up for now. */
export interface Candidate {
  projectId: string
  startsAt: Instant
  endsAt: Instant
  city: string | null
  online: boolean
  /** The person was at a session of this project before. */
  projectJoined: boolean
  /** The person was at a session of this field before. */
  fieldJoined: boolean
  /** Colleagues of the person's department who go. */
  colleagues: number
}

export interface RecommendingFacts {
  city: string
  /** The person's sessions ahead: what overlaps one of them is no proposal. */
  taken: readonly { startsAt: Instant; endsAt: Instant }[]
  /** A session that starts before this is soon. */
  soonUntil: Instant
  limit: number
}

/** Reasons from the strongest to the weakest; the order is the whole weighing. */
const byStrength = ['project-joined', 'colleagues-going', 'same-city', 'field-joined', 'online', 'soon'] as const
export type Reason = (typeof byStrength)[number]

/** Why a session suits the person; empty when it is out of reach: neither on line, nor in their city, nor theirs already. */
export function reasonsFor(candidate: Candidate, facts: RecommendingFacts): Reason[] {
  const holds: Record<Reason, boolean> = {
    'project-joined': candidate.projectJoined,
    'colleagues-going': candidate.colleagues > 0,
    'same-city': candidate.city === facts.city,
    'field-joined': candidate.fieldJoined,
    online: candidate.online,
    soon: isBefore(candidate.startsAt, facts.soonUntil),
  }
  if (!holds['project-joined'] && !holds['same-city'] && !holds.online) return []
  return byStrength.filter((reason) => holds[reason])
}

/**
 * Sessions with a reason each: the stronger reason first, then the next one, then the sooner session.
 * One of each project, so that a long series leaves room for others.
 */
export function recommend<T extends Candidate>(candidates: readonly T[], facts: RecommendingFacts): { candidate: T; reasons: Reason[] }[] {
  const ranked = candidates
    .filter((candidate) => !facts.taken.some((span) => overlaps(span, candidate)))
    .map((candidate) => ({ candidate, reasons: reasonsFor(candidate, facts) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => compareReasons(a.reasons, b.reasons) || compareStarts(a.candidate, b.candidate))
  const seen = new Set<string>()
  const firstOfProject = ranked.filter(({ candidate }) => !seen.has(candidate.projectId) && seen.add(candidate.projectId))
  return firstOfProject.slice(0, facts.limit)
}

function compareReasons(a: readonly Reason[], b: readonly Reason[]): number {
  const difference = byStrength.find((reason) => a.includes(reason) !== b.includes(reason))
  if (difference === undefined) return 0
  return a.includes(difference) ? -1 : 1
}

function compareStarts(a: Candidate, b: Candidate): number {
  if (isBefore(a.startsAt, b.startsAt)) return -1
  return isBefore(b.startsAt, a.startsAt) ? 1 : 0
}
