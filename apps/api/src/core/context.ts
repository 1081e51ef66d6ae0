import { setTimeout as sleep } from 'node:timers/promises'
import type { RowDataPacket } from 'mysql2/promise'
import type { App, HeldRole } from './app.ts'
import { type Connection, type Db, drizzleOn } from './db/client.ts'
import { classify } from './db/errno.ts'
import { Problem, refuse } from './problems.ts'

/** Who acts: a person, a job of the system, or somebody before login. */
export type Actor =
  | { kind: 'employee'; employeeId: string; loginId: string; roles: readonly HeldRole[] }
  | { kind: 'system'; job: string }
  | { kind: 'anonymous' }

/**
 * What every verb and read receives. Inside `inTransaction` it is shadowed by one bound to the open
 * connection, so that nothing can slip past the transaction.
 */
export interface Ctx {
  app: App
  actor: Actor
  /** The database clock, taken once for each transaction or request; the only time the domain knows. */
  now: Date
  requestId: string
  /** The ORM on the open transaction, or on the pool outside one. */
  db: Db
  /** The open transaction's connection, for hot paths in plain SQL; null outside one. */
  connection: Connection | null
  log: App['log']
}

const MAX_ATTEMPTS = 8
const BASE_BACKOFF_MS = 2
const MAX_BACKOFF_MS = 50

export function createContext(app: App, actor: Actor, requestId: string, now: Date): Ctx {
  return { app, actor, now, requestId, db: drizzleOn(app.pool), connection: null, log: app.log.child({ requestId }) }
}

/** The clock of this process: for ids, token caches and log lines, never for a deadline. */
export const processClock = (): Date => new Date()

/** The database's clock, so that no process decides a deadline by its own. */
export async function databaseNow(app: App): Promise<Date> {
  const [rows] = await app.pool.query<RowDataPacket[]>('SELECT NOW(3) AS now')
  return rows[0]?.['now'] as Date
}

/**
 * Runs `fn` in one READ COMMITTED transaction and joins an open one. A conflict rolls back and runs the
 * whole function again on fresh reads; anything else rolls back and is thrown.
 *
 * @throws Problem `busy` when conflicts persist or the node is away, `outcome-unknown` when COMMIT got no answer.
 */
export async function inTransaction<T>(ctx: Ctx, fn: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.connection !== null) return fn(ctx)
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(ctx, fn)
    } catch (error) {
      if (error instanceof Problem) throw error
      const kind = classify(error)
      if (kind === 'node' || kind === 'connection') {
        ctx.log.warn({ err: error }, 'database node unavailable')
        throw refuse('busy', { retryAfterSeconds: 2 })
      }
      if (kind !== 'conflict') throw error
      if (attempt === MAX_ATTEMPTS) {
        ctx.log.error({ err: error, attempt }, 'transaction gave up after repeated conflicts')
        throw refuse('busy', { retryAfterSeconds: 1 })
      }
      await sleep(Math.random() * Math.min(MAX_BACKOFF_MS, BASE_BACKOFF_MS * 2 ** attempt))
    }
  }
}

async function attemptOnce<T>(ctx: Ctx, fn: (ctx: Ctx) => Promise<T>): Promise<T> {
  const connection = await ctx.app.pool.getConnection()
  let usable = true
  try {
    await connection.query('START TRANSACTION')
    const [rows] = await connection.query<RowDataPacket[]>('SELECT NOW(3) AS now')
    const inner: Ctx = { ...ctx, connection, db: drizzleOn(connection), now: rows[0]?.['now'] as Date }
    let kept: Problem | null = null
    const result = await fn(inner).catch((error: unknown) => {
      if (!(error instanceof Problem && error.keepsWrites)) throw error
      kept = error
      return undefined
    })
    await commit(ctx, connection)
    if (kept !== null) throw kept as Problem
    return result as T
  } catch (error) {
    usable = await rollback(connection)
    throw error
  } finally {
    if (usable) connection.release()
    else connection.destroy()
  }
}

async function commit(ctx: Ctx, connection: Connection): Promise<void> {
  try {
    await connection.query('COMMIT')
  } catch (error) {
    const kind = classify(error)
    // A certification conflict at COMMIT has rolled back for certain; a lost answer may have committed.
    if (kind === 'conflict') throw error
    ctx.log.error({ err: error }, 'commit without an answer')
    throw refuse('outcome-unknown', {})
  }
}

/** False when the connection is beyond use and must not return to the pool. */
async function rollback(connection: Connection): Promise<boolean> {
  try {
    await connection.query('ROLLBACK')
    return true
  } catch {
    return false
  }
}

/** The connection of the open transaction; a hot-path write outside one is a bug. */
export function connectionOf(ctx: Ctx): Connection {
  if (ctx.connection === null) throw new Error('this must run inside inTransaction')
  return ctx.connection
}
