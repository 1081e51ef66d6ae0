import type { NoticeKind } from '@yijian/shared/notify/rules'
import { sql } from 'drizzle-orm'
import { requireEmployee } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { messageConsent } from './tables.ts'

/** Counts consents that were given in WeChat's own question; kinds without a template here are not recorded. */
export async function recordMessageConsent(ctx: Ctx, accepted: readonly NoticeKind[]): Promise<{ recorded: NoticeKind[] }> {
  const { employeeId } = requireEmployee(ctx)
  const templates = ctx.app.config.wechat?.templates ?? {}
  const recorded = [...new Set(accepted)].filter((kind) => templates[kind] !== undefined)
  if (recorded.length === 0) return { recorded }
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .insert(messageConsent)
      .values(recorded.map((kind) => ({ employeeId, kind, left: 1 })))
      .onDuplicateKeyUpdate({ set: { left: sql`consents_left + 1` } })
    await record(ctx, { action: 'consent.recorded', subject: employeeId, detail: { kinds: recorded } })
    return { recorded }
  })
}
