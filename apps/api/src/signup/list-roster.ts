import type { Page } from '@yijian/shared/http/page'
import type { RosterLine } from '@yijian/shared/signup/shapes'
import * as z from 'zod/mini'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { requireHost, sessionById } from '../project/index.ts'
import { selectRoster } from './read.ts'

const cursorShape = z.tuple([z.int(), z.string(), z.int()])

/** The roster of a session for its hosts: confirmed people by name, the queue in order, then who cancelled late. */
export async function listRoster(
  ctx: Ctx,
  sessionId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<RosterLine>> {
  const { projectId } = await sessionById(ctx, sessionId)
  await requireHost(ctx, projectId)
  const from = cursor === undefined ? undefined : readCursor(cursor, cursorShape)
  const rows = await selectRoster(ctx, sessionId, { limit: limit + 1, from })
  return pageOf(rows, limit, {
    item: ({ group: _, sortName: __, number: ___, ...line }) => ({ ...line, signedUpAt: line.signedUpAt.toISOString() }),
    cursor: (row) => [row.group, row.sortName, row.number],
  })
}
