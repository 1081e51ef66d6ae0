import type { FundReport } from '@yijian/shared/fund/shapes'
import type { Page } from '@yijian/shared/http/page'
import { and, desc, eq, lt } from 'drizzle-orm'
import * as z from 'zod/mini'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { refuse } from '../core/problems.ts'
import { reportPictures } from './read.ts'
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
  const page = pageOf(rows, limit, { item: (row) => row, cursor: ({ id }) => [id] })
  return { ...page, items: await toReports(ctx, page.items) }
}

/** @throws Problem `not-found` */
export async function reportById(ctx: Ctx, reportId: string): Promise<FundReport> {
  const [report] = await toReports(ctx, await ctx.db.select().from(fundReport).where(eq(fundReport.id, reportId)))
  if (report === undefined) throw refuse('not-found', { what: 'report' })
  return report
}

async function toReports(ctx: Ctx, rows: readonly (typeof fundReport.$inferSelect)[]): Promise<FundReport[]> {
  const images = await reportPictures(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ publishedBy: _, publishedAt, ...row }) => ({
    ...row,
    images: images.get(row.id) ?? [],
    publishedAt: publishedAt.toISOString(),
  }))
}
