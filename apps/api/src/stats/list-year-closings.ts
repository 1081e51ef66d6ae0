import type { Page } from '@yijian/shared/http/page'
import type { YearClosing } from '@yijian/shared/stats/shapes'
import { requireRole } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOfClosings, toClosing } from './closing-repo.ts'
import { peopleById } from './read.ts'

/** Closed years, the newest first: two statements. */
export async function listYearClosings(ctx: Ctx, query: { cursor?: string | undefined; limit: number }): Promise<Page<YearClosing>> {
  requireRole(ctx, 'hr', 'auditor')
  const page = await pageOfClosings(ctx, query)
  if (page.items.length === 0) return { items: [], nextCursor: null }
  const people = await peopleById(
    ctx,
    page.items.map(({ closedBy }) => closedBy),
  )
  return { ...page, items: page.items.map((row) => toClosing(row, people)) }
}
