import { index, int, mysqlTable, primaryKey, smallint, varchar } from 'drizzle-orm/mysql-core'
import { asciiColumn, idColumn, instantColumn, jsonColumn, wordColumn } from './db/columns.ts'

/** A write that was asked for: the second time it is answered, not done (幂等). */
export const idempotencyKey = mysqlTable(
  'idempotency_key',
  {
    scope: asciiColumn('scope', { length: 80 }).notNull(),
    key: asciiColumn('key', { length: 80 }).notNull(),
    requestHash: asciiColumn('request_hash', { length: 64 }).notNull(),
    status: smallint('status'),
    reply: jsonColumn<unknown>('reply'),
    createdAt: instantColumn('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] }), index('idempotency_key_age_ix').on(t.createdAt)],
)

/** What was done, by whom and to what; written in the transaction that did it (操作留痕). */
export const auditRecord = mysqlTable(
  'audit_record',
  {
    id: idColumn('id').primaryKey(),
    actorId: idColumn('actor_id'),
    actorKind: wordColumn<'employee' | 'system' | 'anonymous'>('actor_kind').notNull(),
    action: asciiColumn('action', { length: 48 }).notNull(),
    subject: asciiColumn('subject', { length: 48 }).notNull(),
    detail: jsonColumn<Record<string, unknown>>('detail').notNull(),
    requestId: idColumn('request_id').notNull(),
    recordedAt: instantColumn('recorded_at').notNull(),
  },
  (t) => [
    index('audit_record_subject_ix').on(t.subject, t.recordedAt),
    index('audit_record_actor_ix').on(t.actorId, t.recordedAt),
    index('audit_record_action_ix').on(t.action, t.recordedAt),
    index('audit_record_time_ix').on(t.recordedAt),
  ],
)

/** Work that follows a commit: one row for each listener, so that one that fails holds up no other. */
export const outboxMessage = mysqlTable(
  'outbox_message',
  {
    id: idColumn('id').primaryKey(),
    topic: asciiColumn('topic', { length: 48 }).notNull(),
    listener: asciiColumn('listener', { length: 64 }).notNull(),
    payload: jsonColumn<Record<string, unknown>>('payload').notNull(),
    state: wordColumn<'waiting' | 'done' | 'parked'>('state').notNull(),
    attempts: int('attempts').notNull(),
    /** Due time while waiting; end of the lease while a worker has it. */
    dueAt: instantColumn('due_at').notNull(),
    lastFault: varchar('last_fault', { length: 500 }),
    createdAt: instantColumn('created_at').notNull(),
    doneAt: instantColumn('done_at'),
  },
  (t) => [index('outbox_message_due_ix').on(t.state, t.dueAt)],
)
