import type { App } from '@yijian/api/core/app'
import { type Actor, type Ctx, createContext } from '@yijian/api/core/context'
import type { Connection, Pool } from '@yijian/api/core/db/client'

/**
 * An app whose database clock stands where it is told, for telling the past through the real verbs: `ctx.now` is the
 * clock of the connection, and `SET timestamp` moves that. Only scripts may import this, so no route ever can.
 */
export interface ClockedApp {
  app: App
  /** Moves the clock; transactions that begin from here on see it. */
  setClock: (at: Date) => void
  /** A context for somebody at the present place of the clock. */
  as: (actor: Actor) => Ctx
}

export function clockedApp(app: App, startAt: Date): ClockedApp {
  let now = startAt
  const clocked: App = { ...app, pool: clockedPool(app.pool, () => now) }
  return {
    app: clocked,
    setClock: (at) => void (now = at),
    as: (actor) => createContext(clocked, actor, clocked.newId('request'), now),
  }
}

/** Every connection it gives has its clock set first; it belongs to a pool that nothing else uses. */
function clockedPool(pool: Pool, clock: () => Date): Pool {
  const setTo = new WeakMap<object, number>()
  const getConnection = async (): Promise<Connection> => {
    const connection = await pool.getConnection()
    const seconds = clock().getTime() / 1000
    // The pool wraps a connection anew each time it is given out; what lies inside stays the same.
    if (setTo.get(connection.connection) !== seconds) await connection.query('SET timestamp = ?', [seconds])
    setTo.set(connection.connection, seconds)
    return connection
  }
  const withConnection = async <T>(fn: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await getConnection()
    try {
      return await fn(connection)
    } finally {
      connection.release()
    }
  }
  const query = (...statement: [sql: string, values?: unknown[]]) => withConnection((connection) => connection.query(...statement))
  const execute = (...statement: [sql: string, values?: (string | number | null)[]]) =>
    withConnection((connection) => connection.execute(...statement))
  // What verbs, reads and drizzle use of a pool; the rest is not there to be used.
  return { getConnection, query, execute, end: () => pool.end() } as unknown as Pool
}
