import type { ScanKind } from '@yijian/shared/attendance/shapes'
import type { Page } from '@yijian/shared/http/page'
import type { PersonRef } from '@yijian/shared/people/shapes'
import * as z from 'zod/mini'
import { requireEmployee } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { requireHost, sessionById } from '../project/index.ts'
import { selectToRecord } from './read.ts'

const byName = z.tuple([z.string(), z.string()])

/** Whom a host may record by hand, page by page and by their words; never themself. @throws Problem `host-required` */
export async function listToRecord(
  ctx: Ctx,
  sessionId: string,
  { kind, search, cursor, limit }: { kind: ScanKind; search?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<Page<PersonRef>> {
  const { employeeId } = requireEmployee(ctx)
  await requireHost(ctx, (await sessionById(ctx, sessionId)).projectId)
  const from = cursor === undefined ? undefined : readCursor(cursor, byName)
  const rows = await selectToRecord(ctx, { sessionId, kind, search, hostId: employeeId, from, limit: limit + 1 })
  return pageOf(rows, limit, { item: (person) => person, cursor: ({ name, id }) => [name, id] })
}
