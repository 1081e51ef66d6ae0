import type { Page } from '@yijian/shared/http/page'
import type { StatementAccount, StatementLine } from '@yijian/shared/statement/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { type Teller, statement } from '../ledger/index.ts'
import { titlesOf } from './sources.ts'

/** Movements on one of my accounts, each with what it comes from. */
export async function listMyStatement(
  ctx: Ctx,
  { account, ...page }: { account: StatementAccount; cursor?: string | undefined; limit: number },
  tellers: readonly Teller[],
): Promise<Page<StatementLine>> {
  const { employeeId } = requireEmployee(ctx)
  const { items: rows, nextCursor } = await statement(ctx, employeeId, account, page)
  const titles = await titlesOf(
    ctx,
    rows.map(({ sourceId }) => sourceId),
    tellers,
  )
  const items = rows.map(({ sourceId, reverses, recordedAt, ...row }) => ({
    ...row,
    account,
    recordedAt: recordedAt.toISOString(),
    reversal: reverses !== null,
    title: titles.get(sourceId) ?? null,
  }))
  return { items, nextCursor }
}
