import type { Page } from '@yijian/shared/http/page'
import type { PointTaskAccount } from '@yijian/shared/points/shapes'
import { requireRole } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf } from '../core/http/cursor.ts'
import { type PageQuery, lastIn } from './page.ts'
import { selectTaskAccounts } from './read.ts'
import { toPointTask } from './shapes.ts'

/** All tasks, newest first, coming and ended ones too. */
export async function listPointTasks(ctx: Ctx, { cursor, limit }: PageQuery): Promise<Page<PointTaskAccount>> {
  requireRole(ctx, 'operator')
  const rows = await selectTaskAccounts(ctx, { limit: limit + 1, beforeId: lastIn(cursor) })
  return pageOf(rows, limit, {
    item: ({ task, ...given }) => ({ task: toPointTask(task), ...given }),
    cursor: ({ task }) => [task.id],
  })
}
