import type { Grade } from '../kernel/grade.ts'
import { type Fen, type Minutes, type Points, carry, share } from '../kernel/quantity.ts'

/** What a person holds, account by account, each with the sign of its account. */
export interface Holdings {
  minutes: Minutes
  /** Short of a unit, kept for the next time (结转零头). */
  carriedMinutes: Minutes
  /** Turned into credit so far. */
  matchedMinutes: Minutes
  /** Own money given and verified. */
  giftFen: Fen
  carriedGiftFen: Fen
  matchedGiftFen: Fen
  creditFen: Fen
  heldFen: Fen
  /** Debt (欠额) as its account holds it: zero or negative. */
  owedFen: Fen
  points: Points
  leaveMinutes: Minutes
  /** Asked for and not taken yet. */
  leaveHeldMinutes: Minutes
}

/** Which account holds which of them. */
export const holdingOf = {
  hours: 'minutes',
  'carry-hours': 'carriedMinutes',
  'matched-hours': 'matchedMinutes',
  gift: 'giftFen',
  'carry-gift': 'carriedGiftFen',
  'matched-gift': 'matchedGiftFen',
  credit: 'creditFen',
  'credit-held': 'heldFen',
  'credit-owed': 'owedFen',
  points: 'points',
  leave: 'leaveMinutes',
  'leave-held': 'leaveHeldMinutes',
} as const satisfies Record<string, keyof Holdings>

export const emptyHoldings: Holdings = {
  minutes: 0,
  carriedMinutes: 0,
  matchedMinutes: 0,
  giftFen: 0,
  carriedGiftFen: 0,
  matchedGiftFen: 0,
  creditFen: 0,
  heldFen: 0,
  owedFen: 0,
  points: 0,
  leaveMinutes: 0,
  leaveHeldMinutes: 0,
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

/** The part of the matching policy that values own donations. */
export interface GiftRule {
  mode: 'step' | 'exact'
  unitGiftFen: number
  unitGiftGrantFen: number
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
  const { unitMinutes: unit, unitMinutesGrantFen: grantFen, mode } = rule
  const match = matchAmount({ carried: held.carriedMinutes, matched: held.matchedMinutes }, minutes, { mode, unit, grantFen })
  return { matchedMinutes: match.matched, creditFen: match.creditFen, carriedMinutesAfter: match.carriedAfter }
}

/** Any amount that is matched: minutes and own donations differ only in their unit. */
function matchAmount(
  held: { carried: number; matched: number },
  amount: number,
  { mode, unit, grantFen }: { mode: 'step' | 'exact'; unit: number; grantFen: number },
): { matched: number; creditFen: number; carriedAfter: number } {
  if (mode === 'exact') {
    const matched = held.carried + amount
    return { matched, creditFen: share(held.matched, matched, unit, grantFen), carriedAfter: 0 }
  }
  const { units, carried } = carry(held.carried, amount, unit)
  return { matched: units * unit, creditFen: units * grantFen, carriedAfter: carried }
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

/**
 * The entries of one own donation (个人捐赠), matched with carry by the policy of the day it was given; a negative amount
 * takes it back by the same rule, and what is spent already becomes debt.
 */
export function giftEntries(
  { employeeId, giftFen, holdings }: { employeeId: string; giftFen: number; holdings: Holdings },
  { mode, unitGiftFen: unit, unitGiftGrantFen: grantFen }: GiftRule,
): EntryDraft[] {
  const mine = (kind: keyof typeof holdingOf) => `${employeeId}/${kind}`
  const match = matchAmount({ carried: holdings.carriedGiftFen, matched: holdings.matchedGiftFen }, giftFen, { mode, unit, grantFen })
  const { creditDelta, owedDelta } = applyGrant(holdings, match.creditFen)
  const entries: EntryDraft[] = [
    { account: mine('gift'), amount: giftFen },
    { account: 'system/gift', amount: -giftFen },
    { account: mine('carry-gift'), amount: match.carriedAfter - holdings.carriedGiftFen },
    { account: mine('matched-gift'), amount: match.matched },
    { account: 'system/carry-gift', amount: -giftFen },
    { account: mine('credit'), amount: creditDelta },
    { account: mine('credit-owed'), amount: owedDelta },
    { account: 'system/credit', amount: -match.creditFen },
  ]
  return entries.filter(({ amount }) => amount !== 0)
}

/** The entries that move an amount from one account to another, of the same unit. */
export function transfer(from: string, to: string, amount: number): EntryDraft[] {
  return [
    { account: from, amount: -amount },
    { account: to, amount },
  ]
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
