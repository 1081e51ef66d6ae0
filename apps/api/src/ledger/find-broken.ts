import { EXAMPLES, type Findings } from '@yijian/shared/ledger/proof'
import type { RowDataPacket } from 'mysql2/promise'
import type { Ctx } from '../core/context.ts'
import type { Invariant } from './invariant.ts'

/**
 * Counts what breaks an invariant and names the first of it. One statement sees one moment, so that posting may go on
 * meanwhile; where nothing is broken it has nothing to sort and costs what the count alone would.
 */
export async function findBroken(ctx: Ctx, { broken }: Pick<Invariant, 'broken'>): Promise<Findings> {
  const { id, part = 'NULL', expected = 'NULL', found = 'NULL', from } = broken
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
