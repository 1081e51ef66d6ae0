import type { Page } from '@yijian/shared/http/page'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import type { YearClosing } from '@yijian/shared/stats/shapes'
import { and, desc, eq, gte, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import type { ExportRow } from './repo.ts'
import { hrExport, yearClose, yearCloseJournal } from './tables.ts'

export type ClosingRow = typeof yearClose.$inferSelect

export async function closingOf(ctx: Ctx, year: number): Promise<ClosingRow | null> {
  const [row] = await ctx.db.select().from(yearClose).where(eq(yearClose.year, year))
  return row ?? null
}

export async function closingsOf(ctx: Ctx, years: readonly number[]): Promise<ClosingRow[]> {
  return ctx.db
    .select()
    .from(yearClose)
    .where(inArray(yearClose.year, [...years]))
    .orderBy(yearClose.year)
}

export async function pageOfClosings(ctx: Ctx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const [last] = cursor === undefined ? [] : readCursor(cursor, z.tuple([z.int()]))
  const rows = await ctx.db
    .select()
    .from(yearClose)
    .where(last === undefined ? undefined : lt(yearClose.year, last))
    .orderBy(desc(yearClose.year))
    .limit(limit + 1)
  return pageOf(rows, limit, { item: (row) => row, cursor: (row) => [row.year] }) satisfies Page<ClosingRow>
}

/** The newest file of the company that was built after the end of the year and agreed with the ledger. */
export async function newestExport(ctx: Ctx, year: number): Promise<ExportRow | null> {
  const [row] = await ctx.db
    .select()
    .from(hrExport)
    .where(
      and(
        eq(hrExport.kind, 'year'),
        eq(hrExport.year, year),
        isNull(hrExport.branchId),
        eq(hrExport.state, 'ready'),
        isNotNull(hrExport.reportHash),
        gte(hrExport.asOf, startOfShanghaiDay(`${year + 1}-01-01`)),
      ),
    )
    .orderBy(desc(hrExport.id))
    .limit(1)
  return row ?? null
}

const ROWS_AT_ONCE = 1000

/** The close and the journals its snapshot held of the last minutes before it. */
export async function insertClosing(ctx: Ctx, row: ClosingRow, latest: readonly string[]): Promise<void> {
  await ctx.db.insert(yearClose).values(row)
  for (let at = 0; at < latest.length; at += ROWS_AT_ONCE) {
    const rows = latest.slice(at, at + ROWS_AT_ONCE).map((journalId) => ({ year: row.year, journalId }))
    await ctx.db.insert(yearCloseJournal).values(rows)
  }
}

export function toClosing(row: ClosingRow, people: ReadonlyMap<string, YearClosing['closedBy']>): YearClosing {
  const { year, closedAt, closedBy, exportId, xlsxSha256, csvSha256, asOf, lastJournalId } = row
  const person = people.get(closedBy)
  if (person === undefined) throw new Error(`${year} was closed by nobody`)
  const instants = { closedAt: closedAt.toISOString(), asOf: asOf.toISOString() }
  return { year, ...instants, closedBy: person, lastJournalId, exportId, xlsxSha256, csvSha256 }
}
