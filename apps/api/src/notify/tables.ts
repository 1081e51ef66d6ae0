import type { NoticeKind } from '@yijian/shared/notify/rules'
import type { NoticeFacts, noticePages } from '@yijian/shared/notify/shapes'
import { sql } from 'drizzle-orm'
import { check, index, int, mysqlTable, primaryKey, unique } from 'drizzle-orm/mysql-core'
import { asciiColumn, idColumn, instantColumn, jsonColumn, wordColumn } from '../core/db/columns.ts'
import { employee } from '../people/tables.ts'

/** A message (消息) to a person: it lies in the inbox, and is sent by one platform at most once. */
export const notice = mysqlTable(
  'notice',
  {
    id: idColumn('id').primaryKey(),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    kind: wordColumn<NoticeKind>('kind').notNull(),
    /** What it is about, e.g. a sign-up, or a journal: one message for each. */
    subject: asciiColumn('subject', { length: 48 }).notNull(),
    /** What applies; a fact that was added to the shape later is missing in older rows. */
    facts: jsonColumn<Partial<NoticeFacts>>('facts').notNull(),
    page: wordColumn<(typeof noticePages)[number]>('page').notNull(),
    pageId: idColumn('page_id').notNull(),
    madeAt: instantColumn('made_at').notNull(),
    readAt: instantColumn('read_at'),
    /** sending is left behind by a crash between sending and writing it down: such a message is never sent again. */
    delivery: wordColumn<'waiting' | 'sending' | 'sent' | 'not-sent'>('delivery').notNull(),
    channel: wordColumn<'wecom' | 'wechat'>('channel'),
    /** Why it was not sent: no channel, no consent, or what the platform answered. */
    fault: wordColumn<string>('fault'),
  },
  (t) => [
    // The same is never said twice.
    unique('notice_once_uq').on(t.employeeId, t.kind, t.subject),
    index('notice_inbox_ix').on(t.employeeId, t.id),
    index('notice_unread_ix').on(t.employeeId, t.readAt),
    check('notice_delivery_ck', sql`delivery in ('waiting', 'sending', 'sent', 'not-sent')`),
  ],
)

/** Consents to one subscribe message each (订阅消息), counted as WeChat counts them. */
export const messageConsent = mysqlTable(
  'message_consent',
  {
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    kind: wordColumn<NoticeKind>('kind').notNull(),
    left: int('consents_left').notNull(),
  },
  (t) => [primaryKey({ columns: [t.employeeId, t.kind] }), check('message_consent_left_ck', sql`consents_left >= 0`)],
)
