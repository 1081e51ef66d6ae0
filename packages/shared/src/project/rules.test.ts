import { describe, expect, it } from 'vitest'
import { defaultPolicies } from '../policy/shapes.ts'
import {
  type ProjectMove,
  type ReviewFacts,
  type SessionTimes,
  canChangeProject,
  canChangeSession,
  canClose,
  canEndHost,
  canMove,
  canOpenSession,
  canRetime,
  canReview,
  earningsOf,
  isMoved,
  projectMoves,
  projectStates,
  sessionTimesVerdict,
} from './rules.ts'

const codeOf = (verdict: { ok: boolean; code?: string }) => (verdict.ok ? 'allowed' : verdict.code)

describe('canMove', () => {
  it.each<[ProjectMove, readonly string[]]>([
    ['submit', ['draft']],
    ['publish', ['in-review']],
    ['return', ['in-review']],
    ['pause', ['published']],
    ['resume', ['paused']],
    ['close', ['draft', 'published', 'paused']],
  ])('lets a project %s from %j and from no other state', (move, states) => {
    expect(projectStates.filter((state) => canMove(move, state).ok)).toEqual(states)
  })

  it('names the present state and those it would need', () => {
    expect(canMove('pause', 'draft')).toEqual({ ok: false, code: 'project-state', data: { state: 'draft', allowed: ['published'] } })
  })

  it('publishes nothing that was not reviewed, and lets nothing out of the last state', () => {
    const moves = Object.values(projectMoves)
    expect(moves.filter(({ to }) => to === 'published').flatMap(({ from }) => [...from])).toEqual(['in-review', 'paused'])
    expect(moves.some(({ from }) => (from as readonly string[]).includes('closed'))).toBe(false)
  })
})

describe('canChangeProject', () => {
  const change = { branchId: 'brn_1' }

  it('changes words in every state but the last', () => {
    expect(projectStates.filter((state) => canChangeProject({ state, branchId: 'brn_1' }, change).ok)).toEqual([
      'draft',
      'in-review',
      'published',
      'paused',
    ])
  })

  it('moves only a draft to another branch, since the lead of a branch decided on the rest', () => {
    expect(projectStates.filter((state) => canChangeProject({ state, branchId: 'brn_2' }, change).ok)).toEqual(['draft'])
  })
})

describe('canReview', () => {
  const facts: ReviewFacts = {
    state: 'in-review',
    branchName: '深圳分会',
    inCharge: true,
    hostedEver: false,
    decision: 'published',
    reason: undefined,
  }

  it('is for another person of the right branch', () => {
    expect(codeOf(canReview(facts))).toBe('allowed')
    expect(canReview({ ...facts, inCharge: false })).toEqual({ ok: false, code: 'other-branch', data: { branch: '深圳分会' } })
    expect(codeOf(canReview({ ...facts, hostedEver: true }))).toBe('own-project')
  })

  it('asks for a reason only when the project goes back', () => {
    expect(codeOf(canReview({ ...facts, decision: 'returned' }))).toBe('reason-required')
    expect(codeOf(canReview({ ...facts, decision: 'returned', reason: '请补充安全须知' }))).toBe('allowed')
  })

  it('is over once somebody decided', () => {
    expect(codeOf(canReview({ ...facts, state: 'published' }))).toBe('project-state')
  })
})

describe('canClose', () => {
  it('waits for sessions that people look forward to', () => {
    expect(canClose({ state: 'published', sessionsAhead: 2, nextSessionAt: '2026-11-20T06:00:00.000Z' })).toEqual({
      ok: false,
      code: 'sessions-ahead',
      data: { count: 2, nextAt: '2026-11-20T06:00:00.000Z' },
    })
    expect(codeOf(canClose({ state: 'published', sessionsAhead: 0, nextSessionAt: null }))).toBe('allowed')
  })

  it('is not for a project that somebody reviews', () => {
    expect(codeOf(canClose({ state: 'in-review', sessionsAhead: 0, nextSessionAt: null }))).toBe('project-state')
  })
})

describe('canEndHost', () => {
  it('keeps one host and ends nobody twice', () => {
    expect(codeOf(canEndHost({ ended: false, activeHosts: 2 }))).toBe('allowed')
    expect(codeOf(canEndHost({ ended: false, activeHosts: 1 }))).toBe('last-host')
    expect(codeOf(canEndHost({ ended: true, activeHosts: 2 }))).toBe('state-changed')
  })
})

describe('canOpenSession', () => {
  it('is for published projects', () => {
    expect(projectStates.filter((state) => canOpenSession(state).ok)).toEqual(['published'])
  })
})

describe('sessionTimesVerdict', () => {
  const now = '2026-11-19T00:00:00.000Z'
  const times: SessionTimes = {
    startsAt: '2026-11-20T06:00:00.000Z',
    endsAt: '2026-11-20T09:00:00.000Z',
    signupOpensAt: '2026-11-01T00:00:00.000Z',
    signupClosesAt: '2026-11-20T06:00:00.000Z',
    lateCancelAt: '2026-11-19T06:00:00.000Z',
  }
  const ruleFor = (change: Partial<SessionTimes>) => {
    const verdict = sessionTimesVerdict({ ...times, ...change }, now)
    return verdict.ok ? 'allowed' : verdict.data['rule']
  }

  it('accepts times that fit together, at their very edges too', () => {
    expect(ruleFor({})).toBe('allowed')
    expect(ruleFor({ endsAt: '2026-11-21T06:00:00.000Z' })).toBe('allowed')
    expect(ruleFor({ signupClosesAt: times.endsAt })).toBe('allowed')
    expect(ruleFor({ lateCancelAt: times.startsAt })).toBe('allowed')
    expect(
      ruleFor({ startsAt: '2026-11-19T00:00:00.001Z', lateCancelAt: now, endsAt: '2026-11-20T00:00:00.000Z', signupClosesAt: now }),
    ).toBe('allowed')
  })

  it.each<[string, Partial<SessionTimes>]>([
    ['ends-after-start', { endsAt: times.startsAt }],
    ['ends-after-start', { endsAt: '2026-11-21T06:00:00.001Z' }],
    ['in-the-future', { startsAt: now, lateCancelAt: now, endsAt: '2026-11-19T03:00:00.000Z' }],
    ['signup-before-end', { signupOpensAt: times.signupClosesAt }],
    ['signup-before-end', { signupClosesAt: '2026-11-20T09:00:00.001Z' }],
    ['late-cancel-before-start', { lateCancelAt: '2026-11-20T06:00:00.001Z' }],
  ])('names the rule %s that %j breaks', (rule, change) => {
    expect(ruleFor(change)).toBe(rule)
  })
})

describe('canChangeSession', () => {
  const open = { state: 'open' as const, cancelReason: null, startsAt: '2026-11-20T06:00:00.000Z' }

  it('ends with the start of the session', () => {
    expect(codeOf(canChangeSession(open, '2026-11-20T05:59:59.999Z'))).toBe('allowed')
    expect(codeOf(canChangeSession(open, '2026-11-20T06:00:00.000Z'))).toBe('session-started')
  })

  it('finds nothing to change in a cancelled session', () => {
    expect(canChangeSession({ ...open, state: 'cancelled', cancelReason: '台风预警' }, '2026-11-19T00:00:00.000Z')).toEqual({
      ok: false,
      code: 'session-cancelled',
      data: { reason: '台风预警' },
    })
  })
})

describe('earningsOf', () => {
  const { matching, points } = defaultPolicies
  const session = { startsAt: '2026-11-20T06:00:00.000Z', endsAt: '2026-11-20T08:30:00.000Z' }

  it('says what two hours and a half bring by the policies given', () => {
    expect(earningsOf(session, { matching, points })).toEqual({ minutes: 150, creditFen: 20_000, points: 40 })
  })

  it('pays every minute where the policy is exact', () => {
    expect(earningsOf(session, { matching: { ...matching, mode: 'exact' }, points }).creditFen).toBe(25_000)
  })

  it('promises nothing where scanned hours earn nothing', () => {
    const none = { matching: { ...matching, creditGrades: [] }, points: { ...points, pointsGrades: [] } }
    expect(earningsOf(session, none)).toEqual({ minutes: 150, creditFen: 0, points: 0 })
  })
})

describe('isMoved', () => {
  const before = {
    startsAt: new Date('2026-11-20T06:00:00.000Z'),
    endsAt: new Date('2026-11-20T09:00:00.000Z'),
    city: '深圳',
    place: '深圳湾公园 B 口集合',
    online: false,
  }
  const same = { ...before, startsAt: '2026-11-20T06:00:00.000Z', endsAt: '2026-11-20T09:00:00.000Z' }

  it('is told by times and places, however they are written', () => {
    expect(isMoved(before, same)).toBe(false)
  })

  it.each([
    { startsAt: '2026-11-20T06:00:00.001Z' },
    { endsAt: '2026-11-20T08:00:00.000Z' },
    { city: null },
    { place: 'A 口集合' },
    { online: true },
  ])('sees %j', (change) => expect(isMoved(before, { ...same, ...change })).toBe(true))
})

describe('canRetime', () => {
  const before = { startsAt: '2026-11-20T06:00:00.000Z', endsAt: '2026-11-20T09:00:00.000Z' }
  const later = { ...before, endsAt: '2026-11-20T10:00:00.000Z' }
  const at = (now: string, after = later) => codeOf(canRetime(before, after, { opensBeforeMinutes: 30, now }))

  it('lets times change until the door opens', () => {
    expect([at('2026-11-20T05:29:59.999Z'), at('2026-11-20T05:30:00.000Z')]).toEqual(['allowed', 'check-in-open'])
  })

  it('minds only times', () => expect(at('2026-11-20T05:30:00.000Z', before)).toBe('allowed'))
})
