import type { Objection } from '@yijian/shared/award/shapes'
import type { Page } from '@yijian/shared/http/page'
import { id } from '@yijian/shared/kernel/id'
import * as z from 'zod/mini'
import { requireEmployee, requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { refuse } from '../core/problems.ts'
import { refsOf } from '../people/index.ts'
import { type ObjectionSeen, objectionRows } from './objection-rows.ts'
import type { PageQuery } from './read.ts'

const lastObjection = z.tuple([id('objection')])

/** Objections of a cycle in the order they came; who raised them is for operators only, and each look is recorded. */
export async function listObjections(ctx: Ctx, cycleId: string, { cursor, limit }: PageQuery): Promise<Page<Objection>> {
  requireRole(ctx, 'operator')
  const page = await pageOfObjections(ctx, { cycleId }, { cursor, limit })
  await record(ctx, { action: 'objections.listed', subject: cycleId })
  return page
}

/** What I objected to in a cycle, and what became of it. */
export async function listMyObjections(ctx: Ctx, cycleId: string, query: PageQuery): Promise<Page<Objection>> {
  const { employeeId } = requireEmployee(ctx)
  return pageOfObjections(ctx, { cycleId, byId: employeeId }, query)
}

async function pageOfObjections(ctx: Ctx, of: { cycleId: string; byId?: string }, { cursor, limit }: PageQuery): Promise<Page<Objection>> {
  const [last] = cursor === undefined ? [] : readCursor(cursor, lastObjection)
  const rows = await objectionRows(ctx, { ...of, after: last, limit: limit + 1 })
  const page = pageOf(rows, limit, { item: (row) => row, cursor: (row) => [row.id] })
  return { ...page, items: await toObjections(ctx, page.items) }
}

/** @throws Problem `not-found` */
export async function objectionById(ctx: Ctx, objectionId: string): Promise<Objection> {
  const [objection] = await toObjections(ctx, await objectionRows(ctx, { objectionId, limit: 1 }))
  if (objection === undefined) throw refuse('not-found', { what: 'objection' })
  return objection
}

async function toObjections(ctx: Ctx, rows: readonly ObjectionSeen[]): Promise<Objection[]> {
  const people = await refsOf(
    ctx,
    rows.flatMap(({ byId, againstId }) => [byId, againstId]),
  )
  const person = (employeeId: string) => people.get(employeeId) ?? { id: employeeId, name: '', department: '' }
  return rows.map(({ id, nominationId, againstId, byId, reason, state, decision, raisedAt, decidedAt }) => ({
    id,
    nominationId,
    reason,
    state,
    decision,
    against: person(againstId),
    by: person(byId),
    raisedAt: raisedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }))
}
