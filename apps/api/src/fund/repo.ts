import { eq } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { fundProject, fundReport } from './tables.ts'

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

export async function insertReport(ctx: Ctx, row: typeof fundReport.$inferInsert): Promise<void> {
  await ctx.db.insert(fundReport).values(row)
}
