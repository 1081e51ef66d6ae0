import type { FundProjectRef } from '@yijian/shared/fund/shapes'
import { inArray } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { fundProject } from './tables.ts'

/** Name and state of these fund projects, by id; an unknown id is left out. */
export async function fundProjectsByIds(ctx: Ctx, ids: readonly string[]): Promise<Map<string, FundProjectRef>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: fundProject.id, name: fundProject.name, state: fundProject.state })
    .from(fundProject)
    .where(inArray(fundProject.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}
