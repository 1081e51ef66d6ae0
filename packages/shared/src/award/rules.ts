import { type Instant, addDays, isBefore, startOfShanghaiDay } from '../kernel/time.ts'
import { type Verdict, allowed, firstRefusal, refused } from '../kernel/verdict.ts'

/** The four things judges look at, in the order they are said: 创新性 影响力 独特性 可持续性. */
export const dimensions = ['innovation', 'impact', 'uniqueness', 'sustainability'] as const
export type Dimension = (typeof dimensions)[number]
export type Marks = Record<Dimension, number>

/** Shares of the four dimensions; they sum to this. */
export const WEIGHTS_TOTAL = 100

export function weightsComplete(weights: Marks): boolean {
  return dimensions.reduce((sum, dimension) => sum + weights[dimension], 0) === WEIGHTS_TOTAL
}

export const phases = ['announced', 'nominating', 'scoring', 'deciding', 'publicity', 'publishing', 'published'] as const
export type Phase = (typeof phases)[number]

export interface CycleTimes {
  state: 'announced' | 'publicity' | 'published'
  /** Days in Shanghai; the last ones belong to their phase. */
  nominationOpensOn: string
  nominationClosesOn: string
  scoringClosesOn: string
  publicityEndsAt: Instant | null
}

/** Where a cycle stands at an instant: its days decide until the leaders are proposed, then its moves do. */
export function phaseAt(cycle: CycleTimes, now: Instant): Phase {
  if (cycle.state === 'published') return 'published'
  if (cycle.state === 'publicity')
    return cycle.publicityEndsAt !== null && isBefore(now, cycle.publicityEndsAt) ? 'publicity' : 'publishing'
  if (isBefore(now, startOfShanghaiDay(cycle.nominationOpensOn))) return 'announced'
  if (isBefore(now, endOf(cycle.nominationClosesOn))) return 'nominating'
  return isBefore(now, endOf(cycle.scoringClosesOn)) ? 'scoring' : 'deciding'
}

/** The first instant after a day in Shanghai. */
export function endOf(day: string): Date {
  return startOfShanghaiDay(addDays(day, 1))
}

/** Nominations come first, the dossier is frozen no later than they close, scores follow. */
export function cycleDaysVerdict(cycle: {
  nominationOpensOn: string
  nominationClosesOn: string
  frozenOn: string
  scoringClosesOn: string
}): Verdict<'award-days'> {
  const { nominationOpensOn, nominationClosesOn, frozenOn, scoringClosesOn } = cycle
  if (nominationClosesOn < nominationOpensOn) return refused('award-days', { rule: 'nominations-end-after-start' })
  if (frozenOn > nominationClosesOn) return refused('award-days', { rule: 'frozen-before-close' })
  return scoringClosesOn > nominationClosesOn ? allowed : refused('award-days', { rule: 'scores-after-nominations' })
}

function inPhase(phase: Phase, ...needed: Phase[]): Verdict<'award-phase'> {
  return needed.includes(phase) ? allowed : refused('award-phase', { phase, needed: needed[0] })
}

export interface NominateFacts {
  phase: Phase
  kind: 'self' | 'peer' | 'branch'
  nominatorId: string
  nominee: { id: string; name: string; hostedSessions: number }
  /** Whether the nominator leads the branch in whose name they nominate, and the nominee belongs to it. */
  branchFits: boolean
  year: number
}

/** Only hosts with an issued session in the year; oneself as oneself, colleagues as a peer or for a branch. */
export function canNominate(facts: NominateFacts): Verdict<'award-phase' | 'nominee-not-host' | 'nomination-kind'> {
  const { phase, kind, nominatorId, nominee, branchFits, year } = facts
  const own = nominatorId === nominee.id
  return firstRefusal<'award-phase' | 'nominee-not-host' | 'nomination-kind'>(
    inPhase(phase, 'nominating'),
    own === (kind === 'self') && (kind !== 'branch' || branchFits) ? allowed : refused('nomination-kind', { kind }),
    nominee.hostedSessions > 0 ? allowed : refused('nominee-not-host', { name: nominee.name, year }),
  )
}

/** A nominee may take part or decline, once, while nominations are open. */
export function canAnswer(facts: {
  phase: Phase
  state: string
  own: boolean
}): Verdict<'award-phase' | 'nomination-answered' | 'not-nominee'> {
  return firstRefusal<'award-phase' | 'nomination-answered' | 'not-nominee'>(
    facts.own ? allowed : refused('not-nominee'),
    inPhase(facts.phase, 'nominating'),
    facts.state === 'proposed' ? allowed : refused('nomination-answered', { state: facts.state }),
  )
}

export const conflicts = ['nominee', 'nominator', 'same-department', 'same-project', 'declared'] as const
export type Conflict = (typeof conflicts)[number]

export interface ConflictFacts {
  judge: { id: string; department: string }
  nominee: { id: string; department: string }
  nominatorId: string
  /** Whether judge and nominee hosted one project, ever. */
  hostedTogether: boolean
  declared: boolean
}

/** Why a judge may not score somebody (利益冲突); null when nothing stands in the way. */
export function conflictOf({ judge, nominee, nominatorId, hostedTogether, declared }: ConflictFacts): Conflict | null {
  if (judge.id === nominee.id) return 'nominee'
  if (judge.id === nominatorId) return 'nominator'
  if (judge.department === nominee.department) return 'same-department'
  if (hostedTogether) return 'same-project'
  return declared ? 'declared' : null
}

export interface ScoreFacts {
  phase: Phase
  sits: boolean
  state: string
  conflict: Conflict | null
}

export function canScore(facts: ScoreFacts): Verdict<'award-phase' | 'not-on-jury' | 'nomination-answered' | 'conflict-of-interest'> {
  return firstRefusal<'award-phase' | 'not-on-jury' | 'nomination-answered' | 'conflict-of-interest'>(
    facts.sits ? allowed : refused('not-on-jury'),
    inPhase(facts.phase, 'scoring'),
    facts.state === 'accepted' ? allowed : refused('nomination-answered', { state: facts.state }),
    facts.conflict === null ? allowed : refused('conflict-of-interest', { conflict: facts.conflict }),
  )
}

/** One judge's marks weighed: each 1 to 10, weights sum to 100, so 100 to 1,000. */
export function weighted(marks: Marks, weights: Marks): number {
  return dimensions.reduce((sum, dimension) => sum + weights[dimension] * marks[dimension], 0)
}

export interface Contender {
  nominationId: string
  scores: readonly Marks[]
  /** Minutes that others were issued in the sessions of the nominee, as of the frozen day. */
  volunteerMinutes: number
}

export interface Ranked {
  nominationId: string
  /** From 1; those who are alike in everything share it. */
  rank: number
  judges: number
  /** Mean of the judges' weighed marks in thousandths, 100,000 to 1,000,000; rounded down, only to be shown. */
  meanThousandths: number
  /** Whether enough judges scored. */
  complete: boolean
}

/**
 * The order of the contenders: mean of the weighed marks; of two alike, the higher mean of 影响力, then of 可持续性, then more
 * volunteer minutes; still alike share a rank. Means are compared as fractions, so that no rounding decides.
 */
export function rank(contenders: readonly Contender[], weights: Marks, minScores: number): Ranked[] {
  const complete = ({ scores }: Contender) => scores.length >= minScores && scores.length > 0
  const keys = (contender: Contender) => [
    sumOf(contender, (marks) => weighted(marks, weights)),
    sumOf(contender, ({ impact }) => impact),
    sumOf(contender, ({ sustainability }) => sustainability),
  ]
  const order = (a: Contender, b: Contender): number => {
    if (complete(a) !== complete(b)) return complete(a) ? -1 : 1
    const [ofA, ofB] = [keys(a), keys(b)]
    for (const [index, sum] of ofA.entries()) {
      // a's mean beside b's, both times the product of the counts.
      const difference = (ofB[index] ?? 0) * Math.max(1, a.scores.length) - sum * Math.max(1, b.scores.length)
      if (difference !== 0) return difference
    }
    return b.volunteerMinutes - a.volunteerMinutes
  }
  const sorted = [...contenders].sort(order)
  const ranked: Ranked[] = []
  for (const [index, contender] of sorted.entries()) {
    const before = sorted[index - 1]
    const shares = before !== undefined && order(before, contender) === 0
    const judges = contender.scores.length
    const total = sumOf(contender, (marks) => weighted(marks, weights))
    ranked.push({
      nominationId: contender.nominationId,
      rank: shares ? (ranked.at(-1)?.rank ?? 1) : index + 1,
      judges,
      meanThousandths: judges === 0 ? 0 : Math.floor((total * 1000) / judges),
      complete: complete(contender),
    })
  }
  return ranked
}

function sumOf({ scores }: Contender, of: (marks: Marks) => number): number {
  return scores.reduce((sum, marks) => sum + of(marks), 0)
}

/** Who becomes a leader: the first `places` of those enough judges scored, and whoever shares the last place. */
export function winnersOf(ranked: readonly Ranked[], places: number): Ranked[] {
  return ranked.filter(({ complete, rank }) => complete && rank <= places)
}

export interface ProposalFacts {
  phase: Phase
  winners: readonly { nominationId: string; name: string }[]
  /** The reasons that were written, by nomination. */
  reasons: ReadonlyMap<string, string>
}

/** The ranking decides; the operator writes for each leader why, and for nobody else. */
export function canPropose({ phase, winners, reasons }: ProposalFacts): Verdict<'award-phase' | 'nobody-scored' | 'leader-reasons'> {
  const missing = winners.filter(({ nominationId }) => !reasons.has(nominationId))
  const others = [...reasons.keys()].filter((id) => !winners.some(({ nominationId }) => nominationId === id))
  return firstRefusal<'award-phase' | 'nobody-scored' | 'leader-reasons'>(
    inPhase(phase, 'deciding'),
    winners.length > 0 ? allowed : refused('nobody-scored'),
    missing.length + others.length === 0
      ? allowed
      : refused('leader-reasons', { missing: missing.map(({ name }) => name).join('、'), others: others.length }),
  )
}

/** Anybody may object during the publicity period (公示), but nobody against themself. */
export function canObject(facts: {
  phase: Phase
  own: boolean
  standing: boolean
}): Verdict<'award-phase' | 'own-leadership' | 'leader-removed'> {
  return firstRefusal<'award-phase' | 'own-leadership' | 'leader-removed'>(
    inPhase(facts.phase, 'publicity'),
    facts.own ? refused('own-leadership') : allowed,
    facts.standing ? allowed : refused('leader-removed'),
  )
}

/** An objection is decided once, by an operator who neither raised it nor is concerned. */
export function canDecideObjection(facts: {
  phase: Phase
  state: string
  involved: boolean
}): Verdict<'award-phase' | 'objection-decided' | 'own-objection'> {
  return firstRefusal<'award-phase' | 'objection-decided' | 'own-objection'>(
    inPhase(facts.phase, 'publicity', 'publishing'),
    facts.involved ? refused('own-objection') : allowed,
    facts.state === 'open' ? allowed : refused('objection-decided', { state: facts.state }),
  )
}

/** Published when the period is over and every objection is decided, by somebody who is not on the list. */
export function canPublishLeaders(facts: {
  phase: Phase
  openObjections: number
  involved: boolean
}): Verdict<'award-phase' | 'objections-open' | 'own-leadership'> {
  return firstRefusal<'award-phase' | 'objections-open' | 'own-leadership'>(
    inPhase(facts.phase, 'publishing'),
    facts.involved ? refused('own-leadership') : allowed,
    facts.openObjections === 0 ? allowed : refused('objections-open', { count: facts.openObjections }),
  )
}
