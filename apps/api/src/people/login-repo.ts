import { addMinutes } from '@yijian/shared/kernel/time'
import { and, eq, gt, inArray, isNull, lt } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import type { EmployeeRow } from './repo.ts'
import { bindCode, employee, login, persona, refreshToken, wechatBinding } from './tables.ts'
import { hashToken, newToken } from './tokens.ts'

export type LoginRow = typeof login.$inferSelect
type BindCodeRow = typeof bindCode.$inferSelect

/** Used refresh tokens stay long enough to tell a stolen one, not for ever. */
const USED_TOKEN_MINUTES = 7 * 24 * 60

export async function insertLogin(ctx: Ctx, row: LoginRow): Promise<void> {
  await ctx.db.insert(login).values(row)
}

export async function insertRefreshToken(ctx: Ctx, loginId: string, token: string): Promise<void> {
  await ctx.db.insert(refreshToken).values({ tokenHash: hashToken(token), loginId, issuedAt: ctx.now, usedAt: null, salt: newToken() })
}

/** A refresh token with its login, both locked: of several requests with one token the first rotates, the others see it used. */
export interface RefreshTurn {
  tokenHash: string
  usedAt: Date | null
  salt: string
  login: LoginRow
}

export async function lockRefreshTurn(ctx: Ctx, tokenHash: string): Promise<RefreshTurn | null> {
  const [row] = await ctx.db
    .select()
    .from(refreshToken)
    .innerJoin(login, eq(login.id, refreshToken.loginId))
    .where(eq(refreshToken.tokenHash, tokenHash))
    .for('update')
  return row === undefined ? null : { ...row.refresh_token, login: row.login }
}

export async function renewLogin(
  ctx: Ctx,
  turn: RefreshTurn,
  next: Pick<LoginRow, 'accessHash' | 'accessExpiresAt' | 'refreshExpiresAt'>,
): Promise<void> {
  await ctx.db.update(refreshToken).set({ usedAt: ctx.now }).where(eq(refreshToken.tokenHash, turn.tokenHash))
  await ctx.db.update(login).set(next).where(eq(login.id, turn.login.id))
}

export async function dropOldRefreshTokens(ctx: Ctx, loginId: string): Promise<void> {
  const before = addMinutes(ctx.now, -USED_TOKEN_MINUTES)
  await ctx.db.delete(refreshToken).where(and(eq(refreshToken.loginId, loginId), lt(refreshToken.usedAt, before)))
}

export async function endLogin(ctx: Ctx, loginId: string): Promise<number> {
  const [ended] = await ctx.db
    .update(login)
    .set({ endedAt: ctx.now })
    .where(and(eq(login.id, loginId), isNull(login.endedAt)))
  return ended.affectedRows
}

/** Ends the open logins of people, or those of one means; returns how many. */
export async function endLoginsOf(ctx: Ctx, employeeIds: string[], means?: LoginRow['means']): Promise<number> {
  if (employeeIds.length === 0) return 0
  const [ended] = await ctx.db
    .update(login)
    .set({ endedAt: ctx.now })
    .where(and(inArray(login.employeeId, employeeIds), isNull(login.endedAt), means === undefined ? undefined : eq(login.means, means)))
  return ended.affectedRows
}

export async function findByOpenid(ctx: Ctx, openid: string): Promise<EmployeeRow | null> {
  const [row] = await ctx.db
    .select()
    .from(wechatBinding)
    .innerJoin(employee, eq(employee.id, wechatBinding.employeeId))
    .where(and(eq(wechatBinding.openid, openid), eq(wechatBinding.active, 1)))
  return row?.employee ?? null
}

export async function hasBinding(ctx: Ctx, employeeId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: wechatBinding.id })
    .from(wechatBinding)
    .where(and(eq(wechatBinding.employeeId, employeeId), eq(wechatBinding.active, 1)))
  return rows.length > 0
}

export async function insertBinding(ctx: Ctx, row: typeof wechatBinding.$inferSelect): Promise<void> {
  await ctx.db.insert(wechatBinding).values(row)
}

export async function endBinding(ctx: Ctx, employeeId: string): Promise<void> {
  await ctx.db
    .update(wechatBinding)
    .set({ active: null, endedAt: ctx.now })
    .where(and(eq(wechatBinding.employeeId, employeeId), eq(wechatBinding.active, 1)))
}

export async function insertBindCode(ctx: Ctx, row: BindCodeRow): Promise<void> {
  await ctx.db.insert(bindCode).values(row)
}

export async function lockBindCode(ctx: Ctx, codeHash: string): Promise<BindCodeRow | null> {
  const [row] = await ctx.db.select().from(bindCode).where(eq(bindCode.codeHash, codeHash)).for('update')
  return row ?? null
}

export async function markBindCodeUsed(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.update(bindCode).set({ usedAt: ctx.now }).where(eq(bindCode.id, id))
}

/** Open codes of a person expire now. */
export async function endBindCodes(ctx: Ctx, employeeId: string): Promise<void> {
  await ctx.db
    .update(bindCode)
    .set({ expiresAt: ctx.now })
    .where(and(eq(bindCode.employeeId, employeeId), isNull(bindCode.usedAt), gt(bindCode.expiresAt, ctx.now)))
}

export async function findPersona(ctx: Ctx, employeeId: string): Promise<EmployeeRow> {
  const [row] = await ctx.db
    .select()
    .from(persona)
    .innerJoin(employee, eq(employee.id, persona.employeeId))
    .where(eq(persona.employeeId, employeeId))
  if (row === undefined) throw refuse('not-found', { what: 'persona' })
  return row.employee
}

export async function upsertPersona(ctx: Ctx, row: typeof persona.$inferSelect): Promise<void> {
  const { part, position } = row
  await ctx.db.insert(persona).values(row).onDuplicateKeyUpdate({ set: { part, position } })
}
