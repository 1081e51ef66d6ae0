import { addMinutes, isBefore } from '@yijian/shared/kernel/time'
import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import type { LoginRow } from './login-repo.ts'
import { login, loginHandOff, webLoginState } from './tables.ts'

export type HandOffRow = typeof loginHandOff.$inferSelect

/** Ended hand-offs say what happened to whoever comes late, for an hour. */
const KEPT_MINUTES = 60

export async function insertHandOff(ctx: Ctx, row: HandOffRow): Promise<void> {
  await ctx.db.insert(loginHandOff).values(row)
}

/** What nobody asks for any more; the audit keeps what was done. */
export async function dropOldHandOffs(ctx: Ctx): Promise<void> {
  await ctx.db.delete(loginHandOff).where(lt(loginHandOff.expiresAt, addMinutes(ctx.now, -KEPT_MINUTES)))
}

export async function findByCode(ctx: Ctx, codeHash: string): Promise<HandOffRow | null> {
  const [row] = await ctx.db.select().from(loginHandOff).where(eq(loginHandOff.codeHash, codeHash))
  return row ?? null
}

/** Of several phones that decide at once the first one does. */
export async function lockByCode(ctx: Ctx, codeHash: string): Promise<HandOffRow | null> {
  const [row] = await ctx.db.select().from(loginHandOff).where(eq(loginHandOff.codeHash, codeHash)).for('update')
  return row ?? null
}

export async function findBySecret(ctx: Ctx, secretHash: string): Promise<HandOffRow | null> {
  const [row] = await ctx.db.select().from(loginHandOff).where(eq(loginHandOff.secretHash, secretHash))
  return row ?? null
}

/** Of several polls at once the first one fetches. */
export async function lockBySecret(ctx: Ctx, secretHash: string): Promise<HandOffRow | null> {
  const [row] = await ctx.db.select().from(loginHandOff).where(eq(loginHandOff.secretHash, secretHash)).for('update')
  return row ?? null
}

export async function moveHandOff(
  ctx: Ctx,
  id: string,
  to: Pick<HandOffRow, 'state'> & Partial<Pick<HandOffRow, 'decidedBy' | 'decidedAt' | 'loginId'>>,
): Promise<void> {
  await ctx.db.update(loginHandOff).set(to).where(eq(loginHandOff.id, id))
}

/** A login that has not been ended; null otherwise. */
export async function runningLogin(ctx: Ctx, loginId: string): Promise<LoginRow | null> {
  const [row] = await ctx.db
    .select()
    .from(login)
    .where(and(eq(login.id, loginId), isNull(login.endedAt)))
  return row !== undefined && isBefore(ctx.now, row.refreshExpiresAt) ? row : null
}

export async function insertWebLoginState(ctx: Ctx, state: string, expiresAt: Date): Promise<void> {
  await ctx.db.delete(webLoginState).where(lt(webLoginState.expiresAt, ctx.now))
  await ctx.db.insert(webLoginState).values({ state, expiresAt })
}

/** False when it was used before, has expired or never was. */
export async function useWebLoginState(ctx: Ctx, state: string): Promise<boolean> {
  const [used] = await ctx.db
    .update(webLoginState)
    .set({ usedAt: ctx.now })
    .where(and(eq(webLoginState.state, state), isNull(webLoginState.usedAt), gt(webLoginState.expiresAt, ctx.now)))
  return used.affectedRows === 1
}
