import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { type Ctx, inTransaction } from '../context.ts'
import { duplicateKey } from '../db/errno.ts'
import { Problem, refuse } from '../problems.ts'
import { idempotencyKey } from '../tables.ts'

export interface KeyedRequest {
  /** Person and route: a key is only ever compared with the same person's on the same route. */
  scope: string
  key: string
  requestHash: string
}

export interface StoredReply {
  status: number
  reply: unknown
  /** True when this is the answer to an earlier request with the same key. */
  replayed: boolean
}

export function hashRequest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\n')
  return hash.digest('hex')
}

/**
 * Runs a write once for each key. The key row is the first insert of the write's own transaction, so a
 * second request with the same key waits for the first and then finds its answer; a refusal that keeps
 * no writes leaves no key, and may be tried again.
 *
 * @throws Problem `idempotency-key-reused` when the key came with another request.
 */
export async function once(ctx: Ctx, request: KeyedRequest, status: number, run: (ctx: Ctx) => Promise<unknown>): Promise<StoredReply> {
  try {
    return await inTransaction(ctx, async (ctx) => {
      await ctx.db.insert(idempotencyKey).values({ ...request, createdAt: ctx.now })
      const settle = (values: { status: number; reply: unknown }) =>
        ctx.db
          .update(idempotencyKey)
          .set(values)
          .where(and(eq(idempotencyKey.scope, request.scope), eq(idempotencyKey.key, request.key)))
      try {
        const reply = await run(ctx)
        await settle({ status, reply })
        return { status, reply, replayed: false }
      } catch (error) {
        // A refusal that stays recorded (a refused scan) is also the answer to every repeat.
        if (error instanceof Problem && error.keepsWrites) await settle({ status: 0, reply: { code: error.code, data: error.data } })
        throw error
      }
    })
  } catch (error) {
    if (duplicateKey(error) !== 'PRIMARY') throw error
    const stored = await storedReply(ctx, request)
    if (stored === null) throw error
    return stored
  }
}

async function storedReply(ctx: Ctx, request: KeyedRequest): Promise<StoredReply | null> {
  const [row] = await ctx.db
    .select()
    .from(idempotencyKey)
    .where(and(eq(idempotencyKey.scope, request.scope), eq(idempotencyKey.key, request.key)))
  if (row === undefined || row.status === null) return null
  if (row.requestHash !== request.requestHash) throw refuse('idempotency-key-reused', { key: request.key })
  if (row.status === 0) {
    const { code, data } = row.reply as Pick<Problem, 'code' | 'data'>
    throw new Problem(code, data)
  }
  return { status: row.status, reply: row.reply, replayed: true }
}
