import type { FundReport } from '@yijian/shared/fund/shapes'
import type { Page } from '@yijian/shared/http/page'
import { and, desc, eq, lt } from 'drizzle-orm'
import * as z from 'zod/mini'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { refuse } from '../core/problems.ts'
import { fundReport } from './tables.ts'

const byId = z.tuple([z.string()])

/** What the charity reported, the newest first. Reports are published for everybody. */
export async function listFundReports(
  ctx: Ctx,
  fundProjectId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<FundReport>> {
  requireEmployee(ctx)
  const rows = await ctx.db
    .select()
    .from(fundReport)
    .where(
      and(eq(fundReport.fundProjectId, fundProjectId), cursor === undefined ? undefined : lt(fundReport.id, readCursor(cursor, byId)[0])),
    )
    .orderBy(desc(fundReport.id))
    .limit(limit + 1)
  return pageOf(rows, limit, { item: toReport, cursor: ({ id }) => [id] })
}

/** @throws Problem `not-found` */
export async function reportById(ctx: Ctx, reportId: string): Promise<FundReport> {
  const [row] = await ctx.db.select().from(fundReport).where(eq(fundReport.id, reportId))
  if (row === undefined) throw refuse('not-found', { what: 'report' })
  return toReport(row)
}

function toReport({ publishedBy: _, publishedAt, ...row }: typeof fundReport.$inferSelect): FundReport {
  return { ...row, imageIds: [], publishedAt: publishedAt.toISOString() }
}
