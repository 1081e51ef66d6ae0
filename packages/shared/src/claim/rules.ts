import { addDays } from '../kernel/time.ts'
import { type Verdict, allowed, firstRefusal, refused } from '../kernel/verdict.ts'
import { type EntryDraft, type GiftRule, type Holdings, giftEntries, holdingsAfter } from '../ledger/rules.ts'

const MIN_ORDER_SIGNS = 6

/**
 * An order number as it is compared: people type it with spaces, dashes, full-width digits and small letters, and mean the
 * same one. Only what a receipt prints counts, so that no look-alike sign makes a second number.
 */
export function orderKeyOf(orderNo: string): string {
  return orderNo
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
}

/** Whether it can be an order number at all. */
export function isOrderNumber(orderNo: string): boolean {
  return orderKeyOf(orderNo).length >= MIN_ORDER_SIGNS
}

export interface ClaimFacts {
  /** In Shanghai. */
  today: string
  giftOn: string
  claimWithinDays: number
  orderNo: string
  platform: 'tencent-gongyi' | 'alipay' | 'other'
  platformName: string | null
}

export type ClaimRefusal = 'gift-in-future' | 'gift-too-old' | 'order-number-unclear' | 'platform-name-missing'

/** Whether an own donation may be claimed; form and server run the same rule. */
export function canClaim(facts: ClaimFacts): Verdict<ClaimRefusal> {
  const { today, giftOn, claimWithinDays, orderNo, platform, platformName } = facts
  const since = addDays(today, -claimWithinDays)
  return firstRefusal<ClaimRefusal>(
    platform !== 'other' || (platformName ?? '').trim() !== '' ? allowed : refused('platform-name-missing'),
    isOrderNumber(orderNo) ? allowed : refused('order-number-unclear', { minSigns: MIN_ORDER_SIGNS }),
    giftOn > today ? refused('gift-in-future', { giftOn }) : allowed,
    giftOn < since ? refused('gift-too-old', { giftOn, since, claimWithinDays }) : allowed,
  )
}

/** A claim that came back and was sent again since is another than the one looked at. */
export function roundAsShown(rounds: { roundShown: number; round: number }): Verdict<'claim-sent-again'> {
  return rounds.round === rounds.roundShown ? allowed : refused('claim-sent-again', { ...rounds })
}

export type DecideRefusal = 'own-claim' | 'claim-state'

/** Nobody decides about a donation of their own, and nothing is decided twice. */
export function canDecideClaim({
  actorId,
  employeeId,
  state,
  wanted,
}: {
  actorId: string
  employeeId: string
  state: string
  /** The state the deed needs. */
  wanted: 'submitted' | 'approved'
}): Verdict<DecideRefusal> {
  return firstRefusal<DecideRefusal>(
    actorId === employeeId ? refused('own-claim') : allowed,
    state === wanted ? allowed : refused('claim-state', { state }),
  )
}

/** The person corrects a claim that came back, and only then. */
export function canResubmit({ state }: { state: string }): Verdict<'claim-state'> {
  return state === 'returned' ? allowed : refused('claim-state', { state })
}

/** The entries of a gift with what they do to the person; a negative amount takes it back. */
export function giftEffect(
  { employeeId, giftFen, holdings }: { employeeId: string; giftFen: number; holdings: Holdings },
  rule: GiftRule,
): {
  entries: EntryDraft[]
  effect: {
    matchFen: number
    creditChangeFen: number
    owedBeforeFen: number
    owedAfterFen: number
    carriedBeforeFen: number
    carriedAfterFen: number
    unitGiftFen: number
    unitGrantFen: number
    mode: 'step' | 'exact'
  }
} {
  const entries = giftEntries({ employeeId, giftFen, holdings }, rule)
  const after = holdingsAfter(holdings, employeeId, entries)
  const creditChangeFen = after.creditFen - holdings.creditFen
  const effect = {
    matchFen: creditChangeFen + after.owedFen - holdings.owedFen,
    creditChangeFen,
    owedBeforeFen: Math.abs(holdings.owedFen),
    owedAfterFen: Math.abs(after.owedFen),
    carriedBeforeFen: holdings.carriedGiftFen,
    carriedAfterFen: after.carriedGiftFen,
    unitGiftFen: rule.unitGiftFen,
    unitGrantFen: rule.unitGiftGrantFen,
    mode: rule.mode,
  }
  return { entries, effect }
}
