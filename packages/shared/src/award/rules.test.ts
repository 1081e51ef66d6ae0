import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Contender,
  type CycleTimes,
  type Marks,
  canAnswer,
  canDecideObjection,
  canNominate,
  canObject,
  canPropose,
  canPublishLeaders,
  canScore,
  conflictOf,
  cycleDaysVerdict,
  phaseAt,
  rank,
  weighted,
  weightsComplete,
  winnersOf,
} from './rules.ts'

const even: Marks = { innovation: 25, impact: 25, uniqueness: 25, sustainability: 25 }
const marks = (innovation: number, impact: number, uniqueness: number, sustainability: number): Marks => ({
  innovation,
  impact,
  uniqueness,
  sustainability,
})

describe('phaseAt', () => {
  const cycle: CycleTimes = {
    state: 'announced',
    nominationOpensOn: '2026-12-01',
    nominationClosesOn: '2026-12-10',
    scoringClosesOn: '2026-12-20',
    publicityEndsAt: null,
  }

  it.each([
    ['2026-11-30T15:59:59.999Z', 'announced'],
    ['2026-11-30T16:00:00.000Z', 'nominating'],
    ['2026-12-10T15:59:59.999Z', 'nominating'],
    ['2026-12-10T16:00:00.000Z', 'scoring'],
    ['2026-12-20T15:59:59.999Z', 'scoring'],
    ['2026-12-20T16:00:00.000Z', 'deciding'],
  ])('at %s is %s: whole days in Shanghai', (now, phase) => expect(phaseAt(cycle, now)).toBe(phase))

  it('ends the publicity period by its instant', () => {
    const shown = { ...cycle, state: 'publicity' as const, publicityEndsAt: '2026-12-28T16:00:00.000Z' }
    expect(phaseAt(shown, '2026-12-28T15:59:59.999Z')).toBe('publicity')
    expect(phaseAt(shown, '2026-12-28T16:00:00.000Z')).toBe('publishing')
    expect(phaseAt({ ...shown, state: 'published' }, '2026-12-01T00:00:00.000Z')).toBe('published')
  })
})

describe('cycleDaysVerdict', () => {
  const days = { nominationOpensOn: '2026-12-01', nominationClosesOn: '2026-12-10', frozenOn: '2026-12-10', scoringClosesOn: '2026-12-20' }
  it.each([
    [{}, null],
    [{ nominationClosesOn: '2026-11-30' }, 'nominations-end-after-start'],
    [{ frozenOn: '2026-12-11' }, 'frozen-before-close'],
    [{ scoringClosesOn: '2026-12-10' }, 'scores-after-nominations'],
  ])('%j is refused by %s', (change, rule) =>
    expect(cycleDaysVerdict({ ...days, ...change })).toMatchObject(rule === null ? { ok: true } : { ok: false, data: { rule } }),
  )
})

describe('canNominate', () => {
  const facts = {
    phase: 'nominating' as const,
    kind: 'peer' as const,
    nominatorId: 'a',
    nominee: { id: 'b', name: '孟晓棠', hostedSessions: 1 },
    branchFits: false,
    year: 2026,
  }
  it.each([
    [facts, null],
    [{ ...facts, kind: 'self' as const, nominatorId: 'b' }, null],
    [{ ...facts, kind: 'branch' as const, branchFits: true }, null],
    [{ ...facts, kind: 'branch' as const }, 'nomination-kind'],
    [{ ...facts, kind: 'self' as const }, 'nomination-kind'],
    [{ ...facts, nominatorId: 'b' }, 'nomination-kind'],
    [{ ...facts, nominee: { ...facts.nominee, hostedSessions: 0 } }, 'nominee-not-host'],
    [{ ...facts, phase: 'scoring' as const }, 'award-phase'],
  ])('answers %#', (given, code) => expect(canNominate(given)).toMatchObject(code === null ? { ok: true } : { code }))
})

describe('answers, scores and objections', () => {
  it('lets only the nominee answer, once, in time', () => {
    expect(canAnswer({ phase: 'nominating', state: 'proposed', own: true }).ok).toBe(true)
    expect(canAnswer({ phase: 'nominating', state: 'proposed', own: false })).toMatchObject({ code: 'not-nominee' })
    expect(canAnswer({ phase: 'nominating', state: 'declined', own: true })).toMatchObject({ code: 'nomination-answered' })
    expect(canAnswer({ phase: 'scoring', state: 'proposed', own: true })).toMatchObject({ code: 'award-phase' })
  })

  const judge = { id: 'j', department: '法务' }
  const nominee = { id: 'n', department: '技术' }
  const none = { judge, nominee, nominatorId: 'p', hostedTogether: false, declared: false }
  it.each([
    [none, null],
    [{ ...none, judge: { ...judge, id: 'n' } }, 'nominee'],
    [{ ...none, nominatorId: 'j' }, 'nominator'],
    [{ ...none, judge: { ...judge, department: '技术' } }, 'same-department'],
    [{ ...none, hostedTogether: true }, 'same-project'],
    [{ ...none, declared: true }, 'declared'],
  ])('sees the conflict of interest %#', (facts, conflict) => expect(conflictOf(facts)).toBe(conflict))

  it.each([
    [{}, null],
    [{ sits: false }, 'not-on-jury'],
    [{ phase: 'deciding' as const }, 'award-phase'],
    [{ state: 'declined' }, 'nomination-answered'],
    [{ conflict: 'nominator' as const }, 'conflict-of-interest'],
  ])('takes a score, or refuses it %#', (change, code) =>
    expect(canScore({ phase: 'scoring', sits: true, state: 'accepted', conflict: null, ...change })).toMatchObject(
      code === null ? { ok: true } : { code },
    ),
  )

  it('wants a reason for each winner and for nobody else', () => {
    const winners = [{ nominationId: 'a', name: '孟晓棠' }]
    const propose = (reasons: [string, string][], phase: 'deciding' | 'scoring' = 'deciding') =>
      canPropose({ phase, winners, reasons: new Map(reasons) })
    expect(propose([['a', '因为']]).ok).toBe(true)
    expect(propose([])).toMatchObject({ code: 'leader-reasons', data: { missing: '孟晓棠', others: 0 } })
    expect(
      propose([
        ['a', '因为'],
        ['b', '也'],
      ]),
    ).toMatchObject({ code: 'leader-reasons', data: { missing: '', others: 1 } })
    expect(propose([['a', '因为']], 'scoring')).toMatchObject({ code: 'award-phase' })
    expect(canPropose({ phase: 'deciding', winners: [], reasons: new Map() })).toMatchObject({ code: 'nobody-scored' })
  })

  it('hears objections of others in the publicity period, and publishes when all are decided', () => {
    expect(canObject({ phase: 'publicity', own: false, standing: true }).ok).toBe(true)
    expect(canObject({ phase: 'publicity', own: true, standing: true })).toMatchObject({ code: 'own-leadership' })
    expect(canObject({ phase: 'publicity', own: false, standing: false })).toMatchObject({ code: 'leader-removed' })
    expect(canObject({ phase: 'publishing', own: false, standing: true })).toMatchObject({ code: 'award-phase' })
    expect(canDecideObjection({ phase: 'publishing', state: 'open', involved: false }).ok).toBe(true)
    expect(canDecideObjection({ phase: 'publicity', state: 'open', involved: true })).toMatchObject({ code: 'own-objection' })
    expect(canDecideObjection({ phase: 'publicity', state: 'upheld', involved: false })).toMatchObject({ code: 'objection-decided' })
    expect(canPublishLeaders({ phase: 'publishing', openObjections: 0, involved: false }).ok).toBe(true)
    expect(canPublishLeaders({ phase: 'publicity', openObjections: 0, involved: false })).toMatchObject({ code: 'award-phase' })
    expect(canPublishLeaders({ phase: 'publishing', openObjections: 2, involved: false })).toMatchObject({ code: 'objections-open' })
    expect(canPublishLeaders({ phase: 'publishing', openObjections: 0, involved: true })).toMatchObject({ code: 'own-leadership' })
  })
})

describe('rank', () => {
  const contender = (nominationId: string, volunteerMinutes: number, ...scores: Marks[]): Contender => ({
    nominationId,
    volunteerMinutes,
    scores,
  })
  const orderOf = (contenders: Contender[], weights = even, least = 1) =>
    rank(contenders, weights, least).map(({ nominationId, rank }) => [nominationId, rank])

  it('weighs each mark', () => {
    expect(weighted(marks(10, 1, 1, 1), { innovation: 40, impact: 30, uniqueness: 20, sustainability: 10 })).toBe(460)
    expect(weightsComplete(even)).toBe(true)
    expect(weightsComplete({ ...even, impact: 26 })).toBe(false)
  })

  it('goes by the mean, however many judges there were', () => {
    const two = contender('two', 0, marks(8, 8, 8, 8), marks(7, 7, 7, 7))
    const three = contender('three', 0, marks(8, 8, 8, 8), marks(8, 8, 8, 8), marks(7, 7, 7, 7))
    expect(orderOf([two, three])).toEqual([
      ['three', 1],
      ['two', 2],
    ])
    expect(rank([three], even, 1)[0]).toMatchObject({ judges: 3, meanThousandths: 766_666, complete: true })
  })

  it('breaks ties by impact, then sustainability, then volunteer minutes, and else shares the place', () => {
    expect(orderOf([contender('a', 0, marks(9, 7, 8, 8)), contender('b', 0, marks(7, 9, 8, 8))])).toEqual([
      ['b', 1],
      ['a', 2],
    ])
    expect(orderOf([contender('a', 0, marks(9, 8, 8, 7)), contender('b', 0, marks(7, 8, 8, 9))])).toEqual([
      ['b', 1],
      ['a', 2],
    ])
    expect(orderOf([contender('a', 60, marks(8, 8, 8, 8)), contender('b', 90, marks(8, 8, 8, 8))])).toEqual([
      ['b', 1],
      ['a', 2],
    ])
    const alike = ['a', 'b'].map((name) => contender(name, 60, marks(8, 8, 8, 8)))
    expect(orderOf([...alike, contender('c', 0, marks(1, 1, 1, 1))])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ])
  })

  it('puts those behind whom too few judges scored, and lets none of them win', () => {
    const few = contender('few', 0, marks(10, 10, 10, 10))
    const enough = contender('enough', 0, marks(5, 5, 5, 5), marks(5, 5, 5, 5))
    const ranked = rank([few, enough, contender('none', 0)], even, 2)
    expect(ranked.map(({ nominationId, complete }) => [nominationId, complete])).toEqual([
      ['enough', true],
      ['few', false],
      ['none', false],
    ])
    expect(winnersOf(ranked, 2).map(({ nominationId }) => nominationId)).toEqual(['enough'])
  })

  it('gives a shared last place to all who share it', () => {
    const alike = ['a', 'b', 'c'].map((name) => contender(name, 60, marks(8, 8, 8, 8)))
    expect(winnersOf(rank(alike, even, 1), 1)).toHaveLength(3)
  })

  it('does not depend on the order in which scores came', () => {
    const mark = fc.integer({ min: 1, max: 10 })
    const score = fc.record({ innovation: mark, impact: mark, uniqueness: mark, sustainability: mark })
    const field = fc.array(fc.array(score, { maxLength: 5 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(field, (all) => {
        const contenders = all.map((scores, index) => contender(`n${index}`, 0, ...scores))
        const ranks = (of: Contender[]) => new Map(rank(of, even, 2).map(({ nominationId, rank }) => [nominationId, rank]))
        const turned = contenders.map((one) => ({ ...one, scores: [...one.scores].reverse() })).reverse()
        expect(ranks(turned)).toEqual(ranks(contenders))
      }),
    )
  })
})
