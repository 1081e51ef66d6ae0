import { shanghaiDay } from '@yijian/shared/kernel/time'
import type { HrExport, RequestExportInput } from '@yijian/shared/stats/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { refuse } from '../core/problems.ts'
import { namesOf } from './read.ts'
import { type ExportRow, insertExport, toExport } from './repo.ts'
import { readBranch } from './year-queries.ts'

/**
 * Asks for the files of a year; they are built in the background.
 *
 * @throws Problem `year-not-begun`, `not-found`
 */
export async function requestExport(ctx: Ctx, { year, branchId }: RequestExportInput): Promise<HrExport> {
  const { employeeId } = requireRole(ctx, 'hr')
  return inTransaction(ctx, async (ctx) => {
    const runningYear = Number(shanghaiDay(ctx.now).slice(0, 4))
    if (year > runningYear) throw refuse('year-not-begun', { year, runningYear })
    if (branchId !== undefined) await readBranch(ctx, branchId)
    const asked = { id: ctx.app.newId('export'), year, branchId: branchId ?? null, requestedBy: employeeId, requestedAt: ctx.now }
    const row: ExportRow = { ...asked, ...untouched }
    await insertExport(ctx, row)
    await record(ctx, { action: 'export.requested', subject: row.id, detail: { year, branchId: row.branchId } })
    await put(ctx, 'export.requested', { exportId: row.id })
    return toExport(row, await namesOf(ctx, [row]))
  })
}

const untouched = {
  state: 'requested' as const,
  failure: null,
  progress: 0,
  attempt: 0,
  heartbeatAt: null,
  finishedAt: null,
  asOf: null,
  lastJournalId: null,
  sheets: [],
  checks: [],
  xlsxFileId: null,
  csvFileId: null,
}
