import type { Page } from '@yijian/shared/http/page'
import { id } from '@yijian/shared/kernel/id'
import { accountOf, partsOf } from '@yijian/shared/ledger/accounts'
import { type Holdings, emptyHoldings, holdingOf } from '@yijian/shared/ledger/rules'
import { type Balances, type EmployeeAccount, type Entry, type JournalKind, employeeAccounts } from '@yijian/shared/ledger/shapes'
import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { balance, entry, journal } from './tables.ts'

const kinds = Object.keys(employeeAccounts) as EmployeeAccount[]

/** What a person has, for people to read. */
export async function readBalances(ctx: Ctx, employeeId: string): Promise<Balances> {
  const held = await readHoldings(ctx, employeeId)
  return {
    minutes: held.minutes,
    creditFen: held.creditFen,
    creditHeldFen: held.heldFen,
    creditOwedFen: Math.abs(held.owedFen),
    giftFen: held.giftFen,
    points: held.points,
    leaveMinutes: held.leaveMinutes,
    leaveHeldMinutes: held.leaveHeldMinutes,
    carriedMinutes: held.carriedMinutes,
    carriedGiftFen: held.carriedGiftFen,
    asOf: ctx.now.toISOString(),
  }
}

/** What a person holds, without a lock: for previews. */
export async function readHoldings(ctx: Ctx, employeeId: string): Promise<Holdings> {
  const rows = await ctx.db
    .select({ account: balance.accountId, amount: balance.balance })
    .from(balance)
    .where(
      inArray(
        balance.accountId,
        kinds.map((kind) => accountOf(employeeId, kind)),
      ),
    )
  const holdings = { ...emptyHoldings }
  for (const { account, amount } of rows) holdings[holdingOf[partsOf(account).kind as EmployeeAccount]] = amount
  return holdings
}

const statementCursor = z.tuple([id('journal')])

/** A movement on one account; the slice that knows its source adds the words. */
export interface StatementRow {
  journalId: string
  kind: JournalKind
  sourceId: string
  amount: number
  servedOn: string
  recordedAt: Date
  reverses: string | null
}

/** The accounts a statement tells of: debt (欠额) is told with the credit that it is taken from. */
export function accountsTold(employeeId: string, account: EmployeeAccount): string[] {
  return [accountOf(employeeId, account), ...(account === 'credit' ? [accountOf(employeeId, 'credit-owed')] : [])]
}

/** Movements on one account of a person, newest first; one line for each journal. */
export async function statement(
  ctx: Ctx,
  employeeId: string,
  account: EmployeeAccount,
  page: { cursor?: string | undefined; limit: number },
): Promise<Page<StatementRow>> {
  const [from] = page.cursor === undefined ? [] : readCursor(page.cursor, statementCursor)
  const told = accountsTold(employeeId, account)
  const rows = await ctx.db
    .select({
      journalId: journal.id,
      kind: journal.kind,
      sourceId: journal.sourceId,
      amount: entry.amount,
      servedOn: journal.servedOn,
      recordedAt: journal.recordedAt,
      reverses: journal.reverses,
    })
    .from(entry)
    .innerJoin(journal, eq(journal.id, entry.journalId))
    .where(and(inArray(entry.accountId, told), from === undefined ? undefined : lt(entry.journalId, from)))
    .orderBy(desc(entry.journalId))
    .limit((page.limit + 1) * told.length)
  return pageOf(oneForEachJournal(rows).slice(0, page.limit + 1), page.limit, {
    item: (row) => row,
    cursor: ({ journalId }) => [journalId],
  })
}

/** A claw-back that takes credit and leaves debt is one movement to its person. */
function oneForEachJournal(rows: readonly StatementRow[]): StatementRow[] {
  const lines: StatementRow[] = []
  for (const row of rows) {
    const last = lines.at(-1)
    if (last?.journalId === row.journalId) lines[lines.length - 1] = { ...last, amount: last.amount + row.amount }
    else lines.push(row)
  }
  return lines
}

export interface Journal {
  id: string
  kind: JournalKind
  sourceId: string
  servedOn: string
  policyIds: string[]
  actorId: string | null
  recordedAt: Date
  reverses: string | null
  reversedBy: string | null
  entries: Entry[]
}

/** One journal with its entries; null when there is none. */
export async function readJournal(ctx: Ctx, journalId: string): Promise<Journal | null> {
  const [header] = await ctx.db
    .select({
      id: journal.id,
      kind: journal.kind,
      sourceId: journal.sourceId,
      servedOn: journal.servedOn,
      policyIds: journal.policyIds,
      actorId: journal.actorId,
      recordedAt: journal.recordedAt,
      reverses: journal.reverses,
    })
    .from(journal)
    .where(eq(journal.id, journalId))
  if (header === undefined) return null
  const [reversal] = await ctx.db.select({ id: journal.id }).from(journal).where(eq(journal.reverses, journalId))
  const entries = await ctx.db
    .select({ account: entry.accountId, unit: entry.unit, amount: entry.amount })
    .from(entry)
    .where(eq(entry.journalId, journalId))
    .orderBy(asc(entry.lineNo))
  return { ...header, reversedBy: reversal?.id ?? null, entries }
}
