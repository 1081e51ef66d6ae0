import { type Instant, minutesBetween, overlapMinutes } from '../kernel/time.ts'
import { type Verdict, allowed, refused } from '../kernel/verdict.ts'

interface Presence {
  inAt: Instant
  outAt: Instant | null
}

interface Span {
  startsAt: Instant
  endsAt: Instant
}

/** Minutes proposed to the host: the overlap of presence and session; a forgotten check-out counts to the scheduled end. */
export function minutesEarned({ inAt, outAt, startsAt, endsAt }: Presence & Span): number {
  return overlapMinutes({ startsAt: inAt, endsAt: outAt ?? endsAt }, { startsAt, endsAt })
}

/** Why a host must give a reason before minutes count. */
export type ReasonCause = 'changed' | 'short-presence' | 'no-check-out'

export interface ConfirmFacts {
  name: string
  presence: Presence
  session: Span
  /** What the host confirms, and why if a reason is given. */
  minutes: number
  reason: string | null
  settings: { presencePercent: number }
}

export function reasonCauses({ presence, session, minutes, settings }: Omit<ConfirmFacts, 'name' | 'reason'>): ReasonCause[] {
  const proposed = minutesEarned({ ...presence, ...session })
  const causes: ReasonCause[] = []
  if (minutes !== proposed) causes.push('changed')
  if (proposed * 100 < settings.presencePercent * minutesBetween(session.startsAt, session.endsAt)) causes.push('short-presence')
  if (presence.outAt === null) causes.push('no-check-out')
  return causes
}

/** May a host confirm these minutes for this person? */
export function confirmVerdict(facts: ConfirmFacts): Verdict<'minutes-above-session' | 'minutes-reason-required'> {
  const { name, minutes, session, presence, reason } = facts
  const sessionMinutes = minutesBetween(session.startsAt, session.endsAt)
  if (minutes > sessionMinutes) return refused('minutes-above-session', { name, minutes, sessionMinutes })
  const [cause] = reasonCauses(facts)
  if (cause === undefined || reason !== null) return allowed
  return refused('minutes-reason-required', { name, cause, proposedMinutes: minutesEarned({ ...presence, ...session }), minutes })
}

/** Is the day of this person within the daily maximum, the new minutes included? */
export function dailyVerdict(day: { name: string; day: string; wouldBeMinutes: number; limitMinutes: number }): Verdict<'daily-limit'> {
  return day.wouldBeMinutes > day.limitMinutes ? refused('daily-limit', { ...day }) : allowed
}

export interface IssueFacts {
  actorId: string
  earner: { id: string; name: string; hosts: boolean }
  actorHosts: boolean
  /** The actor leads the branch of the project. */
  actorLeads: boolean
  projectId: string
}

/** Nobody issues hours to themself: a host's own go to the branch lead, all others to the hosts. */
export function canIssue({ actorId, earner, actorHosts, actorLeads, projectId }: IssueFacts): Verdict<'own-hours' | 'host-required'> {
  if (earner.id === actorId) return refused('own-hours', { name: earner.name })
  if (earner.hosts) return actorLeads ? allowed : refused('own-hours', { name: earner.name })
  return actorHosts ? allowed : refused('host-required', { projectId })
}
