import { and, count, eq, min, ne } from 'drizzle-orm'
import { holdsRole } from '../core/access.ts'
import type { WaitingReader } from '../core/waiting.ts'
import { claim } from './tables.ts'

/** Claims that wait for an operator, but for one's own. */
export const claimWaiting: WaitingReader = async (ctx, actor) => {
  if (!holdsRole(actor, 'operator')) return []
  const rows = await ctx.db
    .select({ at: min(claim.submittedAt), count: count() })
    .from(claim)
    .where(and(eq(claim.state, 'submitted'), ne(claim.employeeId, actor.employeeId)))
  return rows.map((row) => ({ kind: 'claims-to-decide', ...row }))
}
