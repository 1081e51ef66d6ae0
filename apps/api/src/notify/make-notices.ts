import { type NoticeKind, sendAt } from '@yijian/shared/notify/rules'
import type { Notice, NoticeFacts } from '@yijian/shared/notify/shapes'
import { shanghaiDay, toDate } from '@yijian/shared/kernel/time'
import { inArray } from 'drizzle-orm'
import { requireSystem } from '../core/access.ts'
import { type Ctx } from '../core/context.ts'
import { putAt } from '../core/jobs/outbox.ts'
import { policyOn } from '../policy/index.ts'
import { notice } from './tables.ts'

/** One message before it is made; what does not apply is left out of its facts. */
export interface NoticeDraft {
  employeeId: string
  kind: NoticeKind
  /** Names the occasion: said once to each person. */
  subject: string
  facts: Partial<NoticeFacts>
  opens: Notice['opens']
  /** The instant it must arrive before; when the session begins, unless told. */
  before?: string
}

const NOTICES_A_STATEMENT = 500

/**
 * Puts messages into inboxes and has them sent, now or when the quiet hours end. Made again for the same occasion, a message
 * stays the one it was.
 */
export async function makeNotices(ctx: Ctx, drafts: readonly NoticeDraft[]): Promise<void> {
  requireSystem(ctx)
  const quiet = (await policyOn(ctx, 'message', shanghaiDay(ctx.now))).settings
  for (let from = 0; from < drafts.length; from += NOTICES_A_STATEMENT) {
    const some = drafts.slice(from, from + NOTICES_A_STATEMENT)
    const named = some.map((draft) => ({ id: ctx.app.newId('notice'), ...draft }))
    const rows = named.map(({ opens, before: _, ...draft }) => ({
      ...draft,
      page: opens.page,
      pageId: opens.id,
      madeAt: ctx.now,
      delivery: 'waiting' as const,
    }))
    await ctx.db.insert(notice).ignore().values(rows)
    const ids = named.map(({ id }) => id)
    const made = new Set((await ctx.db.select({ id: notice.id }).from(notice).where(inArray(notice.id, ids))).map(({ id }) => id))
    // A cancelled session tells thousands the same at the same time: one insert for all of them.
    const byDueAt = new Map<string, { noticeId: string }[]>()
    for (const { id, kind, facts, before = facts.at ?? null } of named.filter(({ id }) => made.has(id))) {
      const dueAt = sendAt(kind, { now: ctx.now, begins: before, quiet }).toISOString()
      const same = byDueAt.get(dueAt) ?? []
      same.push({ noticeId: id })
      byDueAt.set(dueAt, same)
    }
    for (const [dueAt, payloads] of byDueAt) await putAt(ctx, toDate(dueAt), 'notice.made', ...payloads)
  }
}
