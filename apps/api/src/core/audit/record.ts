import type { AuditAction } from '@yijian/shared/audit/actions'
import type { AuditDetail } from '@yijian/shared/audit/details'
import type { Ctx } from '../context.ts'
import { auditRecord } from '../tables.ts'

export interface AuditEntry<Values extends object> {
  /** `<noun>.<past participle>`, e.g. `signup.cancelled`; each has words for auditors. Tests make up their own. */
  action: AuditAction | `test.${string}`
  /** Id of the thing it was done to. */
  subject: string
  /** Values that explain it; no personal data beyond ids, and the reason a person gave. */
  detail?: AuditDetail<Values>
}

/** Leaves the trace of a deed in the transaction that does it; looks of administrators included. */
export async function record<Values extends object>(ctx: Ctx, entry: AuditEntry<Values>): Promise<void> {
  await ctx.db.insert(auditRecord).values({
    id: ctx.app.newId('audit'),
    actorId: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
    actorKind: ctx.actor.kind,
    action: entry.action,
    subject: entry.subject,
    detail: entry.detail ?? {},
    requestId: ctx.requestId,
    recordedAt: ctx.now,
  })
}
