import type { RowDataPacket } from 'mysql2/promise'
import type { Ctx } from '../core/context.ts'
import { drizzleOn } from '../core/db/client.ts'

/**
 * Reads many statements from one consistent snapshot, on a connection of its own and without a lock; joins an open
 * transaction. The clock is read first, so that nothing later than `now` can be missing from what is claimed as of it.
 */
export async function inSnapshot<T>(ctx: Ctx, fn: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.connection !== null) return fn(ctx)
  const connection = await ctx.app.pool.getConnection()
  try {
    // For the next transaction only; the session stays READ COMMITTED.
    await connection.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    const [rows] = await connection.query<RowDataPacket[]>('SELECT NOW(3) AS now')
    await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY')
    return await fn({ ...ctx, connection, db: drizzleOn(connection), now: rows[0]?.['now'] as Date })
  } finally {
    const usable = await connection.query('ROLLBACK').then(
      () => true,
      () => false,
    )
    if (usable) connection.release()
    else connection.destroy()
  }
}
