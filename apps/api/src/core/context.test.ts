import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, systemCtx, testApp } from '../../../../test/support/database.ts'
import type { App } from './app.ts'
import { record } from './audit/record.ts'
import { inTransaction } from './context.ts'
import { refuse } from './problems.ts'
import { auditRecord, outboxMessage } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ connections: 4 })
})
afterAll(closeApps)

const tracesOf = async (subject: string) => (await systemCtx(app)).db.select().from(auditRecord).where(eq(auditRecord.subject, subject))
const driverError = (errno: number, code = 'ER') => Object.assign(new Error(code), { errno, code })

/** Holds the first `parties` callers until all are there; later callers pass. */
function barrier(parties: number): () => Promise<void> {
  let arrived = 0
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    arrived += 1
    if (arrived >= parties) open()
    return opened
  }
}

describe('inTransaction', () => {
  it('commits all or nothing', async () => {
    const ctx = await systemCtx(app)
    const failed = inTransaction(ctx, async (ctx) => {
      await record(ctx, { action: 'test.done', subject: 'all-or-nothing' })
      throw refuse('not-found', { what: 'test' })
    })
    await expect(failed).rejects.toMatchObject({ code: 'not-found' })
    expect(await tracesOf('all-or-nothing')).toEqual([])
  })

  it('keeps what was written before a refusal that says so', async () => {
    const refused = inTransaction(await systemCtx(app), async (ctx) => {
      await record(ctx, { action: 'test.done', subject: 'kept' })
      throw refuse('not-found', { what: 'test' }, { keepsWrites: true })
    })
    await expect(refused).rejects.toMatchObject({ code: 'not-found' })
    expect(await tracesOf('kept')).toHaveLength(1)
  })

  it('joins the open transaction', async () => {
    const failed = inTransaction(await systemCtx(app), async (ctx) => {
      await inTransaction(ctx, (ctx) => record(ctx, { action: 'test.done', subject: 'joined' }))
      throw new Error('outer')
    })
    await expect(failed).rejects.toThrow('outer')
    expect(await tracesOf('joined')).toEqual([])
  })

  it('runs the whole function again after a conflict, leaving one effect', async () => {
    let attempts = 0
    await inTransaction(await systemCtx(app), async (ctx) => {
      attempts += 1
      await record(ctx, { action: 'test.done', subject: 'retried' })
      if (attempts < 3) throw driverError(1213)
    })
    expect([attempts, (await tracesOf('retried')).length]).toEqual([3, 1])
  })

  it('gives up after eight conflicts and says that nothing has changed', async () => {
    let attempts = 0
    const busy = inTransaction(await systemCtx(app), async () => {
      attempts += 1
      throw driverError(1205)
    })
    await expect(busy).rejects.toMatchObject({ code: 'busy' })
    expect(attempts).toBe(8)
  })

  it('asks nothing twice of a broken rule', async () => {
    let attempts = 0
    const final = inTransaction(await systemCtx(app), async () => {
      attempts += 1
      throw driverError(4025)
    })
    await expect(final).rejects.toMatchObject({ errno: 4025 })
    expect(attempts).toBe(1)
  })

  it('says that the outcome is unknown when COMMIT gets no answer, and loses no connection', async () => {
    for (let i = 0; i < 6; i++) {
      const lost = inTransaction(await systemCtx(app), async (ctx) => {
        await record(ctx, { action: 'test.done', subject: 'lost' })
        ctx.connection?.destroy()
      })
      await expect(lost).rejects.toMatchObject({ code: 'outcome-unknown' })
    }
    // The pool has four connections: six losses would have emptied it.
    await expect(inTransaction(await systemCtx(app), async () => 'alive')).resolves.toBe('alive')
  })

  it('resolves a real deadlock between two transactions', async () => {
    const ctx = await systemCtx(app)
    const row = (id: string) => ({
      id,
      topic: 't',
      listener: 'deadlock',
      payload: {},
      state: 'done' as const,
      attempts: 0,
      dueAt: ctx.now,
      createdAt: ctx.now,
    })
    await ctx.db.insert(outboxMessage).values([row('msg_a'), row('msg_b')])
    const bothLocked = barrier(2)
    let attempts = 0
    const crosswise = async (first: string, second: string) =>
      inTransaction(ctx, async (ctx) => {
        attempts += 1
        const count = (id: string) =>
          ctx.db
            .update(outboxMessage)
            .set({ attempts: sql`attempts + 1` })
            .where(eq(outboxMessage.id, id))
        await count(first)
        await bothLocked()
        await count(second)
      })
    await Promise.all([crosswise('msg_a', 'msg_b'), crosswise('msg_b', 'msg_a')])
    const rows = await ctx.db.select().from(outboxMessage).where(eq(outboxMessage.listener, 'deadlock'))
    expect(rows.map(({ attempts }) => attempts)).toEqual([2, 2])
    expect(attempts).toBe(3)
  })

  it('takes its time from the database, once', async () => {
    await inTransaction(await systemCtx(app), async (ctx) => {
      const drift = Math.abs(ctx.now.getTime() - new Date().getTime())
      expect(drift).toBeLessThan(5_000)
    })
  })
})
