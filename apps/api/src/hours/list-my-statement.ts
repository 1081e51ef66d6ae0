import type { Page } from '@yijian/shared/http/page'
import type { StatementLine } from '@yijian/shared/ledger/shapes'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { statement } from '../ledger/index.ts'
import { type PageQuery, sessionTitles } from './read.ts'

/** Movements on one of my accounts, each with the session it comes from. */
export async function listMyStatement(
  ctx: Ctx,
  { account, ...query }: PageQuery & { account: StatementLine['account'] },
): Promise<Page<StatementLine>> {
  const { employeeId } = requireEmployee(ctx)
  const { items: rows, nextCursor } = await statement(ctx, employeeId, account, query)
  const titles = await sessionTitles(
    ctx,
    rows.map(({ sourceId }) => sourceId),
  )
  const items = rows.map(({ sourceId, reverses, recordedAt, ...row }) => ({
    ...row,
    account,
    recordedAt: recordedAt.toISOString(),
    reversal: reverses !== null,
    title: titles.get(sourceId) ?? '',
  }))
  return { items, nextCursor }
}
