import { createContext, databaseNow } from '@yijian/api/core/context'
import { migrateDatabase } from '@yijian/api/core/db/migrate'
import { ensureDefaultPolicies } from '@yijian/api/policy/index'
import mysql, { type RowDataPacket } from 'mysql2/promise'
import { openScriptApp } from '../lib/script-app.ts'
import { Sentence } from '../lib/sentence.mjs'

/**
 * Where the year is told: the given database while nobody is in it, else one of its own beside it, so that a replay
 * never mixes with a demo or with another replay.
 */
export async function replayDatabase(given: string, { year, fresh }: { year: number; fresh: boolean }): Promise<string> {
  const own = new URL(given)
  own.pathname = `${own.pathname}_replay_${year}`
  const connection = await mysql.createConnection({ uri: given })
  try {
    if (!fresh && !(await hasPeople(connection, given))) return given
    if (fresh) await connection.query('DROP DATABASE IF EXISTS ??', [nameIn(own.href)])
    await connection.query('CREATE DATABASE IF NOT EXISTS ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci', [nameIn(own.href)])
    if (!(await hasPeople(connection, own.href))) return own.href
  } finally {
    await connection.end()
  }
  throw new Sentence(
    `The database ${nameIn(own.href)} holds the year ${year} already, whole or broken off: --fresh tells it anew there, from the beginning.`,
  )
}

const nameIn = (url: string) => new URL(url).pathname.slice(1)

async function hasPeople(connection: mysql.Connection, url: string): Promise<boolean> {
  const [tables] = await connection.query<RowDataPacket[]>(
    "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = 'employee'",
    [nameIn(url)],
  )
  if (tables.length === 0) return false
  const [people] = await connection.query<RowDataPacket[]>('SELECT 1 FROM ??.employee LIMIT 1', [nameIn(url)])
  return people.length > 0
}

/** Brings the database to its newest shape, with the policies in force. */
export async function prepareDatabase(url: string): Promise<void> {
  await migrateDatabase(url)
  const app = await openScriptApp(url, 2)
  const ctx = createContext(app, { kind: 'system', job: 'replay' }, app.newId('request'), await databaseNow(app))
  await ensureDefaultPolicies(ctx)
  await app.pool.end()
}
