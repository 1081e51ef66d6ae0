import { plainCell } from '@yijian/shared/stats/rules'

/** What spreadsheet programs take for UTF-8 by. */
const BOM = '\uFEFF'

/** A CSV file as bytes, row by row; the first row is the headings. Text never becomes a formula. */
export async function* csvBytes(rows: AsyncIterable<readonly (string | number | null)[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(BOM)
  for await (const row of rows) yield encoder.encode(`${row.map(cell).join(',')}\r\n`)
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = plainCell(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
