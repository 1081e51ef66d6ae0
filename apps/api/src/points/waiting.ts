import { and, count, eq, min, ne } from 'drizzle-orm'
import { holdsRole } from '../core/access.ts'
import type { WaitingReader } from '../core/waiting.ts'
import { shopOrder } from './tables.ts'

/** Orders that an operator hands out; their own a colleague does. */
export const orderWaiting: WaitingReader = async (ctx, actor) => {
  if (!holdsRole(actor, 'operator')) return []
  const rows = await ctx.db
    .select({ at: min(shopOrder.placedAt), count: count() })
    .from(shopOrder)
    .where(and(eq(shopOrder.state, 'placed'), ne(shopOrder.employeeId, actor.employeeId)))
  return rows.map((row) => ({ kind: 'orders-to-hand-out', ...row }))
}
