import type { FactDay } from '@yijian/shared/points/rules'
import { accountOf } from '@yijian/shared/ledger/accounts'
import type { JournalKind } from '@yijian/shared/ledger/shapes'
import { startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { type SQL, and, asc, count, desc, eq, gt, gte, inArray, isNull, lt, lte, ne, or, sql, sum } from 'drizzle-orm'
import { alias } from 'drizzle-orm/mysql-core'
import { attendance } from '../attendance/tables.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { hoursRecord } from '../hours/tables.ts'
import { entry, journal } from '../ledger/tables.ts'
import { employee, wechatBinding } from '../people/tables.ts'
import { signup } from '../signup/tables.ts'
import { pointTask, shopItem, shopOrder, stockChange, taskAward } from './tables.ts'

/** The Shanghai day of an instant, for grouping; the city has known no clock change since 1991. */
const dayIn = (at: unknown) => sql<string>`date_format(${at} + interval 8 hour, '%Y-%m-%d')`
const times = sql<number>`count(*)`.mapWith(Number)

/** Sign-ups that have a place, by the day they got it. */
export function confirmedOn(ctx: Ctx, employeeId: string, fromOn: string): Promise<FactDay[]> {
  const at = sql`coalesce(${signup.promotedAt}, ${signup.signedUpAt})`
  const day = dayIn(at)
  return ctx.db
    .select({ day, amount: times })
    .from(signup)
    .where(and(eq(signup.employeeId, employeeId), eq(signup.state, 'confirmed'), gte(at, startOfShanghaiDay(fromOn))))
    .groupBy(day)
}

export function checkedInOn(ctx: Ctx, employeeId: string, fromOn: string): Promise<FactDay[]> {
  const day = dayIn(attendance.inAt)
  return ctx.db
    .select({ day, amount: times })
    .from(attendance)
    .where(and(eq(attendance.employeeId, employeeId), gte(attendance.inAt, startOfShanghaiDay(fromOn))))
    .groupBy(day)
}

const issued = (employeeId: string, fromOn: string) =>
  and(
    eq(hoursRecord.employeeId, employeeId),
    eq(hoursRecord.state, 'issued'),
    gt(hoursRecord.minutes, 0),
    gte(hoursRecord.servedOn, fromOn),
  )

export function sessionsServedOn(ctx: Ctx, employeeId: string, fromOn: string): Promise<FactDay[]> {
  return ctx.db
    .select({ day: hoursRecord.servedOn, amount: times })
    .from(hoursRecord)
    .where(issued(employeeId, fromOn))
    .groupBy(hoursRecord.servedOn)
}

export function minutesServedOn(ctx: Ctx, employeeId: string, fromOn: string): Promise<FactDay[]> {
  return ctx.db
    .select({ day: hoursRecord.servedOn, amount: sum(hoursRecord.minutes).mapWith(Number) })
    .from(hoursRecord)
    .where(issued(employeeId, fromOn))
    .groupBy(hoursRecord.servedOn)
}

/** Credit that was given on and own donations that were matched stand in the ledger, and what was taken back does not count. */
export const creditGivenOn = (ctx: Ctx, employeeId: string, fromOn: string) =>
  journalsOn(ctx, { account: accountOf(employeeId, 'credit-held'), kind: 'donation-settled', fromOn })
export const giftsMatchedOn = (ctx: Ctx, employeeId: string, fromOn: string) =>
  journalsOn(ctx, { account: accountOf(employeeId, 'gift'), kind: 'gift-matched', fromOn })

function journalsOn(ctx: Ctx, { account, kind, fromOn }: { account: string; kind: JournalKind; fromOn: string }): Promise<FactDay[]> {
  const reversal = alias(journal, 'reversal')
  return ctx.db
    .select({ day: entry.servedOn, amount: times })
    .from(entry)
    .innerJoin(journal, and(eq(journal.id, entry.journalId), eq(journal.kind, kind), isNull(journal.reverses)))
    .leftJoin(reversal, eq(reversal.reverses, journal.id))
    .where(and(eq(entry.accountId, account), gte(entry.servedOn, fromOn), isNull(reversal.id)))
    .groupBy(entry.servedOn)
}

/** Once bound is bound for good: a person who changes phones loses nothing. */
export function boundOn(ctx: Ctx, employeeId: string, fromOn: string): Promise<FactDay[]> {
  const day = dayIn(wechatBinding.boundAt)
  return ctx.db
    .select({ day, amount: times })
    .from(wechatBinding)
    .where(and(eq(wechatBinding.employeeId, employeeId), gte(wechatBinding.boundAt, startOfShanghaiDay(fromOn))))
    .groupBy(day)
}

/** Whose sign-up it is. */
export async function signerOf(ctx: Ctx, signupId: string): Promise<string | null> {
  const [row] = await ctx.db.select({ employeeId: signup.employeeId }).from(signup).where(eq(signup.id, signupId))
  return row?.employeeId ?? null
}

/** Whose own donation a claim is: its journal says so. */
export async function giverOf(ctx: Ctx, claimId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ account: entry.accountId })
    .from(journal)
    .innerJoin(entry, eq(entry.journalId, journal.id))
    .where(and(eq(journal.sourceId, claimId), sql`${entry.accountId} like 'emp%/gift'`))
    .limit(1)
  return row?.account.split('/')[0] ?? null
}

/** Tasks that count on a day. */
export function selectTasksOn(ctx: Ctx, today: string, { limit, afterId }: { limit: number; afterId: string | undefined }) {
  return ctx.db
    .select()
    .from(pointTask)
    .where(
      and(
        lte(pointTask.fromOn, today),
        or(isNull(pointTask.untilOn), gte(pointTask.untilOn, today)),
        isNull(pointTask.endedOn),
        afterId === undefined ? undefined : gt(pointTask.id, afterId),
      ),
    )
    .orderBy(asc(pointTask.id))
    .limit(limit)
}

/** Tasks with what is held of them; the page is cut before the awards are counted. */
export async function selectTaskAccounts(ctx: Ctx, { limit, beforeId }: { limit: number; beforeId: string | undefined }) {
  const tasks = await ctx.db
    .select()
    .from(pointTask)
    .where(beforeId === undefined ? undefined : lt(pointTask.id, beforeId))
    .orderBy(desc(pointTask.id))
    .limit(limit)
  const ids = tasks.map(({ id }) => id)
  const sums =
    ids.length === 0
      ? []
      : await ctx.db
          .select({
            taskId: taskAward.taskId,
            people: sql<number>`count(distinct ${taskAward.employeeId})`.mapWith(Number),
            awards: count(),
            pointsGiven: sum(taskAward.points).mapWith(Number),
          })
          .from(taskAward)
          .where(and(inArray(taskAward.taskId, ids), eq(taskAward.state, 'held')))
          .groupBy(taskAward.taskId)
  const byTask = new Map(sums.map(({ taskId, ...given }) => [taskId, given]))
  return tasks.map((task) => ({ task, ...(byTask.get(task.id) ?? { people: 0, awards: 0, pointsGiven: 0 }) }))
}

/** Orders of a person that were not cancelled, by item. */
export async function ordersByItem(ctx: Ctx, employeeId: string, itemIds: readonly string[]): Promise<Map<string, number>> {
  if (itemIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ itemId: shopOrder.itemId, orders: count() })
    .from(shopOrder)
    .where(and(eq(shopOrder.employeeId, employeeId), inArray(shopOrder.itemId, [...itemIds]), ne(shopOrder.state, 'cancelled')))
    .groupBy(shopOrder.itemId)
  return new Map(rows.map(({ itemId, orders }) => [itemId, orders]))
}

/** Items on sale on a day, the cheapest first. */
export function selectOnSale(ctx: Ctx, today: string, { limit, from }: { limit: number; from: readonly [number, string] | undefined }) {
  return ctx.db
    .select()
    .from(shopItem)
    .where(
      and(
        eq(shopItem.state, 'on-sale'),
        lte(shopItem.fromOn, today),
        or(isNull(shopItem.untilOn), gte(shopItem.untilOn, today)),
        from === undefined ? undefined : sql`(${shopItem.pricePoints}, ${shopItem.id}) > (${from[0]}, ${from[1]})`,
      ),
    )
    .orderBy(asc(shopItem.pricePoints), asc(shopItem.id))
    .limit(limit)
}

/** @throws Problem `not-found` */
export async function itemById(ctx: Ctx, itemId: string): Promise<typeof shopItem.$inferSelect> {
  const [row] = await ctx.db.select().from(shopItem).where(eq(shopItem.id, itemId))
  if (row === undefined) throw refuse('not-found', { what: 'shop item' })
  return row
}

/** Items with their open and ended orders; the page is cut before orders are counted. */
export async function selectStock(ctx: Ctx, { limit, beforeId }: { limit: number; beforeId: string | undefined }) {
  const items = await ctx.db
    .select()
    .from(shopItem)
    .where(beforeId === undefined ? undefined : lt(shopItem.id, beforeId))
    .orderBy(desc(shopItem.id))
    .limit(limit)
  const ids = items.map(({ id }) => id)
  const counts =
    ids.length === 0
      ? []
      : await ctx.db
          .select({ itemId: shopOrder.itemId, state: shopOrder.state, orders: count() })
          .from(shopOrder)
          .where(inArray(shopOrder.itemId, ids))
          .groupBy(shopOrder.itemId, shopOrder.state)
  const ordersIn = (itemId: string, state: string) => counts.find((row) => row.itemId === itemId && row.state === state)?.orders ?? 0
  return items.map((item) => ({ item, waiting: ordersIn(item.id, 'placed'), pickedUp: ordersIn(item.id, 'picked-up') }))
}

export function selectStockChanges(ctx: Ctx, itemId: string, { limit, beforeRound }: { limit: number; beforeRound: number | undefined }) {
  const { round, change, reason, changedAt } = stockChange
  return ctx.db
    .select({ round, change, reason, changedAt, by: { id: employee.id, name: employee.name, department: employee.department } })
    .from(stockChange)
    .leftJoin(employee, eq(employee.id, stockChange.changedBy))
    .where(and(eq(stockChange.itemId, itemId), beforeRound === undefined ? undefined : lt(round, beforeRound)))
    .orderBy(desc(round))
    .limit(limit)
}

/** Orders with item and person, newest first, narrowed by the caller. */
export function selectOrders(ctx: Ctx, where: SQL | undefined, { limit, beforeId }: { limit: number; beforeId?: string | undefined }) {
  return ctx.db
    .select({
      order: shopOrder,
      item: { id: shopItem.id, name: shopItem.name, category: shopItem.category },
      person: { id: employee.id, name: employee.name, department: employee.department },
    })
    .from(shopOrder)
    .innerJoin(shopItem, eq(shopItem.id, shopOrder.itemId))
    .innerJoin(employee, eq(employee.id, shopOrder.employeeId))
    .where(and(where, beforeId === undefined ? undefined : lt(shopOrder.id, beforeId)))
    .orderBy(desc(shopOrder.id))
    .limit(limit)
}
export type OrderWithNames = Awaited<ReturnType<typeof selectOrders>>[number]

/** An order that is known to be there, with its names. */
export async function orderWithNames(ctx: Ctx, orderId: string): Promise<OrderWithNames> {
  const [row] = await selectOrders(ctx, eq(shopOrder.id, orderId), { limit: 1 })
  if (row === undefined) throw refuse('not-found', { what: 'order' })
  return row
}

export const ordersOfPerson = (employeeId: string) => eq(shopOrder.employeeId, employeeId)
export const ordersIn = (state: typeof shopOrder.$inferSelect.state) => eq(shopOrder.state, state)

/** The tasks that awards are of, by award. */
export async function tasksByAward(ctx: Ctx, awardIds: readonly string[]): Promise<Map<string, { id: string; title: string }>> {
  const rows = await ctx.db
    .select({ awardId: taskAward.id, id: pointTask.id, title: pointTask.title })
    .from(taskAward)
    .innerJoin(pointTask, eq(pointTask.id, taskAward.taskId))
    .where(inArray(taskAward.id, [...awardIds]))
  return new Map(rows.map(({ awardId, ...task }) => [awardId, task]))
}

/** The names of what was ordered, by order. */
export async function itemNames(ctx: Ctx, orderIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ id: shopOrder.id, name: shopItem.name })
    .from(shopOrder)
    .innerJoin(shopItem, eq(shopItem.id, shopOrder.itemId))
    .where(inArray(shopOrder.id, [...orderIds]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
