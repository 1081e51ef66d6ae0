import { expect, it } from 'vitest'
import { csvBytes } from './csv.ts'

async function written(...rows: (string | number | null)[][]): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of csvBytes(
    (async function* () {
      yield* rows
    })(),
  ))
    parts.push(part)
  return Buffer.concat(parts).toString()
}

it('begins with the mark that spreadsheet programs need, and ends each row', async () => {
  expect(await written(['姓名', '分钟'], ['陈小禾', 240])).toBe('\uFEFF姓名,分钟\r\n陈小禾,240\r\n')
})

it('quotes what would break a row, and leaves nothing empty that is not', async () => {
  expect(await written(['a,b', 'say "hi"', 'two\nlines', null, 0])).toBe('\uFEFF"a,b","say ""hi""","two\nlines",,0\r\n')
})

it.each(['=1+1', '+86', '-2', '@cmd', '\tx'])('lets no text become a formula: %j', async (text) => {
  expect(await written([text])).toBe(`\uFEFF'${text}\r\n`)
})

it('keeps numbers below zero as numbers', async () => {
  expect(await written([-240])).toBe('\uFEFF-240\r\n')
})
