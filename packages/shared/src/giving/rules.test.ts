import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DonateFacts, canDonate, canUndo, coolsAt, donationAtEnd, givableFen, partAtEnd, partsOf, totalOf } from './rules.ts'

const lunch = 'fnd_0d3k9x2m4q7rt'
const birds = 'fnd_0d3k9x2m4q7rv'
const policy = { minDonationFen: 1, maxProjects: 3 }
const part = (fundProjectId: string, amountFen: number, state: DonateFacts['parts'][number]['state'] = 'listed') => ({
  fundProjectId,
  amountFen,
  name: `项目 ${fundProjectId.slice(-2)}`,
  state,
})
const facts = (wish: Partial<DonateFacts> = {}): DonateFacts => ({
  totalFen: 30_000,
  availableFen: 30_000,
  parts: [part(lunch, 30_000)],
  policy,
  ...wish,
})
const refusalOf = (wish: Partial<DonateFacts>) => {
  const verdict = canDonate(facts(wish))
  return verdict.ok ? null : { code: verdict.code, data: verdict.data }
}

describe('what can be given', () => {
  it.each([
    [{ creditFen: 30_000, owedFen: 0 }, 30_000],
    [{ creditFen: 0, owedFen: -20_000 }, 0],
    // A donation undone after a claw-back: what is owed is not there to be given.
    [{ creditFen: 30_000, owedFen: -20_000 }, 10_000],
    [{ creditFen: 10_000, owedFen: -20_000 }, 0],
  ])('of %j is %i fen', (held, expected) => expect(givableFen(held)).toBe(expected))

  it('is taken whole by `all`, and named otherwise', () => {
    expect(totalOf('all', 12_345)).toBe(12_345)
    expect(totalOf(500, 12_345)).toBe(500)
  })
})

describe('parts', () => {
  it.each([
    [10_000, [1, 1, 1], [3334, 3333, 3333]],
    [10_000, [2, 1], [6667, 3333]],
    [1, [1, 1], [1, 0]],
    [10_001, [3, 3, 1], [4286, 4286, 1429]],
  ])('of %i fen by weights %j are %j', (total, weights, expected) => {
    const wishes = weights.map((weight, index) => ({ fundProjectId: `fnd_${index}`, weight }))
    expect(partsOf(total, wishes).map(({ amountFen }) => amountFen)).toEqual(expected)
  })

  it('sum to the whole, stay near their share and never turn negative, whatever the weights', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), weights, (totalFen, numbers) => {
        const parts = partsOf(
          totalFen,
          numbers.map((weight, index) => ({ fundProjectId: `fnd_${index}`, weight })),
        )
        const sum = numbers.reduce((a, b) => a + b, 0)
        expect(parts.reduce((total, { amountFen }) => total + amountFen, 0)).toBe(totalFen)
        for (const [index, { amountFen }] of parts.entries()) {
          expect(amountFen).toBeGreaterThanOrEqual(0)
          expect(Math.abs(amountFen - (totalFen * numbers[index]!) / sum)).toBeLessThan(1)
        }
      }),
    )
  })

  it('with amounts of their own stay as they are', () => {
    expect(partsOf(500, [{ fundProjectId: lunch, amountFen: 123 }])).toEqual([{ fundProjectId: lunch, amountFen: 123 }])
  })
})

describe('a donation', () => {
  it('may be the whole balance, to the fen', () => expect(canDonate(facts())).toEqual({ ok: true }))

  it('is not more than there is, and both figures are named', () =>
    expect(refusalOf({ availableFen: 29_999 })).toEqual({
      code: 'credit-insufficient',
      data: { wantedFen: 30_000, availableFen: 29_999 },
    }))

  it('of nothing is refused with the least that could be given', () =>
    expect(refusalOf({ totalFen: 0, availableFen: 0, parts: [part(lunch, 0)] })).toEqual({
      code: 'credit-insufficient',
      data: { wantedFen: 1, availableFen: 0 },
    }))

  it.each(['recommended', 'checked', 'paused', 'closed'] as const)('goes to no project that is %s', (state) =>
    expect(refusalOf({ parts: [part(lunch, 30_000, state)] })).toEqual({
      code: 'fund-project-not-listed',
      data: { name: '项目 rt', state },
    }),
  )

  it('names each project once', () =>
    expect(refusalOf({ parts: [part(lunch, 10_000), part(lunch, 20_000)] })).toEqual({
      code: 'fund-project-twice',
      data: { name: '项目 rt' },
    }))

  it('goes to as many projects as the policy says, not one more', () => {
    const ids = ['a', 'b', 'c', 'd']
    const parts = ids.map((name) => part(`fnd_${name}`, 7500))
    expect(refusalOf({ parts })).toEqual({ code: 'too-many-fund-projects', data: { count: 4, max: 3 } })
    expect(refusalOf({ parts, policy: { ...policy, maxProjects: 4 } })).toBeNull()
  })

  it('gives every project at least what the policy says', () => {
    const parts = [part(lunch, 29_901), part(birds, 99)]
    const refusal = { code: 'part-below-minimum', data: { name: '项目 rv', amountFen: 99, minFen: 100 } }
    expect(refusalOf({ parts, policy: { ...policy, minDonationFen: 100 } })).toEqual(refusal)
    expect(refusalOf({ parts, policy: { ...policy, minDonationFen: 99 } })).toBeNull()
  })

  it('is the sum of its parts', () =>
    expect(refusalOf({ parts: [part(lunch, 10_000), part(birds, 19_999)] })).toEqual({
      code: 'parts-do-not-sum',
      data: { totalFen: 30_000, partsFen: 29_999 },
    }))
})

describe('the cooling time', () => {
  const at = '2026-11-20T06:00:00.000Z'
  const held = { state: 'held' as const, coolsAt: coolsAt(at, { coolingMinutes: 30 }) }

  it('is what the policy says', () => {
    expect(held.coolsAt.toISOString()).toBe('2026-11-20T06:30:00.000Z')
    expect(coolsAt(at, { coolingMinutes: 0 }).toISOString()).toBe(at)
  })

  it('lets undo until its last millisecond and not at its end', () => {
    expect(canUndo(held, '2026-11-20T06:29:59.999Z')).toEqual({ ok: true })
    expect(canUndo(held, '2026-11-20T06:30:00.000Z')).toEqual({
      ok: false,
      code: 'cooling-over',
      data: { coolsAt: '2026-11-20T06:30:00.000Z' },
    })
  })

  it.each(['cancelled', 'settled', 'returned'] as const)('has nothing to undo in one that is %s', (state) =>
    expect(canUndo({ ...held, state }, at)).toMatchObject({ ok: false, code: 'donation-not-held', data: { state } }),
  )
})

describe('at the end', () => {
  it('a part arrives where its project is listed and comes back where it is not', () => {
    expect(partAtEnd('listed')).toBe('settled')
    expect(partAtEnd('paused')).toBe('returned')
    expect(partAtEnd('closed')).toBe('returned')
  })

  it('the donation is settled if anything of it arrived', () => {
    expect(donationAtEnd(['settled', 'returned'])).toBe('settled')
    expect(donationAtEnd(['returned', 'returned'])).toBe('returned')
  })
})
