import { auditActions } from '@yijian/shared/audit/actions'
import type { AuditGroup, AuditLine } from '@yijian/shared/audit/shapes'
import type { Page } from '@yijian/shared/http/page'
import { id } from '@yijian/shared/kernel/id'
import { addDays, startOfShanghaiDay, toDate } from '@yijian/shared/kernel/time'
import { instant } from '@yijian/shared/kernel/zod'
import type { PersonRef } from '@yijian/shared/people/shapes'
import { type SQL, and, desc, eq, gte, inArray, lt } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/mysql-core'
import * as z from 'zod/mini'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import type { Ctx } from '../core/context.ts'
import { before } from '../core/db/keyset.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { auditRecord } from '../core/tables.ts'
import { idsOfNamed, refsOf } from '../people/index.ts'
import { namesOf } from './read.ts'

export interface AuditQuery {
  cursor?: string | undefined
  limit: number
  actorId?: string | undefined
  person?: string | undefined
  group?: AuditGroup | undefined
  action?: string | undefined
  subject?: string | undefined
  day?: string | undefined
}

type Row = typeof auditRecord.$inferSelect

const newest = [auditRecord.recordedAt, auditRecord.id] as const
const last = z.tuple([instant, id('audit')])
/** Of a long list the first ones are named: enough to know what it was about. */
const NAMED_OF_A_LIST = 5

/** What was done, newest first, each filter with an index that ends in the time. Whoever watches is watched: the look is recorded. */
export async function listAuditRecords(ctx: Ctx, { cursor, limit, person, group, ...filters }: AuditQuery): Promise<Page<AuditLine>> {
  requireRole(ctx, 'auditor')
  // What was typed may be a name: who it found is recorded in its place.
  const people = person === undefined ? undefined : await idsOfNamed(ctx, person)
  const wanted = and(matching({ ...filters, people }), cursor === undefined ? undefined : beyond(cursor))
  const rows = people?.length === 0 ? [] : await newestOf(ctx, { wanted, group, limit: limit + 1 })
  const refs = await refsOf(
    ctx,
    rows.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])),
  )
  const names = await namesOf(
    ctx,
    rows.flatMap(({ subject, detail }) => [...idsIn([subject, detail])]),
  )
  const page = pageOf(rows, limit, { item: (row) => toLine(row, refs, names), cursor: (row) => [row.recordedAt.toISOString(), row.id] })
  const shown = page.items.length
  await record(ctx, { action: 'audit.listed', subject: 'audit-records', detail: { ...filters, group, people, shown } })
  return page
}

/** A group is asked action by action, so that each runs along its own index however rare it is. */
async function newestOf(ctx: Ctx, { wanted, group, limit }: { wanted: SQL | undefined; group: AuditGroup | undefined; limit: number }) {
  const select = (condition: SQL | undefined) =>
    ctx.db.select().from(auditRecord).where(condition).orderBy(desc(newest[0]), desc(newest[1])).limit(limit)
  const [first, second, ...more] = Object.keys(group === undefined ? {} : auditActions[group]).map((action) =>
    select(and(eq(auditRecord.action, action), wanted)),
  )
  if (first === undefined || second === undefined) return select(wanted)
  return unionAll(first, second, ...more)
    .orderBy(desc(newest[0]), desc(newest[1]))
    .limit(limit)
}

function beyond(cursor: string) {
  const [at, lastId] = readCursor(cursor, last)
  return before(newest, [toDate(at), lastId])
}

function matching({ actorId, people, action, subject, day }: Omit<AuditQuery, 'cursor' | 'limit'> & { people: string[] | undefined }) {
  return and(
    actorId === undefined ? undefined : eq(auditRecord.actorId, actorId),
    people === undefined ? undefined : inArray(auditRecord.actorId, people),
    action === undefined ? undefined : eq(auditRecord.action, action),
    subject === undefined ? undefined : eq(auditRecord.subject, subject),
    day === undefined
      ? undefined
      : and(gte(auditRecord.recordedAt, startOfShanghaiDay(day)), lt(auditRecord.recordedAt, startOfShanghaiDay(addDays(day, 1)))),
  )
}

const anId = /^[a-z]{3}_[0-9a-z]{13}$/

/** Every id that stands in a value, however deep. */
function* idsIn(value: unknown): Generator<string> {
  if (typeof value === 'string' && anId.test(value)) yield value
  else if (Array.isArray(value)) for (const each of value.slice(0, NAMED_OF_A_LIST)) yield* idsIn(each)
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* idsIn(each)
}

function toLine(row: Row, people: ReadonlyMap<string, PersonRef>, known: ReadonlyMap<string, string>): AuditLine {
  const { id, actorId, actorKind, action, subject, detail, recordedAt } = row
  const actor = actorId === null ? null : (people.get(actorId) ?? null)
  const names = Object.fromEntries([...idsIn([subject, detail])].flatMap((one) => (known.has(one) ? [[one, known.get(one) ?? '']] : [])))
  return { id, at: recordedAt.toISOString(), actor, actorKind, action, subject, detail, names }
}
