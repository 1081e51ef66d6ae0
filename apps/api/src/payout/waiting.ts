import { and, count, eq, min, ne } from 'drizzle-orm'
import { holdsRole } from '../core/access.ts'
import type { WaitingReader } from '../core/waiting.ts'
import { payout } from './tables.ts'

/** Batches to approve, which the one who built them may not, and approved ones to send. */
export const payoutWaiting: WaitingReader = async (ctx, actor) => {
  if (!holdsRole(actor, 'operator')) return []
  const toApprove = ctx.db
    .select({ kind: payout.state, at: min(payout.builtAt), count: count() })
    .from(payout)
    .where(and(eq(payout.state, 'built'), ne(payout.builtBy, actor.employeeId)))
    .groupBy(payout.state)
  const toSend = ctx.db
    .select({ kind: payout.state, at: min(payout.approvedAt), count: count() })
    .from(payout)
    .where(eq(payout.state, 'approved'))
    .groupBy(payout.state)
  const rows = await toApprove.unionAll(toSend)
  return rows.map(({ kind, ...row }) => ({ kind: kind === 'built' ? 'payouts-to-approve' : 'payouts-to-send', ...row }))
}
