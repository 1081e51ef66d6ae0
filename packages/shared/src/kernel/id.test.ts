import fc from 'fast-check'
import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { createIdMaker, id, idPrefixes } from './id.ts'

describe('ids', () => {
  it('sort by the time they were made', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 50 }),
        fc.integer({ min: 0, max: 1023 }),
        (steps, node) => {
          let now = 1_763_596_800_000
          const make = createIdMaker(node, () => now)
          const made = steps.map((step) => {
            now += step
            return make('journal')
          })
          expect([...made].sort()).toEqual(made)
        },
      ),
    )
  })

  it('keep their order within one millisecond, and beyond 4096 of them', () => {
    const make = createIdMaker(7, () => 1_763_596_800_000)
    const made = Array.from({ length: 10_000 }, () => make('scan'))
    expect(new Set(made).size).toBe(10_000)
    expect([...made].sort()).toEqual(made)
  })

  it('go on rising when the clock of the machine is set back', () => {
    const clock = [5000, 4000, 4500, 5001]
    const make = createIdMaker(0, () => clock.shift() ?? 0)
    const made = [make('scan'), make('scan'), make('scan'), make('scan')]
    expect([...made].sort()).toEqual(made)
    expect(new Set(made).size).toBe(4)
  })

  it('differ between processes that make them in the same millisecond', () => {
    const [one, other] = [createIdMaker(1, () => 1000), createIdMaker(2, () => 1000)]
    const made = Array.from({ length: 4096 }, () => [one('scan'), other('scan')]).flat()
    expect(new Set(made).size).toBe(8192)
  })

  it('carry a prefix of their own and fit their shape', () => {
    const make = createIdMaker(1023, () => 1_763_596_800_000)
    expect(new Set(Object.values(idPrefixes)).size).toBe(Object.keys(idPrefixes).length)
    expect(z.safeParse(id('journal'), make('journal')).success).toBe(true)
    expect(z.safeParse(id('journal'), make('session')).success).toBe(false)
    expect(z.safeParse(id('journal'), 'jnl_0D3K9X2M4Q7RT').success).toBe(false)
  })
})
