/** `pnpm db:reset`: the database empty, migrated and with fresh demo data. Whoever uses it meanwhile loses what they see. */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise'
import { main } from './lib/lifetime.mjs'
import { requireEnv } from './lib/require-env.ts'
import { step } from './lib/say.mjs'
import { Sentence } from './lib/sentence.mjs'
import { runOurs } from './lib/setup.mjs'

await main(async () => {
  const url = new URL(requireEnv('DATABASE_URL'))
  const database = basename(url.pathname)
  const { values } = parseArgs({ options: { force: { type: 'boolean', default: false } } })
  const connection = await mysql.createConnection({ uri: url.href })
  try {
    if (!values.force && (await holdsRealPeople(connection))) {
      throw new Sentence(`${database} holds people that are no demo, so nothing was touched: pnpm db:reset --force erases them for good.`)
    }
    await connection.query('DROP DATABASE ??', [database])
    await connection.query('CREATE DATABASE ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci', [database])
  } finally {
    await connection.end()
  }
  const env = { DATABASE_URL: url.href, YIJIAN_MODE: 'demo' }
  await step('database', `migrating ${database}`, () => runOurs('apps/api/src/migrate.ts', env))
  await step('demo data', 'filling', () => runOurs('scripts/seed.ts', env))
})

/** A demo or a replay has personas, and nothing else does. */
async function holdsRealPeople(connection: Connection): Promise<boolean> {
  const has = async (table: string) => {
    const [tables] = await connection.query<RowDataPacket[]>(
      'SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?',
      [table],
    )
    if (tables.length === 0) return false
    const [rows] = await connection.query<RowDataPacket[]>('SELECT 1 FROM ?? LIMIT 1', [table])
    return rows.length > 0
  }
  return (await has('employee')) && !(await has('persona'))
}
