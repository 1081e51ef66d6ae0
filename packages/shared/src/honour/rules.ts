/** What badges are made of: sums of the ledger and the sessions behind them. */
export interface BadgeFacts {
  /** Minutes issued. */
  minutes: number
  /** Sessions with minutes issued to the person. */
  sessions: number
  /** Sessions the person hosted and for which somebody's minutes were issued. */
  sessionsHosted: number
}

export type BadgeUnit = 'minutes' | 'sessions' | 'donations' | 'titles'

export interface BadgeProgress {
  code: string
  have: number
  need: number
  unit: BadgeUnit
  earned: boolean
}

const MILESTONE = 'minutes-'

/** Every badge there is (徽章), how far the person is, and whether the facts earn it now. */
export function badgesFor(facts: BadgeFacts, settings: { minuteMilestones: readonly number[] }): BadgeProgress[] {
  const milestones = [...settings.minuteMilestones].sort((a, b) => a - b)
  return [
    progress('first-activity', facts.sessions, 1, 'sessions'),
    ...milestones.map((minutes) => progress(`${MILESTONE}${minutes}`, facts.minutes, minutes, 'minutes')),
    progress('first-hosted', facts.sessionsHosted, 1, 'sessions'),
  ]
}

/** Badges of giving: what has arrived stays given, so these are never suspended. */
export function givingBadgesFor({ donations }: { donations: number }): BadgeProgress[] {
  return [progress('first-donation', donations, 1, 'donations')]
}

const LEADER = 'leader-'

export function leaderBadgeCode(year: number): string {
  return `${LEADER}${year}`
}

/** The year of a leader's badge (益践领袖); null for any other. */
export function leaderYearOf(code: string): number | null {
  return code.startsWith(LEADER) ? Number(code.slice(LEADER.length)) : null
}

/** A title that was given is held in full; those of others are not hung up as something to run after. */
export function titleBadgesFor(held: readonly string[]): BadgeProgress[] {
  return held.filter((code) => leaderYearOf(code) !== null).map((code) => progress(code, 1, 1, 'titles'))
}

/** The minutes of a milestone badge; null for any other. */
export function milestoneOf(code: string): number | null {
  return code.startsWith(MILESTONE) ? Number(code.slice(MILESTONE.length)) : null
}

function progress(code: string, have: number, need: number, unit: BadgeUnit): BadgeProgress {
  return { code, have, need, unit, earned: have >= need }
}

export interface BadgeChange {
  code: string
  change: 'unlocked' | 'suspended' | 'restored'
}

/** What must change of the badges a person holds. Those no policy names any more stay as they are. */
export function badgeChanges(badges: readonly BadgeProgress[], held: readonly { code: string; suspended: boolean }[]): BadgeChange[] {
  return badges.flatMap(({ code, earned }): BadgeChange[] => {
    const mine = held.find((badge) => badge.code === code)
    if (mine === undefined) return earned ? [{ code, change: 'unlocked' }] : []
    if (mine.suspended === !earned) return []
    return [{ code, change: earned ? 'restored' : 'suspended' }]
  })
}

/** What an honour page can tell; each part belongs to the field that shows it. */
export interface HonourFacts<Badge, Project> {
  minutes: number
  sessions: number
  donatedFen: number
  leaderYears: number[]
  badges: Badge[]
  projects: Project[]
}

type Shown<T> = { [Part in keyof T]: T[Part] | null }

/** What colleagues see of a person: nothing but what the person chose, one field at a time. */
export function shownTo<Badge, Project>(
  facts: HonourFacts<Badge, Project>,
  consented: readonly string[],
): Shown<HonourFacts<Badge, Project>> {
  const shows = (field: string) => consented.includes(field)
  return {
    minutes: shows('hours') ? facts.minutes : null,
    sessions: shows('sessions') ? facts.sessions : null,
    donatedFen: shows('donated') ? facts.donatedFen : null,
    leaderYears: shows('leader') ? facts.leaderYears : null,
    badges: shows('badges') ? facts.badges : null,
    projects: shows('hosting') ? facts.projects : null,
  }
}
