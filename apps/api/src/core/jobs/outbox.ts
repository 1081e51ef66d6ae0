import type { Ctx } from '../context.ts'
import { outboxMessage } from '../tables.ts'
import type { Topic, Topics } from './topics.ts'

/** Puts work that may follow the commit into the same transaction; several payloads are one insert. */
export async function put<T extends Topic>(ctx: Ctx, topic: T, ...payloads: Topics[T][]): Promise<void> {
  await putAt(ctx, ctx.now, topic, ...payloads)
}

/** The same, to be done at an instant to come: the scheduler is the outbox itself. */
export async function putAt<T extends Topic>(ctx: Ctx, dueAt: Date, topic: T, ...payloads: Topics[T][]): Promise<void> {
  const listeners = ctx.app.listeners.filter((listener) => listener.topic === topic)
  const rows = payloads.flatMap((payload) =>
    listeners.map(({ name }) => ({
      id: ctx.app.newId('message'),
      topic,
      listener: name,
      payload: { ...payload },
      state: 'waiting' as const,
      attempts: 0,
      dueAt,
      createdAt: ctx.now,
    })),
  )
  if (rows.length > 0) await ctx.db.insert(outboxMessage).values(rows)
}
