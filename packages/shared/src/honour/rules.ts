/** What badges are made of: sums of the ledger and the sessions behind them. */
export interface BadgeFacts {
  /** Minutes issued. */
  minutes: number
  /** Sessions with minutes issued to the person. */
  sessions: number
  /** Sessions the person hosted and for which somebody's minutes were issued. */
  sessionsHosted: number
}

export type BadgeUnit = 'minutes' | 'sessions'

export interface BadgeProgress {
  code: string
  have: number
  need: number
  unit: BadgeUnit
  earned: boolean
}

/** Every badge there is (徽章), how far the person is, and whether the facts earn it now. */
export function badgesFor(facts: BadgeFacts, settings: { minuteMilestones: readonly number[] }): BadgeProgress[] {
  const milestones = [...settings.minuteMilestones].sort((a, b) => a - b)
  return [
    progress('first-activity', facts.sessions, 1, 'sessions'),
    ...milestones.map((minutes) => progress(`minutes-${minutes}`, facts.minutes, minutes, 'minutes')),
    progress('first-hosted', facts.sessionsHosted, 1, 'sessions'),
  ]
}

function progress(code: string, have: number, need: number, unit: BadgeUnit): BadgeProgress {
  return { code, have, need, unit, earned: have >= need }
}
