import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { pageOf, readCursor, writeCursor } from './cursor.ts'

const shape = z.tuple([z.int(), z.string()])

describe('a cursor', () => {
  it('gives back the sort values it was made of, Chinese and emoji included', () => {
    expect(readCursor(writeCursor([1_763_600_000_000, '陈小禾 🌱']), shape)).toEqual([1_763_600_000_000, '陈小禾 🌱'])
  })

  it.each(['', 'not a cursor', writeCursor(['of', 'another list']), writeCursor([1.5, 'x'])])('is refused when it is %j', (cursor) => {
    expect(() => readCursor(cursor, shape)).toThrow(expect.objectContaining({ code: 'invalid-request' }))
  })
})

describe('pageOf', () => {
  const of = { item: (n: number) => n * 10, cursor: (n: number) => [n] }

  it('keeps one row back to know whether there is a next page', () => {
    expect(pageOf([1, 2, 3], 2, of)).toEqual({ items: [10, 20], nextCursor: writeCursor([2]) })
    expect(pageOf([1, 2], 2, of)).toEqual({ items: [10, 20], nextCursor: null })
    expect(pageOf([], 2, of)).toEqual({ items: [], nextCursor: null })
  })
})
