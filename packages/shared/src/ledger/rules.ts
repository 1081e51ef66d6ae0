import type { Grade } from '../kernel/grade.ts'
import { type Fen, type Minutes, type Points, carry, share } from '../kernel/quantity.ts'

/** What a person holds, account by account, each with the sign of its account. */
export interface Holdings {
  minutes: Minutes
  /** Short of a unit, kept for the next time (结转零头). */
  carriedMinutes: Minutes
  /** Turned into credit so far. */
  matchedMinutes: Minutes
  carriedGiftFen: Fen
  creditFen: Fen
  heldFen: Fen
  /** Debt (欠额) as its account holds it: zero or negative. */
  owedFen: Fen
  points: Points
  leaveMinutes: Minutes
}

/** Which account holds which of them. */
export const holdingOf = {
  hours: 'minutes',
  'carry-hours': 'carriedMinutes',
  'matched-hours': 'matchedMinutes',
  'carry-gift': 'carriedGiftFen',
  credit: 'creditFen',
  'credit-held': 'heldFen',
  'credit-owed': 'owedFen',
  points: 'points',
  leave: 'leaveMinutes',
} as const satisfies Record<string, keyof Holdings>

export const emptyHoldings: Holdings = {
  minutes: 0,
  carriedMinutes: 0,
  matchedMinutes: 0,
  carriedGiftFen: 0,
  creditFen: 0,
  heldFen: 0,
  owedFen: 0,
  points: 0,
  leaveMinutes: 0,
}

export interface EntryDraft {
  /** Account path, `emp_…/credit`. */
  account: string
  /** Positive arrives, negative leaves; never zero. */
  amount: number
}

/** The part of the matching policy that values minutes. */
export interface MatchingRule {
  mode: 'step' | 'exact'
  unitMinutes: number
  unitMinutesGrantFen: number
  creditGrades: readonly Grade[]
}

export interface PointsRule {
  unitMinutes: number
  unitPoints: number
  pointsGrades: readonly Grade[]
}

export interface Match {
  /** Minutes turned into credit by this amount; negative when a reversal takes some back. */
  matchedMinutes: number
  creditFen: number
  carriedMinutesAfter: number
}

/**
 * Turns minutes into credit (配捐); a negative amount takes them back by the same rule. `step` pays whole units and
 * carries the rest; `exact` pays every minute as the difference of two running totals, so that no order loses a fen.
 */
export function matchMinutes(held: Pick<Holdings, 'carriedMinutes' | 'matchedMinutes'>, minutes: number, rule: MatchingRule): Match {
  if (rule.mode === 'exact') {
    const matchedMinutes = held.carriedMinutes + minutes
    return {
      matchedMinutes,
      creditFen: share(held.matchedMinutes, matchedMinutes, rule.unitMinutes, rule.unitMinutesGrantFen),
      carriedMinutesAfter: 0,
    }
  }
  const { units, carried } = carry(held.carriedMinutes, minutes, rule.unitMinutes)
  return { matchedMinutes: units * rule.unitMinutes, creditFen: units * rule.unitMinutesGrantFen, carriedMinutesAfter: carried }
}

/**
 * Spreads a change of credit over credit and debt; the two parts sum to it. A gain pays debt first, a claw-back
 * (追回) takes what is there and leaves the rest as debt: nobody goes below zero.
 */
export function applyGrant(held: Pick<Holdings, 'creditFen' | 'owedFen'>, deltaFen: number): { creditDelta: number; owedDelta: number } {
  const owedDelta = deltaFen > 0 ? Math.min(deltaFen, Math.abs(held.owedFen)) : Math.min(0, held.creditFen + deltaFen)
  return { creditDelta: deltaFen - owedDelta, owedDelta }
}

/** Points for the whole units of one session; a reversal takes back exactly what the session brought. */
export function pointsFor(minutes: number, rule: PointsRule): number {
  const units = Math.floor(Math.abs(minutes) / rule.unitMinutes)
  return units === 0 ? 0 : Math.sign(minutes) * units * rule.unitPoints
}

export interface ServedFacts {
  employeeId: string
  /** Negative to take back. */
  minutes: number
  grade: Grade
  holdings: Holdings
}

/**
 * The entries of one hours journal: hours always, credit and points if the policy lets the grade earn them.
 * A grade that earns no credit leaves carry and debt alone; no minutes make no entries.
 */
export function hoursEntries(
  { employeeId, minutes, grade, holdings }: ServedFacts,
  rules: { matching: MatchingRule; points: PointsRule },
): EntryDraft[] {
  const mine = (kind: keyof typeof holdingOf) => `${employeeId}/${kind}`
  const entries: EntryDraft[] = [
    { account: mine('hours'), amount: minutes },
    { account: 'system/hours', amount: -minutes },
  ]
  if (rules.matching.creditGrades.includes(grade)) {
    const match = matchMinutes(holdings, minutes, rules.matching)
    const { creditDelta, owedDelta } = applyGrant(holdings, match.creditFen)
    entries.push(
      { account: mine('carry-hours'), amount: match.carriedMinutesAfter - holdings.carriedMinutes },
      { account: mine('matched-hours'), amount: match.matchedMinutes },
      { account: 'system/carry-hours', amount: -minutes },
      { account: mine('credit'), amount: creditDelta },
      { account: mine('credit-owed'), amount: owedDelta },
      { account: 'system/credit', amount: -match.creditFen },
    )
  }
  if (rules.points.pointsGrades.includes(grade)) {
    const earned = pointsFor(minutes, rules.points)
    entries.push({ account: mine('points'), amount: earned }, { account: 'system/points', amount: -earned })
  }
  return entries.filter(({ amount }) => amount !== 0)
}

/** What a person holds after these entries; the difference to before is the effect that a preview shows. */
export function holdingsAfter(holdings: Holdings, employeeId: string, entries: readonly EntryDraft[]): Holdings {
  const after = { ...holdings }
  for (const { account, amount } of entries) {
    const [owner, kind] = account.split('/')
    if (owner === employeeId) after[holdingOf[kind as keyof typeof holdingOf]] += amount
  }
  return after
}

/** How far it is to the next unit of credit. A unit made shorter by policy may be full already; the next minute pays it. */
export function nextGrantFor(
  carriedMinutes: number,
  rule: MatchingRule,
): { unitMinutes: number; carriedMinutes: number; minutesToGo: number; grantFen: number } {
  return {
    unitMinutes: rule.unitMinutes,
    carriedMinutes,
    minutesToGo: Math.max(1, rule.unitMinutes - carriedMinutes),
    grantFen: rule.unitMinutesGrantFen,
  }
}
