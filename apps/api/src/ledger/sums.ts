import { accountOf } from '@yijian/shared/ledger/accounts'
import type { EmployeeAccount, JournalKind } from '@yijian/shared/ledger/shapes'
import { and, between, eq, sum } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { entry, month } from './tables.ts'

/** What came to an account of a person on service days of a period, corrections netted; both days count. */
export async function sumServed(
  ctx: Ctx,
  { employeeId, account, fromOn, toOn }: { employeeId: string; account: EmployeeAccount; fromOn: string; toOn: string },
): Promise<number> {
  const [row] = await ctx.db
    .select({ amount: sum(entry.amount).mapWith(Number) })
    .from(entry)
    .where(and(eq(entry.accountId, accountOf(employeeId, account)), between(entry.servedOn, fromOn, toOn)))
  return row?.amount ?? 0
}

/** What journals of one kind brought an account of a person, to date; negative is what they took. */
export async function sumOfKind(
  ctx: Ctx,
  { employeeId, account, kind }: { employeeId: string; account: EmployeeAccount; kind: JournalKind },
): Promise<number> {
  const [row] = await ctx.db
    .select({ amount: sum(month.amount).mapWith(Number) })
    .from(month)
    .where(and(eq(month.accountId, accountOf(employeeId, account)), eq(month.kind, kind)))
  return row?.amount ?? 0
}
