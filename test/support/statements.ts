import { type Ctx, connectionOf } from '@yijian/api/core/context'
import type { RowDataPacket } from 'mysql2/promise'

/** Statements sent and rows read by `work` on the open transaction's connection, as the server counted them. */
export async function effortOf(ctx: Ctx, work: () => Promise<unknown>): Promise<{ statements: number; rowsRead: number }> {
  const before = await counters(ctx)
  await work()
  const after = await counters(ctx)
  // Asking counts as one.
  return { statements: after.statements - before.statements - 1, rowsRead: after.rowsRead - before.rowsRead }
}

async function counters(ctx: Ctx) {
  const [rows] = await connectionOf(ctx).query<RowDataPacket[]>(
    "SHOW SESSION STATUS WHERE Variable_name = 'Questions' OR Variable_name LIKE 'Handler\\_read\\_%'",
  )
  const sum = (of: (name: string) => boolean) =>
    rows.filter((row) => of(String(row['Variable_name']))).reduce((total, row) => total + Number(row['Value']), 0)
  return { statements: sum((name) => name === 'Questions'), rowsRead: sum((name) => name !== 'Questions') }
}
