import { type Verdict, allowed, firstRefusal, refused } from '../kernel/verdict.ts'

/** States of a payout batch (拨付); the way from one to the next is `payoutMoves`. */
export const payoutStates = ['built', 'approved', 'sent', 'confirmed', 'bounced', 'cancelled'] as const
type State = (typeof payoutStates)[number]

/** Every way a batch may move. Once it is sent only the bank and the charity end it. */
export const payoutMoves = {
  approve: { from: ['built'], to: 'approved' },
  send: { from: ['approved'], to: 'sent' },
  confirm: { from: ['sent'], to: 'confirmed' },
  bounce: { from: ['sent'], to: 'bounced' },
  cancel: { from: ['built', 'approved'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>
export type PayoutMove = keyof typeof payoutMoves

/** The donations of a batch belong to it while it lives; one that failed sets them free for the next. */
export function holdsLines(state: State): boolean {
  return state !== 'bounced' && state !== 'cancelled'
}

export interface PayoutMoveFacts {
  move: PayoutMove
  state: State
  /** Who moves it built the batch. */
  ownWork: boolean
}

/** In order, and approved by another person than the one who built it. */
export function canMovePayout({ move, state, ownWork }: PayoutMoveFacts): Verdict<'payout-state' | 'own-payout'> {
  const { from } = payoutMoves[move]
  return firstRefusal<'payout-state' | 'own-payout'>(
    (from as readonly State[]).includes(state) ? allowed : refused('payout-state', { state, allowed: [...from] }),
    move === 'approve' && ownWork ? refused('own-payout') : allowed,
  )
}

/** Where a settled donation stands, as its giver sees it. */
export const payoutProgress = ['waiting', 'under-way', 'paid'] as const
export function progressOf(state: State | null): (typeof payoutProgress)[number] {
  if (state === null || !holdsLines(state)) return 'waiting'
  return state === 'confirmed' ? 'paid' : 'under-way'
}
