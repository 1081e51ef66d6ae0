import * as z from 'zod/mini'
import { readCursor } from '../core/http/cursor.ts'

export interface PageQuery {
  cursor?: string | undefined
  limit: number
}

const lastId = z.tuple([z.string()])

/** The id a page ended with; most lists here are in the order of their ids. */
export function lastIn(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : readCursor(cursor, lastId)[0]
}
