import type { Grade } from '../kernel/grade.ts'
import { type Instant, isBefore, minutesBetween, overlapMinutes } from '../kernel/time.ts'
import { type Verdict, allowed, refused } from '../kernel/verdict.ts'
import { type EntryDraft, type Holdings, type MatchingRule, type PointsRule, holdingsAfter, hoursEntries } from '../ledger/rules.ts'

interface Presence {
  inAt: Instant
  outAt: Instant | null
}

interface Span {
  startsAt: Instant
  endsAt: Instant
}

type HoursState = 'attended' | 'completed' | 'issued'

/** Minutes proposed to the host: the overlap of presence and session; a forgotten check-out counts to the scheduled end. */
export function minutesEarned({ inAt, outAt, startsAt, endsAt }: Presence & Span): number {
  return overlapMinutes({ startsAt: inAt, endsAt: outAt ?? endsAt }, { startsAt, endsAt })
}

/** Hours are confirmed once the session is over, and never for one that did not happen. */
export function canComplete(
  session: Span & { cancelReason: string | null },
  now: Instant,
): Verdict<'session-cancelled' | 'session-not-over'> {
  if (session.cancelReason !== null) return refused('session-cancelled', { reason: session.cancelReason })
  return isBefore(now, session.endsAt) ? refused('session-not-over', { endsAt: iso(session.endsAt) }) : allowed
}

/** Why a host must give a reason before minutes count. */
export type ReasonCause = 'changed' | 'short-presence' | 'no-check-out'

export interface ConfirmFacts {
  name: string
  /** How far these hours have come; what is issued is corrected instead. */
  state: HoursState
  presence: Presence
  session: Span
  /** What the host confirms, and why if a reason is given. */
  minutes: number
  reason: string | null
  settings: { presencePercent: number }
}

export function reasonCauses({ presence, session, minutes, settings }: Omit<ConfirmFacts, 'name' | 'state' | 'reason'>): ReasonCause[] {
  const proposed = minutesEarned({ ...presence, ...session })
  const causes: ReasonCause[] = []
  if (minutes !== proposed) causes.push('changed')
  if (proposed * 100 < settings.presencePercent * minutesBetween(session.startsAt, session.endsAt)) causes.push('short-presence')
  if (presence.outAt === null) causes.push('no-check-out')
  return causes
}

/** May a host confirm these minutes for this person? Until they are issued, also anew. */
export function confirmVerdict(facts: ConfirmFacts): Verdict<'hours-state' | 'minutes-above-session' | 'minutes-reason-required'> {
  const { name, state, minutes, session, presence, reason } = facts
  if (state === 'issued') return refused('hours-state', { name, state, needed: 'attended' })
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

/** People whose hours are confirmed or issued at once; the rest waits, so that no transaction holds the balances of a stadium. */
export const MOST_PEOPLE_AT_ONCE = 500

/** What a person decides upon is what they were shown; somebody else may have changed it since. */
export function minutesAsShown(of: { name: string; minutesShown: number; minutes: number }): Verdict<'minutes-moved'> {
  return of.minutes === of.minutesShown ? allowed : refused('minutes-moved', { ...of })
}

export interface IssueFacts {
  actorId: string
  earner: { id: string; name: string; hosts: boolean }
  state: HoursState
  actorHosts: boolean
  /** The actor leads the branch of the project. */
  actorLeads: boolean
  projectId: string
}

/** Nobody issues hours to themself: a host's own go to the branch lead, all others to the hosts. */
export function canIssue(facts: IssueFacts): Verdict<'own-hours' | 'host-required' | 'hours-state'> {
  const { actorId, earner, state, actorHosts, actorLeads, projectId } = facts
  const { name } = earner
  if (earner.id === actorId || (earner.hosts && !actorLeads)) return refused('own-hours', { name })
  if (!earner.hosts && !actorHosts) return refused('host-required', { projectId })
  return state === 'completed' ? allowed : refused('hours-state', { name, state, needed: 'completed' })
}

export interface CorrectFacts {
  actorId: string
  earner: { id: string; name: string }
  /** The actor leads the branch of the project. */
  actorLeads: boolean
  branchName: string
  state: HoursState
  minutesBefore: number
  /** In force when the lead looked; another lead may have corrected them since. */
  minutesShown: number
  minutesAfter: number
  session: Span
}

export type CorrectRefusal = 'other-branch' | 'own-hours' | 'hours-state' | 'minutes-moved' | 'minutes-unchanged' | 'minutes-above-session'

/** Issued hours are corrected by a lead of the branch who saw what is in force, and never by the person who earned them. */
export function canCorrect(facts: CorrectFacts): Verdict<CorrectRefusal> {
  const { actorId, earner, actorLeads, branchName, state, minutesBefore, minutesShown, minutesAfter, session } = facts
  const { name } = earner
  if (!actorLeads) return refused('other-branch', { branch: branchName })
  if (earner.id === actorId) return refused('own-hours', { name })
  if (state !== 'issued') return refused('hours-state', { name, state, needed: 'issued' })
  // First of the figures: what is unchanged or too long by the figure shown may be neither by the one in force.
  const seen = minutesAsShown({ name, minutesShown, minutes: minutesBefore })
  if (!seen.ok) return seen
  if (minutesAfter === minutesBefore) return refused('minutes-unchanged', { minutes: minutesAfter })
  const sessionMinutes = minutesBetween(session.startsAt, session.endsAt)
  return minutesAfter > sessionMinutes ? refused('minutes-above-session', { name, minutes: minutesAfter, sessionMinutes }) : allowed
}

export interface Correction {
  employeeId: string
  grade: Grade
  minutesBefore: number
  minutesAfter: number
  holdings: Holdings
}

/**
 * The entries of a correction (更正): the old minutes taken back by the rule that gave them, then the new ones given.
 * A preview and the deed both come from here, so that what was shown is what happens.
 */
export function correctionEntries(
  { employeeId, grade, minutesBefore, minutesAfter, holdings }: Correction,
  rules: { matching: MatchingRule; points: PointsRule },
): { back: EntryDraft[]; anew: EntryDraft[]; holdingsAfter: Holdings } {
  const back = hoursEntries({ employeeId, minutes: -minutesBefore, grade, holdings }, rules)
  const between = holdingsAfter(holdings, employeeId, back)
  const anew = hoursEntries({ employeeId, minutes: minutesAfter, grade, holdings: between }, rules)
  return { back, anew, holdingsAfter: holdingsAfter(between, employeeId, anew) }
}

function iso(at: Instant): string {
  return typeof at === 'string' ? at : at.toISOString()
}
