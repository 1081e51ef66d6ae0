import * as z from 'zod/mini'
import { field, whole } from '../kernel/zod.ts'

/** Where the next page begins: opaque, given by the page before. */
export const cursor = field(z.string().check(z.maxLength(400)), 'Opaque; taken from `nextCursor` of the page before')

/** A whole number in a query string. */
export function queryWhole(min: number, max: number) {
  return z.pipe(z.coerce.number(), whole(min, max))
}

/** Paging of every list: no list is unbounded. */
export const pageQuery = {
  cursor: z.optional(cursor),
  limit: field(z._default(queryWhole(1, 100), 20), 'Items on a page, 1 to 100'),
}

/** A page of a list and where the next one begins. */
export function page<T extends z.core.$ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: field(z.nullable(z.string()), 'Null on the last page'),
  })
}

export interface Page<T> {
  items: T[]
  nextCursor: string | null
}
