import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultPolicies } from '../policy/shapes.ts'
import { balancedLines } from './balanced.ts'
import {
  type Holdings,
  type MatchingRule,
  applyGrant,
  emptyHoldings,
  holdingsAfter,
  hoursEntries,
  matchMinutes,
  nextGrantFor,
  pointsFor,
} from './rules.ts'

const me = 'emp_0d3k9x2m4q7rt'
const step: MatchingRule = defaultPolicies.matching
const exact: MatchingRule = { ...step, mode: 'exact' }
const rules = { matching: step, points: defaultPolicies.points }

describe('matchMinutes', () => {
  const none = { carriedMinutes: 0, matchedMinutes: 0 }

  it('pays whole hours and carries the rest', () => {
    expect(matchMinutes(none, 90, step)).toEqual({ matchedMinutes: 60, creditFen: 10_000, carriedMinutesAfter: 30 })
    expect(matchMinutes({ carriedMinutes: 30, matchedMinutes: 60 }, 30, step)).toEqual({
      matchedMinutes: 60,
      creditFen: 10_000,
      carriedMinutesAfter: 0,
    })
    expect(matchMinutes(none, 59, step)).toEqual({ matchedMinutes: 0, creditFen: 0, carriedMinutesAfter: 59 })
  })

  it('takes back by the same rule, over the step if the carry has moved on', () => {
    expect(matchMinutes({ carriedMinutes: 10, matchedMinutes: 120 }, -90, step)).toEqual({
      matchedMinutes: -120,
      creditFen: -20_000,
      carriedMinutesAfter: 40,
    })
  })

  it('pays every minute in exact mode, and what was carried from the other mode with it', () => {
    expect(matchMinutes(none, 1, exact)).toEqual({ matchedMinutes: 1, creditFen: 166, carriedMinutesAfter: 0 })
    expect(matchMinutes({ carriedMinutes: 30, matchedMinutes: 60 }, 30, exact)).toEqual({
      matchedMinutes: 60,
      creditFen: 10_000,
      carriedMinutesAfter: 0,
    })
  })

  it('obeys each setting', () => {
    const rule = { ...step, unitMinutes: 45, unitMinutesGrantFen: 777 }
    expect(matchMinutes(none, 100, rule)).toEqual({ matchedMinutes: 90, creditFen: 1554, carriedMinutesAfter: 10 })
    expect(matchMinutes(none, 100, { ...rule, mode: 'exact' })).toEqual({ matchedMinutes: 100, creditFen: 1726, carriedMinutesAfter: 0 })
  })

  it('grants by the total alone, in either mode, after any issues and reversals in any order', () => {
    const history = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 960 }), undone: fc.boolean(), later: fc.nat() }), {
      maxLength: 40,
    })
    const rule = fc.record({
      mode: fc.constantFrom('step' as const, 'exact' as const),
      unitMinutes: fc.integer({ min: 1, max: 1440 }),
      unitMinutesGrantFen: fc.integer({ min: 0, max: 100_000_000 }),
      creditGrades: fc.constant(step.creditGrades),
    })
    fc.assert(
      fc.property(history, rule, (history, rule) => {
        const issues = history.map(({ minutes }, at) => ({ at, minutes }))
        const reversals = history.flatMap(({ minutes, undone, later }, at) =>
          undone ? [{ at: at + 0.5 + (later % 40), minutes: -minutes }] : [],
        )
        const held = { carriedMinutes: 0, matchedMinutes: 0 }
        let total = 0
        let granted = 0
        for (const { minutes } of [...issues, ...reversals].sort((a, b) => a.at - b.at)) {
          const match = matchMinutes(held, minutes, rule)
          held.carriedMinutes = match.carriedMinutesAfter
          held.matchedMinutes += match.matchedMinutes
          granted += match.creditFen
          total += minutes
          expect(held.carriedMinutes + held.matchedMinutes).toBe(total)
        }
        const units = rule.mode === 'step' ? BigInt(Math.floor(total / rule.unitMinutes)) * BigInt(rule.unitMinutes) : BigInt(total)
        expect(BigInt(granted)).toBe((units * BigInt(rule.unitMinutesGrantFen)) / BigInt(rule.unitMinutes))
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('applyGrant', () => {
  it.each([
    { creditFen: 0, owedFen: 0, delta: 10_000, credit: 10_000, owed: 0, what: 'a gain without debt is credit' },
    { creditFen: 0, owedFen: -4_000, delta: 10_000, credit: 6_000, owed: 4_000, what: 'a gain pays debt first' },
    { creditFen: 0, owedFen: -40_000, delta: 10_000, credit: 0, owed: 10_000, what: 'a gain smaller than the debt is gone' },
    { creditFen: 30_000, owedFen: 0, delta: -10_000, credit: -10_000, owed: 0, what: 'a claw-back takes what is there' },
    { creditFen: 3_000, owedFen: 0, delta: -10_000, credit: -3_000, owed: -7_000, what: 'what is not there becomes debt' },
    { creditFen: 0, owedFen: -500, delta: -10_000, credit: 0, owed: -10_000, what: 'debt grows' },
    { creditFen: 500, owedFen: 0, delta: 0, credit: 0, owed: 0, what: 'nothing changes nothing' },
  ])('$what', ({ creditFen, owedFen, delta, credit, owed }) => {
    expect(applyGrant({ creditFen, owedFen }, delta)).toEqual({ creditDelta: credit, owedDelta: owed })
  })

  it('never leaves credit below zero, debt above zero, or a fen unaccounted', () => {
    const amounts = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (creditFen, debt, delta) => {
        const { creditDelta, owedDelta } = applyGrant({ creditFen, owedFen: -debt }, delta)
        expect(creditDelta + owedDelta).toBe(delta)
        expect(creditFen + creditDelta).toBeGreaterThanOrEqual(0)
        expect(-debt + owedDelta).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('pointsFor', () => {
  it('counts the whole units of one session and takes back as many', () => {
    expect(pointsFor(59, rules.points)).toBe(0)
    expect(pointsFor(-59, rules.points)).toBe(0)
    expect(pointsFor(150, rules.points)).toBe(40)
    expect(pointsFor(-150, rules.points)).toBe(-40)
  })

  it('obeys each setting', () => {
    expect(pointsFor(150, { ...rules.points, unitMinutes: 30, unitPoints: 7 })).toBe(35)
  })
})

describe('hoursEntries', () => {
  const entriesOf = (minutes: number, holdings: Partial<Holdings> = {}, grade: 'A' | 'D' = 'A') =>
    hoursEntries({ employeeId: me, minutes, grade, holdings: { ...emptyHoldings, ...holdings } }, rules)

  it('books ninety minutes: hours, one unit of credit, thirty carried, points', () => {
    expect(entriesOf(90)).toEqual([
      { account: `${me}/hours`, amount: 90 },
      { account: 'system/hours', amount: -90 },
      { account: `${me}/carry-hours`, amount: 30 },
      { account: `${me}/matched-hours`, amount: 60 },
      { account: 'system/carry-hours', amount: -90 },
      { account: `${me}/credit`, amount: 10_000 },
      { account: 'system/credit', amount: -10_000 },
      { account: `${me}/points`, amount: 20 },
      { account: 'system/points', amount: -20 },
    ])
  })

  it('books hours alone for a grade that earns neither credit nor points, and leaves the carry as it is', () => {
    const hoursOnly = [
      { account: `${me}/hours`, amount: 90 },
      { account: 'system/hours', amount: -90 },
    ]
    expect(entriesOf(90, { carriedMinutes: 30 }, 'D')).toEqual(hoursOnly)
  })

  it('lets a grade earn points without credit, and credit without points', () => {
    const accounts = (rules: Parameters<typeof hoursEntries>[1]) =>
      hoursEntries({ employeeId: me, minutes: 60, grade: 'B', holdings: emptyHoldings }, rules).map(({ account }) => account)
    expect(accounts({ ...rules, matching: { ...step, creditGrades: ['A'] } })).toEqual([
      `${me}/hours`,
      'system/hours',
      `${me}/points`,
      'system/points',
    ])
    expect(accounts({ ...rules, points: { ...rules.points, pointsGrades: [] } })).not.toContain(`${me}/points`)
  })

  it('turns spent credit into debt when hours are taken back', () => {
    const entries = entriesOf(-60, { minutes: 60, matchedMinutes: 60, creditFen: 2_000 })
    expect(entries).toContainEqual({ account: `${me}/credit`, amount: -2_000 })
    expect(entries).toContainEqual({ account: `${me}/credit-owed`, amount: -8_000 })
    expect(entries).toContainEqual({ account: 'system/credit', amount: 10_000 })
  })

  it('makes no entries of no minutes', () => {
    expect(entriesOf(0)).toEqual([])
  })

  it('balances in every unit and is undone by its own reversal, for any history', () => {
    const grade = fc.constantFrom('A' as const, 'B' as const, 'C' as const, 'D' as const)
    const history = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 960 }), grade }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(history, fc.constantFrom(step, exact), (history, matching) => {
        const book = (holdings: Holdings, minutes: number, grade: 'A' | 'B' | 'C' | 'D') => {
          const entries = hoursEntries({ employeeId: me, minutes, grade, holdings }, { ...rules, matching })
          balancedLines(entries)
          return holdingsAfter(holdings, me, entries)
        }
        const full = history.reduce((holdings, { minutes, grade }) => book(holdings, minutes, grade), emptyHoldings)
        const undone = history.reduce((holdings, { minutes, grade }) => book(holdings, -minutes, grade), full)
        expect(undone).toEqual(emptyHoldings)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('nextGrantFor', () => {
  it('says how many minutes are missing', () => {
    expect(nextGrantFor(30, step)).toEqual({ unitMinutes: 60, carriedMinutes: 30, minutesToGo: 30, grantFen: 10_000 })
    expect(nextGrantFor(0, step).minutesToGo).toBe(60)
  })

  it('asks for one more minute when a shorter unit is full already', () => {
    expect(nextGrantFor(50, { ...step, unitMinutes: 45 }).minutesToGo).toBe(1)
  })
})
