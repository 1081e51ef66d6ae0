import { defaultPolicies } from '@yijian/shared/policy/shapes'
import { expect, it } from 'vitest'
import { checkInState } from './check-in-state'

const session = { startsAt: '2026-11-20T08:00:00.000Z', endsAt: '2026-11-20T11:00:00.000Z' }
const state = (now: string, mine?: { inAt: string; outAt: string | null }) => checkInState(session, mine, defaultPolicies.attendance, now)

it('waits until check-in opens, and says when', () => {
  expect(state('2026-11-20T07:29:59.999Z')).toEqual({ kind: 'before', opensAt: new Date('2026-11-20T07:30:00.000Z') })
})

it('is open from half an hour before the start until the end', () => {
  expect(state('2026-11-20T07:30:00.000Z').kind).toBe('open')
  expect(state('2026-11-20T10:59:59.999Z').kind).toBe('open')
  expect(state('2026-11-20T11:00:00.000Z').kind).toBe('missed')
})

it('knows who has arrived, and lets them check out for two hours after the end', () => {
  const mine = { inAt: '2026-11-20T07:58:00.000Z', outAt: null }
  expect(state('2026-11-20T12:59:59.999Z', mine)).toEqual({ kind: 'arrived', inAt: mine.inAt, canLeave: true })
  expect(state('2026-11-20T13:00:00.000Z', mine)).toEqual({ kind: 'arrived', inAt: mine.inAt, canLeave: false })
})

it('knows who has left', () => {
  const mine = { inAt: '2026-11-20T07:58:00.000Z', outAt: '2026-11-20T11:02:00.000Z' }
  expect(state('2026-11-20T11:30:00.000Z', mine)).toEqual({ kind: 'left', ...mine })
})
