import type { MyHoursLine } from '@yijian/shared/hours/shapes'
import type { Page } from '@yijian/shared/http/page'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { type PageQuery, pageOfMyHours } from './read.ts'

/** My sessions from scan to ledger, the newest first. */
export async function listMyHours(ctx: Ctx, query: PageQuery): Promise<Page<MyHoursLine>> {
  const { employeeId } = requireEmployee(ctx)
  return pageOfMyHours(ctx, employeeId, query)
}
