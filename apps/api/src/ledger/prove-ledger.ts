import type { Proof } from '@yijian/shared/ledger/proof'
import type { RowDataPacket } from 'mysql2/promise'
import type { Ctx } from '../core/context.ts'
import { findBroken } from './find-broken.ts'
import type { Invariant } from './invariant.ts'
import { ledgerInvariants } from './invariants.ts'
import { findBrokenLeaves, hashIntact } from './prove-leaves.ts'

/** Recounts the ledger from its entries and reports each invariant with the first of what breaks it; `further` are those of the slices above. */
export async function proveLedger(ctx: Ctx, further: readonly Invariant[]): Promise<Proof> {
  const journals = await countOf(ctx, 'SELECT COUNT(*) FROM ledger_journal')
  const hashes = { ...hashIntact, looked: journals, ...(await findBrokenLeaves(ctx)) }
  const invariants = [...(await proveAll(ctx, ledgerInvariants)), hashes, ...(await proveAll(ctx, further))]
  return {
    checkedAt: ctx.now.toISOString(),
    clean: invariants.every(({ violations }) => violations === 0),
    journals,
    entries: await countOf(ctx, 'SELECT COUNT(*) FROM ledger_entry'),
    invariants,
  }
}

async function proveAll(ctx: Ctx, invariants: readonly Invariant[]): Promise<Proof['invariants']> {
  const proven: Proof['invariants'] = []
  // Many look at the same things: those are counted once.
  const numbers = new Map<string, number>()
  for (const { things, broken, ...invariant } of invariants) {
    const looked = numbers.get(things.from) ?? (await countOf(ctx, `SELECT COUNT(*) FROM ${things.from}`))
    numbers.set(things.from, looked)
    proven.push({ ...invariant, things: things.words, looked, ...(await findBroken(ctx, { broken })) })
  }
  return proven
}

async function countOf(ctx: Ctx, sql: string): Promise<number> {
  const [rows] = await (ctx.connection ?? ctx.app.pool).query<RowDataPacket[]>(sql)
  return Number(Object.values(rows[0] ?? {})[0])
}
