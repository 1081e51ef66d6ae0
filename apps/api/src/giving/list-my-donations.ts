import type { Donation } from '@yijian/shared/giving/shapes'
import type { Page } from '@yijian/shared/http/page'
import { id } from '@yijian/shared/kernel/id'
import * as z from 'zod/mini'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { donationsWithParts, selectDonationsOf } from './read.ts'

const cursorShape = z.tuple([id('donation')])

/** My donations, the newest first: one query for the page and one for its parts. */
export async function listMyDonations(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<Donation>> {
  const { employeeId } = requireEmployee(ctx)
  const [from] = cursor === undefined ? [] : readCursor(cursor, cursorShape)
  const rows = await selectDonationsOf(ctx, employeeId, { from, limit: limit + 1 })
  const { items: heads, nextCursor } = pageOf(rows, limit, { item: (row) => row, cursor: (row) => [row.id] })
  return { items: await donationsWithParts(ctx, heads), nextCursor }
}
