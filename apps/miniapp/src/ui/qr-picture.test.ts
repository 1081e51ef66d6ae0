import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { drawQr } from './qr-picture'

const TEXT = 'yj1.ses_0d3k9x2m4q7rt.in.58213377.Zk3vQ9sT1uXw0aBc'

/** Paints the picture's path back into modules. */
function modulesOf(uri: string, side: number): boolean[][] {
  const svg = decodeURIComponent(uri.slice('data:image/svg+xml,'.length))
  const grid = Array.from({ length: side }, () => Array.from({ length: side }, () => false))
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = Number(x); at < Number(x) + Number(width); at++) grid[Number(y)]![at] = true
  }
  return grid
}

it('draws each module of the code where it belongs, with four modules of white around', () => {
  const { data, size } = encode(TEXT, { ecc: 'M', border: 0 })
  const { side, uri } = drawQr(TEXT)
  expect(side).toBe(size + 8)
  const grid = modulesOf(uri, side)
  expect(grid.slice(4, -4).map((row) => row.slice(4, -4))).toEqual(data)
  const around = grid.flatMap((row, y) => row.filter((_, x) => Math.min(x, y, side - 1 - x, side - 1 - y) < 4))
  expect(around).not.toContain(true)
})
