import { openDatabase } from '../../scripts/database.mjs'

/** One server for the whole run: a given one, or a throw-away one. Each worker makes its own database on it. */
export async function setup(): Promise<() => Promise<void>> {
  const database = await openDatabase({ given: process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL, throwaway: true })
  process.env.TEST_DATABASE_URL = database.url
  return database.stop
}
