import { toDate } from '@yijian/shared/kernel/time'
import type { PolicyVersion } from '@yijian/shared/policy/shapes'
import type { Ctx } from '../core/context.ts'
import { policyVersion } from './tables.ts'

export type PolicyRow = typeof policyVersion.$inferSelect

export async function insertPolicy(ctx: Ctx, version: PolicyVersion, publishedBy: string | null): Promise<void> {
  await ctx.db.insert(policyVersion).values({ ...version, publishedBy, publishedAt: toDate(version.publishedAt) })
}

/** A row as it travels; the settings were checked by the shape of their kind when they were published. */
export function toVersion(row: PolicyRow): PolicyVersion {
  const { id, kind, label, inForceFrom, settings, publishedAt } = row
  return { id, kind, label, inForceFrom, settings, publishedAt: publishedAt.toISOString() } as PolicyVersion
}
