import type { ClaimQueueLine, ClaimState } from '@yijian/shared/claim/shapes'
import type { Page } from '@yijian/shared/http/page'
import { id } from '@yijian/shared/kernel/id'
import { toDate } from '@yijian/shared/kernel/time'
import { and, asc, desc, eq, gt, lt, ne, or } from 'drizzle-orm'
import * as z from 'zod/mini'
import { requireRole } from '../core/access.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { refsOf } from '../people/index.ts'
import { factsOf } from './read.ts'
import type { ClaimRow } from './repo.ts'
import { claim } from './tables.ts'

const cursorShape = z.tuple([z.iso.datetime(), id('claim')])

/** Claims in one state: who waits longest comes first; what is decided, the newest first. Never one's own. */
export async function listClaims(
  ctx: Ctx,
  { state, cursor, limit }: { state: ClaimState; cursor?: string | undefined; limit: number },
): Promise<Page<ClaimQueueLine>> {
  const { employeeId } = requireRole(ctx, 'operator')
  const waiting = state === 'submitted'
  const [order, beyond] = waiting ? [asc, gt] : [desc, lt]
  const [sentAt, from] = cursor === undefined ? [] : readCursor(cursor, cursorShape)
  const after =
    sentAt === undefined || from === undefined
      ? undefined
      : or(beyond(claim.submittedAt, toDate(sentAt)), and(eq(claim.submittedAt, toDate(sentAt)), beyond(claim.id, from)))
  const rows = await ctx.db
    .select()
    .from(claim)
    .where(and(eq(claim.state, state), ne(claim.employeeId, employeeId), after))
    .orderBy(order(claim.submittedAt), order(claim.id))
    .limit(limit + 1)
  const refs = await refsOf(
    ctx,
    rows.map((row) => row.employeeId),
  )
  const item = (row: ClaimRow) => {
    const person = refs.get(row.employeeId)
    if (person === undefined) throw new Error(`${row.employeeId} claimed and is nobody`)
    return { ...factsOf(row), person, round: row.round }
  }
  return pageOf(rows, limit, { item, cursor: (row) => [row.submittedAt.toISOString(), row.id] })
}
