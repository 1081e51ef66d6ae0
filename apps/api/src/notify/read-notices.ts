import type { InboxState } from '@yijian/shared/notify/shapes'
import { and, eq, isNull, lte } from 'drizzle-orm'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { getInboxState } from './inbox.ts'
import { notice } from './tables.ts'

/** Marks what was seen as read; messages that came after it stay new. No trace is left: it is nobody else's business. */
export async function readNotices(ctx: Ctx, upTo: string): Promise<InboxState> {
  const { employeeId } = requireEmployee(ctx)
  await ctx.db
    .update(notice)
    .set({ readAt: ctx.now })
    .where(and(eq(notice.employeeId, employeeId), lte(notice.id, upTo), isNull(notice.readAt)))
  return getInboxState(ctx)
}
