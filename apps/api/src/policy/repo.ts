import { toDate } from '@yijian/shared/kernel/time'
import type { PolicyVersion } from '@yijian/shared/policy/shapes'
import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { policyVersion } from './tables.ts'

export type PolicyRow = typeof policyVersion.$inferSelect

export async function insertPolicy(ctx: Ctx, version: PolicyVersion & { follows?: string }, publishedBy: string | null): Promise<void> {
  await ctx.db.insert(policyVersion).values({ ...version, publishedBy, publishedAt: toDate(version.publishedAt) })
}

/** Published last, whatever day it is in force from; every kind has a version. */
export async function newestPolicy(ctx: Ctx, kind: PolicyVersion['kind']): Promise<PolicyRow> {
  const [row] = await ctx.db.select().from(policyVersion).where(eq(policyVersion.kind, kind)).orderBy(desc(policyVersion.id)).limit(1)
  if (row === undefined) throw new Error(`there is no ${kind} policy`)
  return row
}

/** A row as it travels; the settings were checked by the shape of their kind when they were published. */
export function toVersion(row: PolicyRow): PolicyVersion {
  const { id, kind, label, inForceFrom, settings, publishedAt } = row
  return { id, kind, label, inForceFrom, settings, publishedAt: publishedAt.toISOString() } as PolicyVersion
}
