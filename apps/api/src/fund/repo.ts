import { missingOf } from '@yijian/shared/fund/rules'
import { eq } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { fundProject, fundReport, fundReportImage } from './tables.ts'

export type FundProjectRow = typeof fundProject.$inferSelect

/** The first lock of whatever changes or moves a fund project. @throws Problem `not-found` */
export async function lockFundProject(ctx: Ctx, fundProjectId: string): Promise<FundProjectRow> {
  const [row] = await ctx.db.select().from(fundProject).where(eq(fundProject.id, fundProjectId)).for('update')
  if (row === undefined) throw refuse('not-found', { what: 'fund project' })
  return row
}

export async function insertFundProject(ctx: Ctx, row: typeof fundProject.$inferInsert): Promise<void> {
  await ctx.db.insert(fundProject).values(row)
}

export async function updateFundProject(ctx: Ctx, fundProjectId: string, change: Partial<typeof fundProject.$inferInsert>): Promise<void> {
  await ctx.db.update(fundProject).set(change).where(eq(fundProject.id, fundProjectId))
}

export async function insertReport(ctx: Ctx, row: typeof fundReport.$inferInsert, imageIds: readonly string[]): Promise<void> {
  await ctx.db.insert(fundReport).values(row)
  const images = imageIds.map((fileId, index) => ({ reportId: row.id, imageNo: index + 1, fileId }))
  if (images.length > 0) await ctx.db.insert(fundReportImage).values(images)
}

/**
 * The charity that money of this fund project goes to, complete, with the project locked so that payouts of it take turns.
 *
 * @throws Problem `not-found`, `charity-incomplete`
 */
export async function lockCharity(
  ctx: Ctx,
  fundProjectId: string,
): Promise<{ charity: string; charityCode: string; charityAccount: string }> {
  const { charity, charityCode, charityAccount } = await lockFundProject(ctx, fundProjectId)
  if (charityCode === null || charityAccount === null) {
    throw refuse('charity-incomplete', { missing: missingOf({ charity, charityCode, charityAccount }) })
  }
  return { charity, charityCode, charityAccount }
}
