import type { Page } from '@yijian/shared/http/page'
import { id } from '@yijian/shared/kernel/id'
import type { InboxState, MessageTemplates, Notice } from '@yijian/shared/notify/shapes'
import { and, count, desc, eq, isNull, lt } from 'drizzle-orm'
import * as z from 'zod/mini'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { everyFact } from './every-fact.ts'
import { notice } from './tables.ts'

const lastNotice = z.tuple([id('notice')])

export async function listMyNotices(ctx: Ctx, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<Notice>> {
  const { employeeId } = requireEmployee(ctx)
  const [last] = cursor === undefined ? [] : readCursor(cursor, lastNotice)
  const rows = await ctx.db
    .select()
    .from(notice)
    .where(and(eq(notice.employeeId, employeeId), last === undefined ? undefined : lt(notice.id, last)))
    .orderBy(desc(notice.id))
    .limit(limit + 1)
  return pageOf(rows, limit, { item: toNotice, cursor: (row) => [row.id] })
}

function toNotice({ id, kind, facts, page, pageId, madeAt, readAt }: typeof notice.$inferSelect): Notice {
  return {
    id,
    kind,
    facts: everyFact(facts),
    opens: { page, id: pageId },
    madeAt: madeAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }
}

export async function getInboxState(ctx: Ctx): Promise<InboxState> {
  const { employeeId } = requireEmployee(ctx)
  const [row] = await ctx.db
    .select({ unread: count() })
    .from(notice)
    .where(and(eq(notice.employeeId, employeeId), isNull(notice.readAt)))
  return { unread: row?.unread ?? 0 }
}

/** What may be asked consent for, as this deployment is set up. */
export function listMessageTemplates(ctx: Ctx): MessageTemplates {
  const templates = ctx.app.config.wechat?.templates ?? {}
  return { items: Object.entries(templates).map(([kind, { id }]) => ({ kind: kind as Notice['kind'], templateId: id })) }
}
