import type { Line } from '@yijian/shared/ledger/balanced'
import { EXAMPLES, type Findings } from '@yijian/shared/ledger/proof'
import type { RowDataPacket } from 'mysql2/promise'
import type { Ctx } from '../core/context.ts'
import { journals } from './invariant-things.ts'
import { type SealedJournal, leafHash } from './journal.ts'

const JOURNALS_A_PAGE = 2000

/** The one invariant that SQL cannot count. */
export const hashIntact = {
  name: 'hash-intact',
  area: 'ledger',
  title: { zh: '哈希未变', en: 'Hashes are intact' },
  meaning: {
    zh: '每张凭证连同分录重新计算的哈希与入账时保存的相同',
    en: 'Every journal and its entries still give the hash that was stored when they were posted',
  },
  things: journals.words,
  breach: 'altered',
} as const

/** Journals that no longer give the hash they were posted with; read page by page, so that memory stays flat however long the ledger. */
export async function findBrokenLeaves(ctx: Ctx): Promise<Findings> {
  const found: Findings = { violations: 0, examples: [] }
  let after = ''
  for (;;) {
    const page = await journalsAfter(ctx, after)
    const last = page.at(-1)
    if (last === undefined) return found
    for (const journal of page) {
      const hash = leafHash(journal)
      if (hash === journal.leafHash) continue
      found.violations += 1
      const told = { id: journal.id, part: 'leaf_hash', expected: hash, found: journal.leafHash }
      if (found.examples.length < EXAMPLES) found.examples.push(told)
    }
    after = last.id
  }
}

type Row = RowDataPacket & Record<string, never>

async function journalsAfter(ctx: Ctx, after: string): Promise<SealedJournal[]> {
  const client = ctx.connection ?? ctx.app.pool
  const [headers] = await client.query<Row[]>(
    `SELECT id, kind, source_id sourceId, served_on servedOn, policy_ids policyIds, actor_id actorId, scope, idempotency_key idempotencyKey,
       request_hash requestHash, reverses, recorded_at recordedAt, leaf_hash leafHash
     FROM ledger_journal WHERE id > ? ORDER BY id LIMIT ${JOURNALS_A_PAGE}`,
    [after],
  )
  if (headers.length === 0) return []
  const [rows] = await client.query<Row[]>(
    `SELECT journal_id journalId, line_no lineNo, account_id account, unit, amount FROM ledger_entry
     WHERE journal_id BETWEEN ? AND ? ORDER BY journal_id, line_no`,
    [headers[0]?.['id'], headers.at(-1)?.['id']],
  )
  const entries = new Map<string, Line[]>()
  for (const { journalId, ...entry } of rows as unknown as (Line & { journalId: string })[]) {
    const known = entries.get(journalId)
    if (known === undefined) entries.set(journalId, [entry])
    else known.push(entry)
  }
  return (headers as unknown as (SealedJournal & { policyIds: string[] | string })[]).map((header) => ({
    ...header,
    // MariaDB sends JSON as text, MySQL's driver parses it.
    policyIds: typeof header.policyIds === 'string' ? (JSON.parse(header.policyIds) as string[]) : header.policyIds,
    entries: entries.get(header.id) ?? [],
  }))
}
