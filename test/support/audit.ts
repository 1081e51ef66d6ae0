import type { Ctx } from '@yijian/api/core/context'
import { auditRecord } from '@yijian/api/core/tables'
import { asc, eq } from 'drizzle-orm'

/** What was recorded about a thing, oldest first. */
export async function tracesOf(
  ctx: Ctx,
  subject: string,
): Promise<{ action: string; actorId: string | null; detail: Record<string, unknown> }[]> {
  const { action, actorId, detail, id } = auditRecord
  return ctx.db.select({ action, actorId, detail }).from(auditRecord).where(eq(auditRecord.subject, subject)).orderBy(asc(id))
}
