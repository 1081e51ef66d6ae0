import { describe, expect, it } from 'vitest'
import { type PayoutMove, canMovePayout, holdsLines, payoutMoves, payoutStates, progressOf } from './rules.ts'

const moves = Object.keys(payoutMoves) as PayoutMove[]
const open = { ownWork: false }

describe('canMovePayout', () => {
  it.each(moves.flatMap((move) => payoutStates.map((state) => [move, state] as const)))(
    'lets %s begin from %s only if the way leads there',
    (move, state) => {
      const { from } = payoutMoves[move]
      expect(canMovePayout({ move, state, ...open }).ok).toBe((from as readonly string[]).includes(state))
    },
  )

  it('asks another person to approve, and lets the builder do the rest', () => {
    expect(canMovePayout({ move: 'approve', state: 'built', ownWork: true })).toMatchObject({ ok: false, code: 'own-payout' })
    expect(canMovePayout({ move: 'cancel', state: 'built', ownWork: true }).ok).toBe(true)
    expect(canMovePayout({ move: 'send', state: 'approved', ownWork: true }).ok).toBe(true)
  })

  it('names the state before the person, so that a late tap reads why', () => {
    expect(canMovePayout({ move: 'approve', state: 'sent', ownWork: true })).toMatchObject({ ok: false, code: 'payout-state' })
  })
})

describe('a donation in a batch', () => {
  it('waits, is under way, and is paid when the charity confirmed', () => {
    expect(payoutStates.map(progressOf)).toEqual(['under-way', 'under-way', 'under-way', 'paid', 'waiting', 'waiting'])
    expect(progressOf(null)).toBe('waiting')
  })

  it('is set free by a batch that came back or was cancelled', () => {
    expect(payoutStates.filter((state) => !holdsLines(state))).toEqual(['bounced', 'cancelled'])
  })
})
