import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { closeApps, systemCtx, testApp } from '../../../../../test/support/database.ts'
import type { App } from '../app.ts'
import { record } from '../audit/record.ts'
import { inTransaction } from '../context.ts'
import { auditRecord, outboxMessage } from '../tables.ts'
import { put } from './outbox.ts'
import { listener } from './topics.ts'
import { startWorker, workOnce } from './worker.ts'

afterAll(closeApps)

let failures = 0
let meanwhile = () => Promise.resolve()
const listeners = [
  listener({
    topic: 'signup.confirmed',
    name: 'test.trace',
    hear: (ctx, { signupId }) => record(ctx, { action: 'test.heard', subject: signupId }),
  }),
  listener({
    topic: 'signup.promoted',
    name: 'test.slow',
    async hear(ctx, { signupId }) {
      await record(ctx, { action: 'test.heard', subject: signupId })
      await meanwhile()
    },
  }),
  listener({
    topic: 'signup.cancelled',
    name: 'test.fails',
    async hear(ctx, { signupId }) {
      await record(ctx, { action: 'test.half', subject: signupId })
      failures += 1
      throw new Error('poison')
    },
  }),
]

const putInto = async (app: App, topic: 'signup.confirmed' | 'signup.promoted' | 'signup.cancelled', ...ids: string[]) =>
  inTransaction(await systemCtx(app), (ctx) => put(ctx, topic, ...ids.map((signupId) => ({ signupId }))))
const tracesOf = async (app: App, subject: string) =>
  (await systemCtx(app)).db.select().from(auditRecord).where(eq(auditRecord.subject, subject))
const messagesOf = async (app: App, listenerName: string) =>
  (await systemCtx(app)).db.select().from(outboxMessage).where(eq(outboxMessage.listener, listenerName))

describe('the outbox', () => {
  it('puts nothing when its transaction does not commit', async () => {
    const app = await testApp({ listeners })
    const failed = inTransaction(await systemCtx(app), async (ctx) => {
      await put(ctx, 'signup.confirmed', { signupId: 'never' })
      throw new Error('rolled back')
    })
    await expect(failed).rejects.toThrow('rolled back')
    await workOnce(app)
    expect(await tracesOf(app, 'never')).toEqual([])
  })

  it('does each message once, however many workers there are', async () => {
    const app = await testApp({ listeners, connections: 16 })
    const ids = Array.from({ length: 60 }, (_, i) => `once-${i}`)
    await putInto(app, 'signup.confirmed', ...ids)
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        while ((await workOnce(app)) > 0);
      }),
    )
    const counts = await Promise.all(ids.map(async (id) => (await tracesOf(app, id)).length))
    expect(counts).toEqual(ids.map(() => 1))
  })

  it('leaves alone what another did after the lease ran out', async () => {
    const app = await testApp({ listeners })
    await putInto(app, 'signup.promoted', 'lease-1', 'lease-2')
    let others = 0
    meanwhile = async () => {
      meanwhile = () => Promise.resolve()
      const second = (await messagesOf(app, 'test.slow')).find(({ payload }) => payload['signupId'] === 'lease-2')
      await app.pool.query('UPDATE outbox_message SET due_at = NOW(3) - INTERVAL 1 SECOND WHERE id = ?', [second?.id])
      others = await workOnce(app)
    }
    expect([await workOnce(app), others]).toEqual([2, 1])
    expect(await Promise.all(['lease-1', 'lease-2'].map(async (id) => (await tracesOf(app, id)).length))).toEqual([1, 1])
    expect((await messagesOf(app, 'test.slow')).map(({ state, attempts }) => ({ state, attempts }))).toEqual([
      { state: 'done', attempts: 1 },
      { state: 'done', attempts: 1 },
    ])
  })

  it('undoes half a job, waits longer each time and parks it in the end', async () => {
    const app = await testApp({ listeners })
    await putInto(app, 'signup.cancelled', 'poison')
    const due = () => app.pool.query("UPDATE outbox_message SET due_at = NOW(3) - INTERVAL 1 SECOND WHERE listener = 'test.fails'")
    let lastDelay = 0
    for (let attempt = 1; attempt <= 8; attempt++) {
      await due()
      await workOnce(app)
      const [message] = await messagesOf(app, 'test.fails')
      expect(message?.attempts).toBe(attempt)
      const delay = message?.dueAt === undefined ? 0 : message.dueAt.getTime() - (await systemCtx(app)).now.getTime()
      expect(delay).toBeGreaterThan(lastDelay)
      lastDelay = delay
    }
    const [message] = await messagesOf(app, 'test.fails')
    expect(message).toMatchObject({ state: 'parked', lastFault: 'Error: poison' })
    expect(await tracesOf(app, 'poison')).toEqual([])
    await due()
    await workOnce(app)
    expect(failures).toBe(8)
  })

  it('ends what is in hand when it is stopped and leaves the rest to others', async () => {
    const app = await testApp({ listeners })
    await putInto(app, 'signup.confirmed', 'stop-1', 'stop-2')
    const worker = startWorker(app)
    await expect.poll(async () => (await tracesOf(app, 'stop-2')).length, { timeout: 5_000 }).toBe(1)
    await worker.stop()
    await putInto(app, 'signup.confirmed', 'stop-3')
    await new Promise((wake) => setTimeout(wake, 600))
    expect(await tracesOf(app, 'stop-3')).toEqual([])
    while ((await workOnce(app)) > 0);
    expect(await tracesOf(app, 'stop-3')).toHaveLength(1)
  })
})
