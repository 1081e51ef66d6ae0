import { createHmac } from 'node:crypto'
import { drizzle } from 'drizzle-orm/mysql2'
import { migrate as applyMigrations } from 'drizzle-orm/mysql2/migrator'
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise'
import { migrationsFolder } from './migrations.ts'

/** Rows that are never changed once written; the API's database user may only insert and read them. */
const INSERT_ONLY = new Set([
  'ledger_account',
  'ledger_journal',
  'ledger_entry',
  'audit_record',
  'scan',
  'policy_version',
  'hours_correction',
  'certificate_line',
  'stock_change',
  'fund_report',
  'fund_report_image',
  'year_close',
  'year_close_journal',
])
/** The few tables whose rows may go. */
const DELETABLE = new Set(['idempotency_key', 'outbox_message', 'branch_member', 'refresh_token', 'login_hand_off', 'web_login_state'])

/** Brings a database to the newest shape, then limits what the API's own user may do to it. */
export async function migrateDatabase(ownerUrl: string): Promise<{ restrictedUser: boolean }> {
  const connection = await mysql.createConnection({ uri: ownerUrl.replace(/^mariadb:/, 'mysql:'), timezone: 'Z' })
  try {
    await applyMigrations(drizzle(connection), { migrationsFolder: migrationsFolder() })
    return { restrictedUser: await restrictRuntimeUser(connection, ownerUrl) }
  } finally {
    await connection.end()
  }
}

/** The login the API uses: `<database>_app`, with a password only the owner's login can derive. */
export function runtimeUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl.replace(/^mariadb:/, 'mysql:'))
  const { user, password } = runtimeLogin(url)
  url.username = user
  url.password = password
  return url.href
}

function runtimeLogin(url: URL): { user: string; password: string } {
  const database = url.pathname.slice(1)
  const password = createHmac('sha256', `${decodeURIComponent(url.password)}@${database}`)
    .update('runtime user')
    .digest('base64url')
  // MySQL allows 32 characters in a user name; servers that judge passwords want a letter of each case, a digit and a sign.
  return { user: `${database.slice(0, 28)}_app`, password: `${password}-Aa1` }
}

/** False when the owner may not create users; the API then runs as the owner and says so in /readyz. */
async function restrictRuntimeUser(connection: Connection, ownerUrl: string): Promise<boolean> {
  const url = new URL(ownerUrl.replace(/^mariadb:/, 'mysql:'))
  const database = url.pathname.slice(1)
  const { user, password } = runtimeLogin(url)
  try {
    await connection.query('CREATE USER IF NOT EXISTS ?@? IDENTIFIED BY ?', [user, '%', password])
    await connection.query('ALTER USER ?@? IDENTIFIED BY ?', [user, '%', password])
  } catch (error) {
    if (isDenied(error)) return false
    throw error
  }
  const [tables] = await connection.query<RowDataPacket[]>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = ?',
    [database, 'BASE TABLE'],
  )
  for (const { name } of tables as { name: string }[]) {
    await connection.query(`GRANT ${rightsOn(name)} ON ??.?? TO ?@?`, [database, name, user, '%'])
  }
  return true
}

function rightsOn(table: string): string {
  if (INSERT_ONLY.has(table)) return 'SELECT, INSERT'
  return DELETABLE.has(table) ? 'SELECT, INSERT, UPDATE, DELETE' : 'SELECT, INSERT, UPDATE'
}

function isDenied(error: unknown): boolean {
  const errno = (error as { errno?: number }).errno
  return errno === 1227 || errno === 1044 || errno === 1045 || errno === 1410
}
