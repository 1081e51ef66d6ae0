import { type HonourConsent, type HonourField, honourFields } from '@yijian/shared/honour/shapes'
import { and, eq, max } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { honourConsent } from './tables.ts'

/** Since when each field is shown; those that are hidden have no entry. */
export async function consentsOf(ctx: Ctx, employeeId: string): Promise<Map<HonourField, Date>> {
  const rows = await ctx.db
    .select({ field: honourConsent.field, givenAt: honourConsent.givenAt })
    .from(honourConsent)
    .where(and(eq(honourConsent.employeeId, employeeId), eq(honourConsent.active, 1)))
  return new Map(rows.map(({ field, givenAt }) => [field, givenAt]))
}

/** Every field there is, hidden ones too. */
export function toConsents(held: ReadonlyMap<HonourField, Date>): HonourConsent[] {
  return honourFields.map((field) => ({ field, shownSince: held.get(field)?.toISOString() ?? null }))
}

export async function giveConsent(ctx: Ctx, employeeId: string, field: HonourField): Promise<void> {
  const [last] = await ctx.db
    .select({ version: max(honourConsent.version) })
    .from(honourConsent)
    .where(and(eq(honourConsent.employeeId, employeeId), eq(honourConsent.field, field)))
  const version = (last?.version ?? 0) + 1
  await ctx.db.insert(honourConsent).values({ employeeId, field, version, givenAt: ctx.now, withdrawnAt: null, active: 1 })
}

export async function withdrawConsent(ctx: Ctx, employeeId: string, field: HonourField): Promise<void> {
  await ctx.db
    .update(honourConsent)
    .set({ withdrawnAt: ctx.now, active: null })
    .where(and(eq(honourConsent.employeeId, employeeId), eq(honourConsent.field, field), eq(honourConsent.active, 1)))
}
