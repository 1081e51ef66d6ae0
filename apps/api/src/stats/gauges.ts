import type { RowDataPacket } from 'mysql2/promise'
import type { App } from '../core/app.ts'

/** For /metrics: more than none of these is an alarm. */
export function exportGauges(app: App): Record<string, { help: string; read: () => Promise<number> }> {
  return {
    exports_mismatched: {
      help: 'Exports whose sums did not agree with the ledger',
      async read() {
        const [rows] = await app.pool.query<RowDataPacket[]>("SELECT COUNT(*) AS n FROM hr_export WHERE failure = 'mismatch'")
        return Number(rows[0]?.['n'])
      },
    },
  }
}
