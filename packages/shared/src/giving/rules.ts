import { canReceive } from '../fund/rules.ts'
import { splitByLargestRemainder } from '../kernel/quantity.ts'
import { type Instant, addMinutes, isBefore, toDate } from '../kernel/time.ts'
import { type Verdict, allowed, firstRefusal, refused } from '../kernel/verdict.ts'

/** States of a donation (捐赠): returned when at its end no project of it could receive any more. */
export const donationStates = ['held', 'cancelled', 'settled', 'returned'] as const
type State = (typeof donationStates)[number]

/** What a person asks for one project: a share of the whole, or an amount of its own. */
export type PartWish = { fundProjectId: string; weight: number } | { fundProjectId: string; amountFen: number }

export interface Part {
  fundProjectId: string
  amountFen: number
}

/** What a person may give now: their credit, less a debt (欠额) that would otherwise be given away with it. */
export function givableFen({ creditFen, owedFen }: { creditFen: number; owedFen: number }): number {
  return Math.max(0, creditFen + owedFen)
}

/** The whole in fen; `all` means what can be given at this moment. */
export function totalOf(totalFen: number | 'all', availableFen: number): number {
  return totalFen === 'all' ? availableFen : totalFen
}

/** Parts in fen: shares sum exactly to the whole; amounts of their own stay as they are, and are held to it by `canDonate`. */
export function partsOf(totalFen: number, wishes: readonly PartWish[]): Part[] {
  const shares = splitByLargestRemainder(
    totalFen,
    wishes.map((wish) => ('weight' in wish ? wish.weight : 1)),
  )
  return wishes.map((wish, index) => ({
    fundProjectId: wish.fundProjectId,
    amountFen: 'amountFen' in wish ? wish.amountFen : (shares[index] ?? 0),
  }))
}

type FundState = Parameters<typeof canReceive>[0]

export interface DonateFacts {
  totalFen: number
  availableFen: number
  parts: readonly (Part & { name: string; state: FundState })[]
  policy: { minDonationFen: number; maxProjects: number }
}

export type DonateRefusal =
  | 'too-many-fund-projects'
  | 'fund-project-twice'
  | 'fund-project-not-listed'
  | 'parts-do-not-sum'
  | 'credit-insufficient'
  | 'part-below-minimum'

/** Whether this donation may be made now; the page and the server run the same rule. */
export function canDonate({ totalFen, availableFen, parts, policy }: DonateFacts): Verdict<DonateRefusal> {
  const { minDonationFen, maxProjects } = policy
  const twice = parts.find(({ fundProjectId }, index) => parts.findIndex((part) => part.fundProjectId === fundProjectId) < index)
  const closed = parts.find(({ state }) => !canReceive(state))
  const partsFen = parts.reduce((sum, { amountFen }) => sum + amountFen, 0)
  // Nothing at all is short of the least that could be given.
  const wantedFen = Math.max(totalFen, minDonationFen * parts.length)
  const small = parts.find(({ amountFen }) => amountFen < minDonationFen)
  return firstRefusal<DonateRefusal>(
    parts.length <= maxProjects ? allowed : refused('too-many-fund-projects', { count: parts.length, max: maxProjects }),
    twice === undefined ? allowed : refused('fund-project-twice', { name: twice.name }),
    closed === undefined ? allowed : refused('fund-project-not-listed', { name: closed.name, state: closed.state }),
    totalFen <= availableFen && availableFen > 0 ? allowed : refused('credit-insufficient', { wantedFen, availableFen }),
    partsFen === totalFen ? allowed : refused('parts-do-not-sum', { totalFen, partsFen }),
    small === undefined ? allowed : refused('part-below-minimum', { name: small.name, amountFen: small.amountFen, minFen: minDonationFen }),
  )
}

/** The end of the cooling time (冷静期): until then, and not at it, a donation can be undone. */
export function coolsAt(heldAt: Instant, { coolingMinutes }: { coolingMinutes: number }): Date {
  return addMinutes(heldAt, coolingMinutes)
}

/** Undoing ends at the very instant at which settling may begin, so that no moment belongs to both. */
export function canUndo(donation: { state: State; coolsAt: Instant }, now: Instant): Verdict<'donation-not-held' | 'cooling-over'> {
  if (donation.state !== 'held') return refused('donation-not-held', { state: donation.state })
  return isBefore(now, donation.coolsAt) ? allowed : refused('cooling-over', { coolsAt: toDate(donation.coolsAt).toISOString() })
}

/** At the end a part arrives, or comes back because its project takes nothing any more. */
export function partAtEnd(fundState: FundState): 'settled' | 'returned' {
  return canReceive(fundState) ? 'settled' : 'returned'
}

/** A donation of which anything arrived is settled; one that came back whole is returned. */
export function donationAtEnd(parts: readonly ('settled' | 'returned')[]): 'settled' | 'returned' {
  return parts.includes('settled') ? 'settled' : 'returned'
}
