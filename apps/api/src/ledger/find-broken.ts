import { EXAMPLES, type Findings } from '@yijian/shared/ledger/proof'
import { type RowDataPacket, escape } from 'mysql2/promise'
import type { Ctx } from '../core/context.ts'
import type { Broken, Invariant } from './invariant.ts'

/** Sums by month that are proven at once: few enough for the memory of the server, however long the ledger. */
const MONTHS_A_RANGE = 5000

/**
 * Counts what breaks an invariant and names the first of it. One statement sees one moment, so that posting may go on
 * meanwhile; where nothing is broken it has nothing to sort and costs what the count alone would.
 */
export async function findBroken(ctx: Ctx, { broken }: Pick<Invariant, 'broken'>): Promise<Findings> {
  const { from } = broken
  if (typeof from === 'string') return find(ctx, broken, from)
  const all: Findings = { violations: 0, examples: [] }
  for (let after: string | null = ''; after !== null;) {
    const [since, until]: [string, string | null] = [after, await endOfRange(ctx, after)]
    const within = (column: string) => `${column} > ${escape(since)}${until === null ? '' : ` AND ${column} <= ${escape(until)}`}`
    const { violations, examples } = await find(ctx, broken, from(within))
    all.violations += violations
    all.examples.push(...examples.slice(0, EXAMPLES - all.examples.length))
    after = until
  }
  return all
}

/** The last account of the range that begins after one; null where it goes on to the end. */
async function endOfRange(ctx: Ctx, after: string): Promise<string | null> {
  const [rows] = await (ctx.connection ?? ctx.app.pool).query<RowDataPacket[]>(
    `SELECT account_id AS id FROM ledger_month WHERE account_id > ? ORDER BY account_id LIMIT 1 OFFSET ${MONTHS_A_RANGE}`,
    [after],
  )
  return (rows[0]?.['id'] as string | undefined) ?? null
}

async function find(ctx: Ctx, { id, part = 'NULL', expected = 'NULL', found = 'NULL' }: Broken, from: string): Promise<Findings> {
  const [rows] = await (ctx.connection ?? ctx.app.pool).query<RowDataPacket[]>(
    `SELECT ${id} AS id, ${part} AS part, ${expected} AS expected, ${found} AS found, COUNT(*) OVER () AS violations
     FROM ${from} ORDER BY 1, 2 LIMIT ${EXAMPLES}`,
  )
  const told = (value: string | number | null) => (value === null ? null : String(value))
  return {
    violations: Number(rows[0]?.['violations'] ?? 0),
    examples: rows.map((row) => ({
      id: String(row['id']),
      part: told(row['part']),
      expected: told(row['expected']),
      found: told(row['found']),
    })),
  }
}
