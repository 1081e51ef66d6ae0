import type { Ctx } from '@yijian/api/core/context'
import { type Listeners, type Topic, listener } from '@yijian/api/core/jobs/topics'
import { outboxMessage } from '@yijian/api/core/tables'
import { asc, eq } from 'drizzle-orm'

/** Listeners that make messages of these topics be kept; for apps whose worker does not run. */
export function listenersTo(...topics: Topic[]): Listeners {
  return topics.map((topic) => listener({ topic, name: 'test', hear: async () => {} }))
}

/** What was put into the outbox for a topic about a thing, in order. */
export async function messagesOf(ctx: Ctx, topic: Topic, about: string): Promise<Record<string, unknown>[]> {
  const rows = await ctx.db.select().from(outboxMessage).where(eq(outboxMessage.topic, topic)).orderBy(asc(outboxMessage.id))
  return rows.map(({ payload }) => payload).filter((payload) => Object.values(payload).includes(about))
}
