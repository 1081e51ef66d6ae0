import type { RowDataPacket } from 'mysql2/promise'
import type { App } from '../app.ts'

/** How the outbox and the pool stand, for /metrics. */
export function outboxGauges(app: App): Record<string, { help: string; read: () => Promise<number> }> {
  const countIn = (state: string) => async () => {
    const [rows] = await app.pool.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM outbox_message WHERE state = ?', [state])
    return Number(rows[0]?.['n'])
  }
  return {
    outbox_waiting: { help: 'Messages that wait for a worker', read: countIn('waiting') },
    outbox_parked: { help: 'Messages that failed too often and need a person', read: countIn('parked') },
  }
}
