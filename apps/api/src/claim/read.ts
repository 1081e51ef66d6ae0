import type { Claim, ClaimLine } from '@yijian/shared/claim/shapes'
import type { Page } from '@yijian/shared/http/page'
import { id } from '@yijian/shared/kernel/id'
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { filesById, toImageView } from '../file/index.ts'
import { entry } from '../ledger/tables.ts'
import { type ClaimRow, imageIdsOf } from './repo.ts'
import { claim } from './tables.ts'

/** What every list of claims says. */
export function factsOf(row: ClaimRow) {
  const { id, state, platform, platformName, giftOn, amountFen, submittedAt } = row
  return { id, state, platform, platformName, giftOn, amountFen, submittedAt: submittedAt.toISOString() }
}

interface Brought {
  matchFen: number
  owedFen: number
  carriedFen: number
}

/** Credit of gifts' journals, debt included, and what was carried: one query for a page. */
async function creditOfJournals(ctx: Ctx, journalIds: readonly string[]): Promise<Map<string, Brought>> {
  if (journalIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      journalId: entry.journalId,
      matchFen: sql<string>`sum(case when ${entry.accountId} like '%/carry-gift' then 0 else ${entry.amount} end)`,
      carriedFen: sql<string>`sum(case when ${entry.accountId} like '%/carry-gift' then ${entry.amount} else 0 end)`,
      owedFen: sql<string>`sum(case when ${entry.accountId} like '%/credit-owed' then ${entry.amount} else 0 end)`,
    })
    .from(entry)
    .where(
      and(
        inArray(entry.journalId, [...journalIds]),
        sql`(${entry.accountId} like 'emp%/credit' or ${entry.accountId} like '%/credit-owed' or ${entry.accountId} like 'emp%/carry-gift')`,
      ),
    )
    .groupBy(entry.journalId)
  return new Map(
    rows.map(({ journalId, matchFen, owedFen, carriedFen }) => [
      journalId,
      { matchFen: Number(matchFen), owedFen: Number(owedFen), carriedFen: Number(carriedFen) },
    ]),
  )
}

/** A gift short of a unit brings a carry and no credit: its journal has no entry of credit, and that is 0. */
const creditIn = (credits: Awaited<ReturnType<typeof creditOfJournals>>, journalId: string | null) =>
  journalId === null ? null : (credits.get(journalId) ?? { matchFen: 0, owedFen: 0, carriedFen: 0 })

/** A claim with its receipts by short links and what it brought. The caller knows who may look, and records it. */
export async function toClaim(ctx: Ctx, row: ClaimRow): Promise<Claim> {
  const places = await imageIdsOf(ctx, [row.id])
  const files = new Map(
    (
      await filesById(
        ctx,
        places.map(({ fileId }) => fileId),
      )
    ).map((file) => [file.id, file]),
  )
  const credits = await creditOfJournals(
    ctx,
    [row.journalId, row.refundJournalId].flatMap((journalId) => journalId ?? []),
  )
  const match = creditIn(credits, row.journalId)
  const refund = creditIn(credits, row.refundJournalId)
  return {
    ...factsOf(row),
    orderNo: row.orderNo,
    images: places.flatMap(({ fileId }) => {
      const file = files.get(fileId)
      return file === undefined ? [] : [toImageView(ctx, file)]
    }),
    reason: row.reason,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    journalId: row.journalId,
    creditFen: match?.matchFen ?? null,
    carriedFen: match?.carriedFen ?? null,
    refundedAt: row.refundedAt?.toISOString() ?? null,
    refundReason: row.refundReason,
    refundJournalId: row.refundJournalId,
    refundFen: refund === null ? null : Math.abs(refund.matchFen),
    owedFen: refund === null ? null : Math.abs(refund.owedFen),
  }
}

const cursorShape = z.tuple([id('claim')])

/** Claims of a person, the newest first: one query for the page and one for what they brought. */
export async function claimsOf(
  ctx: Ctx,
  employeeId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<ClaimLine>> {
  const [from] = cursor === undefined ? [] : readCursor(cursor, cursorShape)
  const rows = await ctx.db
    .select()
    .from(claim)
    .where(and(eq(claim.employeeId, employeeId), from === undefined ? undefined : lt(claim.id, from)))
    .orderBy(desc(claim.id))
    .limit(limit + 1)
  const credits = await creditOfJournals(
    ctx,
    rows.flatMap(({ journalId }) => journalId ?? []),
  )
  const item = (row: ClaimRow) => ({ ...factsOf(row), creditFen: creditIn(credits, row.journalId)?.matchFen ?? null })
  return pageOf(rows, limit, { item, cursor: (row) => [row.id] })
}

/** Claims by id, for journals that come from them. */
export async function claimsById(ctx: Ctx, claimIds: readonly string[]): Promise<ClaimRow[]> {
  if (claimIds.length === 0) return []
  return ctx.db
    .select()
    .from(claim)
    .where(inArray(claim.id, [...claimIds]))
}
