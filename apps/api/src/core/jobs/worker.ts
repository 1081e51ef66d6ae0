import { setTimeout as sleep } from 'node:timers/promises'
import { addMinutes } from '@yijian/shared/kernel/time'
import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import type { RowDataPacket } from 'mysql2/promise'
import type { App } from '../app.ts'
import { createContext, databaseNow, inTransaction } from '../context.ts'
import { outboxMessage } from '../tables.ts'

const CLAIM_SIZE = 16
const LEASE_MINUTES = 2
const MAX_ATTEMPTS = 8
const IDLE_MS = 400

type Message = typeof outboxMessage.$inferSelect

export interface Worker {
  /** Takes no more work, ends what is in hand, gives the rest back. */
  stop: () => Promise<void>
}

/** Runs the outbox until stopped; any number of processes may do so side by side. */
export function startWorker(app: App): Worker {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const worked = await workOnce(app, stopping.signal).catch((error: unknown) => {
        app.log.error({ err: error }, 'outbox worker fault')
        return 0
      })
      if (worked === 0) await sleep(IDLE_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** Claims what is due and works on it; returns how many messages were claimed. */
export async function workOnce(app: App, stopping?: AbortSignal): Promise<number> {
  const messages = await claim(app)
  for (const [index, message] of messages.entries()) {
    if (stopping?.aborted === true) {
      await giveBack(app, messages.slice(index))
      break
    }
    await workOn(app, message)
  }
  return messages.length
}

/** A short transaction that skips what others hold, so that no handler ever runs inside a claim's locks. */
async function claim(app: App): Promise<Message[]> {
  const now = await whenDue(app)
  if (now === null) return []
  const ctx = createContext(app, { kind: 'system', job: 'outbox' }, app.newId('request'), now)
  return inTransaction(ctx, async (ctx) => {
    const due = await ctx.db
      .select()
      .from(outboxMessage)
      .where(and(eq(outboxMessage.state, 'waiting'), lte(outboxMessage.dueAt, ctx.now)))
      .orderBy(asc(outboxMessage.dueAt))
      .limit(CLAIM_SIZE)
      .for('update', { skipLocked: true })
    if (due.length === 0) return []
    const ids = due.map((message) => message.id)
    await ctx.db
      .update(outboxMessage)
      .set({ dueAt: addMinutes(ctx.now, LEASE_MINUTES) })
      .where(inArray(outboxMessage.id, ids))
    return due
  })
}

/** The present moment when something is due, in one statement and without a lock: most looks find nothing. */
async function whenDue(app: App): Promise<Date | null> {
  const [rows] = await app.pool.query<RowDataPacket[]>(
    `SELECT NOW(3) AS now FROM DUAL WHERE EXISTS (SELECT 1 FROM outbox_message WHERE state = 'waiting' AND due_at <= NOW(3))`,
  )
  return (rows[0]?.['now'] as Date | undefined) ?? null
}

/** The effect and the mark "done" are one transaction: after a crash the message is simply due again. */
async function workOn(app: App, message: Message): Promise<void> {
  const listener = app.listeners.find(({ name, topic }) => name === message.listener && topic === message.topic)
  const ctx = createContext(app, { kind: 'system', job: message.listener }, app.newId('request'), message.dueAt)
  try {
    if (listener === undefined) throw new Error(`no listener ${message.listener} for ${message.topic}`)
    await inTransaction(ctx, async (ctx) => {
      const [marked] = await ctx.db
        .update(outboxMessage)
        .set({ state: 'done', doneAt: ctx.now, attempts: message.attempts + 1 })
        .where(and(eq(outboxMessage.id, message.id), eq(outboxMessage.state, 'waiting')))
      // A lease that ran out may have been served by another worker meanwhile; the mark also holds off a third.
      if (marked.affectedRows === 1) await listener.hear(ctx, message.payload as never)
    })
  } catch (error) {
    await postpone(app, message, error)
  }
}

/** Back-off doubles from ten seconds; after the last attempt the message is parked for a person to look at. */
async function postpone(app: App, message: Message, fault: unknown): Promise<void> {
  const attempts = message.attempts + 1
  const parked = attempts >= MAX_ATTEMPTS
  const text = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  app.log.error(
    { err: fault, topic: message.topic, listener: message.listener, messageId: message.id, attempts, parked },
    'outbox message failed',
  )
  const now = await databaseNow(app)
  const ctx = createContext(app, { kind: 'system', job: message.listener }, app.newId('request'), now)
  await ctx.db
    .update(outboxMessage)
    .set({ attempts, state: parked ? 'parked' : 'waiting', dueAt: addMinutes(now, 2 ** attempts / 12), lastFault: text.slice(0, 500) })
    .where(and(eq(outboxMessage.id, message.id), eq(outboxMessage.state, 'waiting')))
}

async function giveBack(app: App, messages: Message[]): Promise<void> {
  const now = await databaseNow(app)
  const ctx = createContext(app, { kind: 'system', job: 'outbox' }, app.newId('request'), now)
  const ids = messages.map((message) => message.id)
  await ctx.db
    .update(outboxMessage)
    .set({ dueAt: now })
    .where(and(inArray(outboxMessage.id, ids), eq(outboxMessage.state, 'waiting')))
}
