import type { PointFact, PointTaskKind } from '@yijian/shared/points/rules'
import { type ShopItem, type Order, itemCategories } from '@yijian/shared/points/shapes'
import { sql } from 'drizzle-orm'
import { check, index, int, mysqlTable, primaryKey, unique, varchar } from 'drizzle-orm/mysql-core'
import { asciiColumn, dayColumn, idColumn, instantColumn, wordColumn } from '../core/db/columns.ts'
import { storedFile } from '../file/tables.ts'
import { journal } from '../ledger/tables.ts'
import { employee } from '../people/tables.ts'

/** A point task (积分任务). Its terms never change; only an end may be set. */
export const pointTask = mysqlTable(
  'point_task',
  {
    id: idColumn('id').primaryKey(),
    title: varchar('title', { length: 40 }).notNull(),
    fact: wordColumn<PointFact>('fact').notNull(),
    kind: wordColumn<PointTaskKind>('kind').notNull(),
    need: int('need').notNull(),
    points: int('points').notNull(),
    timesADay: int('times_a_day').notNull(),
    timesInAll: int('times_in_all'),
    fromOn: dayColumn('from_on').notNull(),
    untilOn: dayColumn('until_on'),
    endedOn: dayColumn('ended_on'),
    createdBy: idColumn('created_by').notNull(),
    createdAt: instantColumn('created_at').notNull(),
  },
  (t) => [
    index('point_task_fact_ix').on(t.fact, t.fromOn),
    check('point_task_terms_ck', sql`need > 0 and points > 0 and times_a_day > 0 and (times_in_all is null or times_in_all > 0)`),
    // Only a milestone needs more than one, only a daily task is earned more than once.
    check('point_task_kind_ck', sql`(kind = 'milestone' or need = 1) and (kind = 'daily' or (times_a_day = 1 and times_in_all is null))`),
    check('point_task_days_ck', sql`until_on is null or until_on >= from_on`),
  ],
)

/** That a person earned a task in a period; taken back and given again with its facts. */
export const taskAward = mysqlTable(
  'task_award',
  {
    id: idColumn('id').primaryKey(),
    taskId: idColumn('task_id')
      .notNull()
      .references(() => pointTask.id),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    /** `once`, or day and number: `2026-11-20/1`. */
    period: asciiColumn('period', { length: 16 }).notNull(),
    servedOn: dayColumn('served_on').notNull(),
    points: int('points').notNull(),
    state: wordColumn<'held' | 'taken-back'>('state').notNull(),
    /** Journals posted for it so far: odd while it is held. */
    round: int('round').notNull(),
    /** The journal in force; null while it is taken back. */
    journalId: idColumn('journal_id').references(() => journal.id),
    changedAt: instantColumn('changed_at').notNull(),
  },
  (t) => [
    // Once for each person and period, however often the fact is told.
    unique('task_award_once_uq').on(t.taskId, t.employeeId, t.period),
    unique('task_award_journal_uq').on(t.journalId),
    index('task_award_employee_ix').on(t.employeeId, t.taskId),
    check('task_award_points_ck', sql`points > 0`),
    check(
      'task_award_state_ck',
      sql`(state = 'held' and journal_id is not null and round % 2 = 1) or (state = 'taken-back' and journal_id is null and round % 2 = 0)`,
    ),
  ],
)

/** An item of the shop (商城). */
export const shopItem = mysqlTable(
  'shop_item',
  {
    id: idColumn('id').primaryKey(),
    name: varchar('name', { length: 40 }).notNull(),
    description: varchar('description', { length: 600 }).notNull(),
    category: wordColumn<ShopItem['category']>('category').notNull(),
    pricePoints: int('price_points').notNull(),
    stockLeft: int('stock_left').notNull(),
    perPerson: int('per_person'),
    fromOn: dayColumn('from_on').notNull(),
    untilOn: dayColumn('until_on'),
    state: wordColumn<ShopItem['state']>('state').notNull(),
    pictureId: idColumn('picture_id').references(() => storedFile.id),
    createdAt: instantColumn('created_at').notNull(),
  },
  (t) => [
    index('shop_item_price_ix').on(t.state, t.pricePoints, t.id),
    check('shop_item_price_ck', sql`price_points > 0`),
    // The last one goes once, whatever the code above does.
    check('shop_item_stock_ck', sql`stock_left >= 0`),
    check('shop_item_days_ck', sql`until_on is null or until_on >= from_on`),
    check('shop_item_category_ck', sql.raw(`category in (${itemCategories.map((category) => `'${category}'`).join(', ')})`)),
  ],
)

/** Stock that came or went without an order; never changed. */
export const stockChange = mysqlTable(
  'stock_change',
  {
    itemId: idColumn('item_id')
      .notNull()
      .references(() => shopItem.id),
    round: int('round').notNull(),
    change: int('change_count').notNull(),
    reason: varchar('reason', { length: 200 }).notNull(),
    changedBy: idColumn('changed_by').notNull(),
    changedAt: instantColumn('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.round] })],
)

/** An order of one item (兑换单): price frozen, picked up by code. */
export const shopOrder = mysqlTable(
  'shop_order',
  {
    id: idColumn('id').primaryKey(),
    itemId: idColumn('item_id')
      .notNull()
      .references(() => shopItem.id),
    employeeId: idColumn('employee_id')
      .notNull()
      .references(() => employee.id),
    pricePoints: int('price_points').notNull(),
    state: wordColumn<Order['state']>('state').notNull(),
    pickUpCode: asciiColumn('pick_up_code', { length: 8 }).notNull(),
    placedAt: instantColumn('placed_at').notNull(),
    endedAt: instantColumn('ended_at'),
    endedBy: idColumn('ended_by'),
    cancelReason: varchar('cancel_reason', { length: 200 }),
    journalId: idColumn('journal_id')
      .notNull()
      .references(() => journal.id),
    refundId: idColumn('refund_id').references(() => journal.id),
  },
  (t) => [
    unique('shop_order_code_uq').on(t.pickUpCode),
    unique('shop_order_journal_uq').on(t.journalId),
    unique('shop_order_refund_uq').on(t.refundId),
    index('shop_order_employee_ix').on(t.employeeId, t.itemId, t.state),
    index('shop_order_item_ix').on(t.itemId, t.state),
    index('shop_order_state_ix').on(t.state, t.id),
    check('shop_order_price_ck', sql`price_points > 0`),
    // An order ends once; only a cancelled one is refunded, and it always is.
    check('shop_order_end_ck', sql`(state = 'placed') = (ended_at is null) and (ended_at is null) = (ended_by is null)`),
    check('shop_order_refund_ck', sql`(state = 'cancelled') = (refund_id is not null)`),
    // Nobody hands over to themself.
    check('shop_order_second_person_ck', sql`state <> 'picked-up' or ended_by <> employee_id`),
  ],
)
