import { drizzle, type MySql2Database } from 'drizzle-orm/mysql2'
import mysql, { type Pool, type PoolConnection } from 'mysql2/promise'

export type Db = MySql2Database
export type Connection = PoolConnection
export type { Pool }

/** A pool whose every connection speaks UTC, READ COMMITTED and strict SQL. */
export function openPool(url: string, connections: number): Pool {
  const pool = mysql.createPool({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    connectionLimit: connections,
    // An idle pool shrinks, a crowd waits in line rather than failing.
    maxIdle: connections,
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    // SUM() comes as DECIMAL; every sum here stays far below 2^53.
    decimalNumbers: true,
    charset: 'utf8mb4_unicode_ci',
    enableKeepAlive: true,
    // A stack trace for each statement, in case it fails, took a tenth of the CPU of a posting; an error names its statement.
    trace: false,
  })
  pool.on('connection', (connection) => {
    // Queued on the connection before anything else; a failure surfaces at the first statement. MySQL cuts GROUP_CONCAT at
    // 1024 bytes unless told, MariaDB at a million.
    void connection.query(
      "SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO', innodb_lock_wait_timeout = 8, group_concat_max_len = 1048576",
    )
    void connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
  })
  return pool
}

const bound = new WeakMap<object, Db>()

/** Drizzle on one connection or pool; made once for each, since a pooled connection lives long. */
export function drizzleOn(client: Pool | Connection): Db {
  // The promise pool wraps a connection anew each time it lends it; what lives long is the one inside.
  const lasting = 'connection' in client ? client.connection : client
  const known = bound.get(lasting)
  if (known !== undefined) return known
  const made = drizzle(client as Pool) as unknown as Db
  bound.set(lasting, made)
  return made
}
