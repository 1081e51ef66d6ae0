import type { PointFact } from '@yijian/shared/points/rules'
import { and, eq, gt, inArray, isNull, lte, max, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { pointTask, shopItem, shopOrder, stockChange, taskAward } from './tables.ts'

export type PointTaskRow = typeof pointTask.$inferSelect
export type TaskAwardRow = typeof taskAward.$inferSelect
export type ShopItemRow = typeof shopItem.$inferSelect
export type ShopOrderRow = typeof shopOrder.$inferSelect

export async function insertPointTask(ctx: Ctx, row: PointTaskRow): Promise<void> {
  await ctx.db.insert(pointTask).values(row)
}

/** @throws Problem `not-found` */
export async function lockPointTask(ctx: Ctx, taskId: string): Promise<PointTaskRow> {
  const [row] = await ctx.db.select().from(pointTask).where(eq(pointTask.id, taskId)).for('update')
  if (row === undefined) throw refuse('not-found', { what: 'point task' })
  return row
}

/** False when it had ended before. */
export async function setTaskEnd(ctx: Ctx, taskId: string, endedOn: string): Promise<boolean> {
  const [{ affectedRows }] = await ctx.db
    .update(pointTask)
    .set({ endedOn })
    .where(and(eq(pointTask.id, taskId), isNull(pointTask.endedOn)))
  return affectedRows === 1
}

/** Tasks of these facts that have begun, ended ones too: a correction may reach back into their dates. */
export async function tasksOf(ctx: Ctx, facts: readonly PointFact[], today: string): Promise<PointTaskRow[]> {
  return ctx.db
    .select()
    .from(pointTask)
    .where(and(inArray(pointTask.fact, [...facts]), lte(pointTask.fromOn, today)))
    .orderBy(pointTask.id)
}

export async function awardsOf(ctx: Ctx, employeeId: string, taskIds: readonly string[]): Promise<TaskAwardRow[]> {
  if (taskIds.length === 0) return []
  return ctx.db
    .select()
    .from(taskAward)
    .where(and(eq(taskAward.employeeId, employeeId), inArray(taskAward.taskId, [...taskIds])))
}

export async function insertAwards(ctx: Ctx, rows: readonly TaskAwardRow[]): Promise<void> {
  if (rows.length > 0) await ctx.db.insert(taskAward).values([...rows])
}

export async function updateAward(ctx: Ctx, { id, state, round, journalId }: TaskAwardRow): Promise<void> {
  await ctx.db.update(taskAward).set({ state, round, journalId, changedAt: ctx.now }).where(eq(taskAward.id, id))
}

export async function insertItem(ctx: Ctx, row: ShopItemRow): Promise<void> {
  await ctx.db.insert(shopItem).values(row)
}

/** Locks an item behind the balances of whoever orders it. @throws Problem `not-found` */
export async function lockItem(ctx: Ctx, itemId: string): Promise<ShopItemRow> {
  const [row] = await ctx.db.select().from(shopItem).where(eq(shopItem.id, itemId)).for('update')
  if (row === undefined) throw refuse('not-found', { what: 'shop item' })
  return row
}

export async function updateItem(ctx: Ctx, { id, ...change }: Omit<ShopItemRow, 'stockLeft' | 'createdAt'>): Promise<void> {
  await ctx.db.update(shopItem).set(change).where(eq(shopItem.id, id))
}

/** False when none was left: the count of touched rows tells, not a look beforehand. */
export async function takeOne(ctx: Ctx, itemId: string): Promise<boolean> {
  const [{ affectedRows }] = await ctx.db
    .update(shopItem)
    .set({ stockLeft: sql`${shopItem.stockLeft} - 1` })
    .where(and(eq(shopItem.id, itemId), gt(shopItem.stockLeft, 0)))
  return affectedRows === 1
}

export async function moveStock(ctx: Ctx, itemId: string, change: number): Promise<void> {
  await ctx.db
    .update(shopItem)
    .set({ stockLeft: sql`${shopItem.stockLeft} + ${change}` })
    .where(eq(shopItem.id, itemId))
}

/** The item is locked, so that rounds follow each other. */
export async function insertStockChange(
  ctx: Ctx,
  row: Pick<typeof stockChange.$inferSelect, 'itemId' | 'change' | 'reason' | 'changedBy'>,
): Promise<void> {
  const [last] = await ctx.db
    .select({ round: max(stockChange.round) })
    .from(stockChange)
    .where(eq(stockChange.itemId, row.itemId))
  await ctx.db.insert(stockChange).values({ ...row, round: (last?.round ?? 0) + 1, changedAt: ctx.now })
}

export async function insertOrder(ctx: Ctx, row: ShopOrderRow): Promise<void> {
  await ctx.db.insert(shopOrder).values(row)
}

/** @throws Problem `not-found` */
export async function orderById(ctx: Ctx, orderId: string): Promise<ShopOrderRow> {
  const [row] = await ctx.db.select().from(shopOrder).where(eq(shopOrder.id, orderId))
  if (row === undefined) throw refuse('not-found', { what: 'order' })
  return row
}

/** Locks an order; who cancels it holds the balances of its person before. @throws Problem `not-found` */
export async function lockOrder(ctx: Ctx, orderId: string): Promise<ShopOrderRow> {
  const [row] = await ctx.db.select().from(shopOrder).where(eq(shopOrder.id, orderId)).for('update')
  if (row === undefined) throw refuse('not-found', { what: 'order' })
  return row
}

export async function findByCode(ctx: Ctx, code: string): Promise<ShopOrderRow | null> {
  const [row] = await ctx.db.select().from(shopOrder).where(eq(shopOrder.pickUpCode, code))
  return row ?? null
}

/** False when it was not open any more. */
export async function endOrder(
  ctx: Ctx,
  orderId: string,
  end: Pick<ShopOrderRow, 'state' | 'endedBy' | 'cancelReason' | 'refundId'>,
): Promise<boolean> {
  const [{ affectedRows }] = await ctx.db
    .update(shopOrder)
    .set({ ...end, endedAt: ctx.now })
    .where(and(eq(shopOrder.id, orderId), eq(shopOrder.state, 'placed')))
  return affectedRows === 1
}
