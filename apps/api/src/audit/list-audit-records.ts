import type { AuditLine } from '@yijian/shared/audit/shapes'
import type { Page } from '@yijian/shared/http/page'
import { id } from '@yijian/shared/kernel/id'
import { addDays, startOfShanghaiDay, toDate } from '@yijian/shared/kernel/time'
import { instant } from '@yijian/shared/kernel/zod'
import type { PersonRef } from '@yijian/shared/people/shapes'
import { and, desc, eq, gte, lt } from 'drizzle-orm'
import * as z from 'zod/mini'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { before } from '../core/db/keyset.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { auditRecord } from '../core/tables.ts'
import { refsOf } from '../people/index.ts'

export interface AuditQuery {
  cursor?: string | undefined
  limit: number
  actorId?: string | undefined
  action?: string | undefined
  subject?: string | undefined
  day?: string | undefined
}

const newest = [auditRecord.recordedAt, auditRecord.id] as const
const last = z.tuple([instant, id('audit')])

/** What was done, newest first, each filter with an index that ends in the time. Whoever watches is watched: the look is recorded. */
export async function listAuditRecords(ctx: Ctx, { cursor, limit, ...filters }: AuditQuery): Promise<Page<AuditLine>> {
  requireRole(ctx, 'auditor')
  const rows = await ctx.db
    .select()
    .from(auditRecord)
    .where(and(matching(filters), cursor === undefined ? undefined : beyond(cursor)))
    .orderBy(desc(newest[0]), desc(newest[1]))
    .limit(limit + 1)
  const people = await refsOf(
    ctx,
    rows.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])),
  )
  const page = pageOf(rows, limit, { item: (row) => toLine(row, people), cursor: (row) => [row.recordedAt.toISOString(), row.id] })
  await record(ctx, { action: 'audit.listed', subject: 'audit-records', detail: { ...filters, shown: page.items.length } })
  return page
}

function beyond(cursor: string) {
  const [at, lastId] = readCursor(cursor, last)
  return before(newest, [toDate(at), lastId])
}

function matching({ actorId, action, subject, day }: Omit<AuditQuery, 'cursor' | 'limit'>) {
  return and(
    actorId === undefined ? undefined : eq(auditRecord.actorId, actorId),
    action === undefined ? undefined : eq(auditRecord.action, action),
    subject === undefined ? undefined : eq(auditRecord.subject, subject),
    day === undefined
      ? undefined
      : and(gte(auditRecord.recordedAt, startOfShanghaiDay(day)), lt(auditRecord.recordedAt, startOfShanghaiDay(addDays(day, 1)))),
  )
}

function toLine(row: typeof auditRecord.$inferSelect, people: ReadonlyMap<string, PersonRef>): AuditLine {
  const { id, actorId, actorKind, action, subject, detail, recordedAt } = row
  const actor = actorId === null ? null : (people.get(actorId) ?? null)
  return { id, at: recordedAt.toISOString(), actor, actorKind, action, subject, detail }
}
