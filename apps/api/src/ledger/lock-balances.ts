import { accountOf, partsOf } from '@yijian/shared/ledger/accounts'
import { type Holdings, emptyHoldings, holdingOf } from '@yijian/shared/ledger/rules'
import type { EmployeeAccount } from '@yijian/shared/ledger/shapes'
import type { RowDataPacket } from 'mysql2/promise'
import { type Ctx, connectionOf } from '../core/context.ts'

const kinds = Object.keys(holdingOf) as EmployeeAccount[]

/**
 * What these people hold, locked until the transaction ends. Always the first lock of a posting, and always in account
 * order, so that two postings for the same people wait for each other instead of deadlocking.
 */
export async function lockBalances(ctx: Ctx, employeeIds: readonly string[]): Promise<Map<string, Holdings>> {
  if (employeeIds.length === 0) return new Map()
  const accounts = employeeIds.flatMap((employeeId) => kinds.map((kind) => accountOf(employeeId, kind)))
  const [rows] = await connectionOf(ctx).query<RowDataPacket[]>(
    'SELECT account_id, balance FROM ledger_balance WHERE account_id IN (?) ORDER BY account_id FOR UPDATE',
    [accounts],
  )
  return holdingsOf(rows as { account_id: string; balance: number }[])
}

/** Balance rows gathered by person. */
export function holdingsOf(rows: readonly { account_id: string; balance: number }[]): Map<string, Holdings> {
  const byEmployee = new Map<string, Holdings>()
  for (const { account_id, balance } of rows) {
    const { owner, kind } = partsOf(account_id)
    let holdings = byEmployee.get(owner)
    if (holdings === undefined) byEmployee.set(owner, (holdings = { ...emptyHoldings }))
    holdings[holdingOf[kind as EmployeeAccount]] = balance
  }
  return byEmployee
}
