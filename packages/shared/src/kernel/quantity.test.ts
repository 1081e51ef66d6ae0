import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carry, share, splitByLargestRemainder } from './quantity.ts'

const unit = fc.integer({ min: 1, max: 1440 })
const amounts = fc.array(fc.integer({ min: -960, max: 960 }), { maxLength: 60 })

describe('carry', () => {
  it.each([
    { before: 0, amount: 59, units: 0, carried: 59 },
    { before: 0, amount: 60, units: 1, carried: 0 },
    { before: 0, amount: 90, units: 1, carried: 30 },
    { before: 30, amount: 30, units: 1, carried: 0 },
    { before: 59, amount: 1, units: 1, carried: 0 },
    { before: 30, amount: 240, units: 4, carried: 30 },
  ])('makes $units whole units of $before carried and $amount new minutes', ({ before, amount, units, carried }) => {
    expect(carry(before, amount, 60)).toEqual({ units, carried })
  })

  it.each([
    { before: 30, amount: -30, units: 0, carried: 0 },
    { before: 30, amount: -90, units: -1, carried: 0 },
    { before: 10, amount: -90, units: -2, carried: 40 },
    { before: 0, amount: -1, units: -1, carried: 59 },
  ])('takes $amount minutes back from $before carried by giving up $units units', ({ before, amount, units, carried }) => {
    expect(carry(before, amount, 60)).toEqual({ units, carried })
  })

  it('comes to floor(total / unit) after any gains and reversals, in any order', () => {
    fc.assert(
      fc.property(amounts, unit, (steps, unit) => {
        let granted = 0
        let carried = 0
        for (const amount of steps) {
          const step = carry(carried, amount, unit)
          granted += step.units
          carried = step.carried
          expect(carried).toBeGreaterThanOrEqual(0)
          expect(carried).toBeLessThan(unit)
        }
        const total = steps.reduce((a, b) => a + b, 0)
        expect(granted).toBe(Math.floor(total / unit))
        expect(granted * unit + carried).toBe(total)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('share', () => {
  it('pays every minute of an hour worth a hundred yuan, and the hour exactly', () => {
    const minutes = Array.from({ length: 60 }, (_, before) => share(before, 1, 60, 10_000))
    expect(new Set(minutes)).toEqual(new Set([166, 167]))
    expect(minutes.reduce((a, b) => a + b, 0)).toBe(10_000)
  })

  it('loses no fen, whatever the order and the pieces', () => {
    fc.assert(
      fc.property(amounts, unit, fc.integer({ min: 0, max: 100_000_000 }), (steps, per, grant) => {
        let total = 0
        let paid = 0
        for (const amount of steps) {
          paid += share(total, amount, per, grant)
          total += amount
        }
        expect(BigInt(paid)).toBe(floorDivide(BigInt(total) * BigInt(grant), BigInt(per)))
      }),
      { numRuns: 2000 },
    )
  })
})

function floorDivide(a: bigint, b: bigint): bigint {
  return a < 0n && a % b !== 0n ? a / b - 1n : a / b
}

describe('splitByLargestRemainder', () => {
  it('gives the odd fen to the largest remainder, and to the earlier of equals', () => {
    expect(splitByLargestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitByLargestRemainder(10, [3, 3, 4])).toEqual([3, 3, 4])
    expect(splitByLargestRemainder(5, [2, 3, 2])).toEqual([2, 2, 1])
  })

  it('gives nothing to a weight of zero', () => {
    expect(splitByLargestRemainder(99, [0, 1, 0])).toEqual([0, 99, 0])
  })

  it('sums to the whole exactly, each part within one of its share, also for amounts whose product no number holds', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000_000 }),
        weights.filter((w) => w.some((weight) => weight > 0)),
        (whole, weights) => {
          const parts = splitByLargestRemainder(whole, weights)
          expect(parts.reduce((a, b) => a + b, 0)).toBe(whole)
          const sum = weights.reduce((a, b) => a + BigInt(b), 0n)
          parts.forEach((part, index) => {
            const exact = (BigInt(whole) * BigInt(weights[index]!)) / sum
            expect([exact, exact + 1n]).toContain(BigInt(part))
          })
        },
      ),
    )
  })
})
