import * as z from 'zod/mini'
import { refuse } from '../problems.ts'

/** Where a page ended, as the opaque text that travels: the sort values of its last row. */
export function writeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The sort values of the row before, held to the shape of the list. @throws Problem `invalid-request` */
export function readCursor<T extends z.core.$ZodType>(cursor: string, shape: T): z.core.output<T> {
  const parsed = z.safeParse(shape, fromText(cursor))
  if (parsed.success) return parsed.data
  const error = { at: 'query.cursor', zh: '翻页标记无效，请从第一页重新开始', en: 'Not a cursor of this list; begin at the first page' }
  throw refuse('invalid-request', { count: 1 }, { errors: [error] })
}

function fromText(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

/** Cuts the row that was read beyond the page and says where the next page begins. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  of: { item: (row: Row) => Item; cursor: (row: Row) => readonly (string | number)[] },
): { items: Item[]; nextCursor: string | null } {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return { items: kept.map(of.item), nextCursor: rows.length > limit && last !== undefined ? writeCursor(of.cursor(last)) : null }
}
