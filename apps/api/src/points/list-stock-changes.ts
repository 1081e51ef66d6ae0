import type { Page } from '@yijian/shared/http/page'
import type { StockChange } from '@yijian/shared/points/shapes'
import * as z from 'zod/mini'
import { requireRole } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import type { PageQuery } from './page.ts'
import { itemById, selectStockChanges } from './read.ts'

const lastRound = z.tuple([z.int()])

/** How the stock of an item came about, newest first. @throws Problem `not-found` */
export async function listStockChanges(ctx: Ctx, itemId: string, { cursor, limit }: PageQuery): Promise<Page<StockChange>> {
  requireRole(ctx, 'operator')
  await itemById(ctx, itemId)
  const beforeRound = cursor === undefined ? undefined : readCursor(cursor, lastRound)[0]
  const rows = await selectStockChanges(ctx, itemId, { limit: limit + 1, beforeRound })
  return pageOf(rows, limit, {
    item: ({ change, reason, by, changedAt }) => ({ change, reason, by, changedAt: changedAt.toISOString() }),
    cursor: ({ round }) => [round],
  })
}
