import type { AuditLine } from '@yijian/shared/audit/shapes'
import type { Page } from '@yijian/shared/http/page'
import { id } from '@yijian/shared/kernel/id'
import { addDays, startOfShanghaiDay, toDate } from '@yijian/shared/kernel/time'
import { instant } from '@yijian/shared/kernel/zod'
import { and, desc, eq, gte, lt } from 'drizzle-orm'
import * as z from 'zod/mini'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { before } from '../core/db/keyset.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { auditRecord } from '../core/tables.ts'
import { employee } from '../people/tables.ts'

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
    .select({ audit: auditRecord, person: { id: employee.id, name: employee.name, department: employee.department } })
    .from(auditRecord)
    .leftJoin(employee, eq(employee.id, auditRecord.actorId))
    .where(and(matching(filters), cursor === undefined ? undefined : beyond(cursor)))
    .orderBy(desc(newest[0]), desc(newest[1]))
    .limit(limit + 1)
  const page = pageOf(rows, limit, { item: toLine, cursor: ({ audit }) => [audit.recordedAt.toISOString(), audit.id] })
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

interface Row {
  audit: typeof auditRecord.$inferSelect
  person: AuditLine['actor']
}

function toLine({ audit: { id, actorKind, action, subject, detail, recordedAt }, person }: Row): AuditLine {
  return { id, at: recordedAt.toISOString(), actor: person, actorKind, action, subject, detail }
}
