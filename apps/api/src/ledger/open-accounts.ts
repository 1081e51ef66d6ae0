import { SYSTEM, systemAccount } from '@yijian/shared/ledger/accounts'
import { chartOf } from '@yijian/shared/ledger/chart'
import { type SystemAccount, systemAccounts } from '@yijian/shared/ledger/shapes'
import { type Ctx, connectionOf } from '../core/context.ts'

const OWNERS_A_STATEMENT = 500

/**
 * Opens the accounts of new employees, fund projects or payout batches, and the mirrors of the company. May be repeated: a row that is there stays as it
 * is, which also settles two imports that bring the same person at once.
 */
export async function openAccounts(ctx: Ctx, ownerIds: readonly string[]): Promise<void> {
  const mirrors = Object.entries(systemAccounts).map(([kind, unit]) => [systemAccount(kind as SystemAccount), SYSTEM, kind, unit, ctx.now])
  await insertNew(ctx, 'ledger_account (id, owner_id, kind, unit, opened_at)', mirrors)
  // In the order in which postings lock them.
  const ids = [...new Set(ownerIds)].sort()
  for (let from = 0; from < ids.length; from += OWNERS_A_STATEMENT) {
    const accounts = ids.slice(from, from + OWNERS_A_STATEMENT).flatMap(accountsOf)
    await insertNew(
      ctx,
      'ledger_account (id, owner_id, kind, unit, opened_at)',
      accounts.map(({ id, owner, kind, unit }) => [id, owner, kind, unit, ctx.now]),
    )
    await insertNew(
      ctx,
      'ledger_balance (account_id, balance, min_balance, max_balance, version)',
      accounts.map(({ id, min, max }) => [id, 0, min, max, 0]),
    )
  }
}

function accountsOf(owner: string) {
  return Object.entries(chartOf(owner) ?? {}).map(([kind, terms]) => ({ id: `${owner}/${kind}`, owner, kind, ...terms }))
}

async function insertNew(ctx: Ctx, target: string, rows: unknown[][]): Promise<void> {
  await connectionOf(ctx).query(`INSERT IGNORE INTO ${target} VALUES ?`, [rows])
}
