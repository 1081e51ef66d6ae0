import type { HoursLine } from '@yijian/shared/hours/shapes'
import type { Page } from '@yijian/shared/http/page'
import type { Ctx } from '../core/context.ts'
import { requireHost, sessionById } from '../project/index.ts'
import { toLines } from './lines.ts'
import { type PageQuery, pageOfLines } from './read.ts'

/** The hours sheet of a session, for the hosts of its project. @throws Problem `host-required` */
export async function listSessionHours(ctx: Ctx, sessionId: string, query: PageQuery): Promise<Page<HoursLine>> {
  await requireHost(ctx, (await sessionById(ctx, sessionId)).projectId)
  const { items, nextCursor } = await pageOfLines(ctx, sessionId, query)
  return { items: await toLines(ctx, items), nextCursor }
}
