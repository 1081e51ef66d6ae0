import type { Page } from '@yijian/shared/http/page'
import type { HrExport } from '@yijian/shared/stats/shapes'
import { requireRole } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { namesOf } from './read.ts'
import { pageOfExports, toExport } from './repo.ts'

/** Exports, the newest first: four statements for a page. */
export async function listExports(ctx: Ctx, query: { cursor?: string | undefined; limit: number }): Promise<Page<HrExport>> {
  requireRole(ctx, 'hr')
  const page = await pageOfExports(ctx, query)
  if (page.items.length === 0) return { items: [], nextCursor: null }
  const names = await namesOf(ctx, page.items)
  return { ...page, items: page.items.map((row) => toExport(row, names)) }
}
