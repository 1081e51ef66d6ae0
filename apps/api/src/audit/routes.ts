import type { auditContract } from '@yijian/shared/audit/contract'
import type { Handlers } from '../core/http/handlers.ts'
import { listAuditRecords } from './list-audit-records.ts'

export const auditHandlers: Handlers<typeof auditContract> = {
  listAuditRecords: (ctx, { query }) => listAuditRecords(ctx, query),
}
