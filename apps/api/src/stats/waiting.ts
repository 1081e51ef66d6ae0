import { and, countDistinct, eq, isNotNull, min, ne, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/mysql-core'
import { holdsRole } from '../core/access.ts'
import type { WaitingReader } from '../core/waiting.ts'
import { hrExport, yearClose } from './tables.ts'

/**
 * Scopes whose last word is an export that failed: HR exports again, an operator looks after the ledger. A newer file of
 * the same scope clears it, and so does the close of the year, after which there is none of the company any more.
 */
export const exportWaiting: WaitingReader = async (ctx, actor) => {
  if (!holdsRole(actor, 'hr') && !holdsRole(actor, 'operator')) return []
  const newer = alias(hrExport, 'newer')
  const cleared = ctx.db
    .select({ id: newer.id })
    .from(newer)
    .where(
      and(
        eq(newer.state, 'ready'),
        eq(newer.kind, hrExport.kind),
        eq(newer.year, hrExport.year),
        sql`${newer.branchId} <=> ${hrExport.branchId}`,
        sql`${newer.id} > ${hrExport.id}`,
      ),
    )
  const closed = ctx.db.select({ year: yearClose.year }).from(yearClose).where(eq(yearClose.year, hrExport.year))
  const scope = sql`concat_ws('/', ${hrExport.kind}, ${hrExport.year}, ${hrExport.branchId})`
  const rows = await ctx.db
    .select({ at: min(hrExport.finishedAt), count: countDistinct(scope) })
    .from(hrExport)
    .where(
      and(eq(hrExport.state, 'failed'), notExists(cleared), or(ne(hrExport.kind, 'year'), isNotNull(hrExport.branchId), notExists(closed))),
    )
  return rows.map((row) => ({ kind: 'exports-failed', ...row }))
}
