import { type Column, and, gt, gte, lt, lte, or, type SQL } from 'drizzle-orm'

type Key = readonly [order: Column, id: Column]

/** Rows after a row of a list in ascending order; the plain bound in front lets an index begin there. */
export function after([order, id]: Key, [at, lastId]: readonly [unknown, string]): SQL | undefined {
  return and(gte(order, at), or(gt(order, at), gt(id, lastId)))
}

/** The same for a list in descending order. */
export function before([order, id]: Key, [at, lastId]: readonly [unknown, string]): SQL | undefined {
  return and(lte(order, at), or(lt(order, at), lt(id, lastId)))
}
