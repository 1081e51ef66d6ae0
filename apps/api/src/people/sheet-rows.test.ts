import { expect, it } from 'vitest'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { employeeTable, xlsxOf } from '../../../../test/support/employee-files.ts'
import { sheetRows } from './sheet-rows.ts'

it('reads a large sheet while the event loop goes on', async () => {
  const people = Array.from({ length: 12_000 }, (_, n) => ({ 工号: `E${n}` }))
  const bytes = xlsxOf(employeeTable(...people))
  let longestMs = 0
  let reading = true
  const watch = async () => {
    for (let last = performance.now(); reading; last = performance.now()) {
      await pause(5)
      longestMs = Math.max(longestMs, performance.now() - last)
    }
  }
  const watching = watch()
  const beganMs = performance.now()
  const rows = await sheetRows(bytes)
  const tookMs = performance.now() - beganMs
  reading = false
  await watching
  expect(rows).toHaveLength(12_001)
  expect(rows.at(-1)?.[0]).toBe('E11999')
  // On the main thread the pause would be nearly as long as the reading.
  expect(longestMs).toBeLessThan(tookMs / 2)
})

it('says what is no sheet, and goes on reading others', async () => {
  await expect(sheetRows(Buffer.from('PK no archive'))).rejects.toBeDefined()
  expect(await sheetRows(xlsxOf([['工号'], ['E1']]))).toEqual([['工号'], ['E1']])
})
