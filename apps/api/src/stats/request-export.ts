import { shanghaiDay } from '@yijian/shared/kernel/time'
import { canRequestExport } from '@yijian/shared/stats/rules'
import type { HrExport, RequestExportInput } from '@yijian/shared/stats/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { put } from '../core/jobs/outbox.ts'
import { enforce } from '../core/problems.ts'
import { closingOf } from './closing-repo.ts'
import { namesOf } from './read.ts'
import { type ExportRow, insertExport, toExport } from './repo.ts'
import { readBranch } from './year-queries.ts'

/**
 * Asks for the files of a year, or of what was corrected after its close; they are built in the background.
 *
 * @throws Problem `year-not-begun`, `year-closed`, `year-not-closed`, `difference-of-branch`, `not-found`
 */
export async function requestExport(ctx: Ctx, { kind = 'year', year, branchId }: RequestExportInput): Promise<HrExport> {
  const { employeeId } = requireRole(ctx, 'hr')
  return inTransaction(ctx, async (ctx) => {
    const runningYear = Number(shanghaiDay(ctx.now).slice(0, 4))
    const closed = await closingOf(ctx, year)
    const closedOn = closed === null ? null : shanghaiDay(closed.closedAt)
    const isDifference = kind === 'difference'
    enforce(canRequestExport({ isDifference, year, runningYear, isBranch: branchId !== undefined, closedOn }))
    if (branchId !== undefined) await readBranch(ctx, branchId)
    const asked = { id: ctx.app.newId('export'), kind, year, branchId: branchId ?? null, requestedBy: employeeId, requestedAt: ctx.now }
    const row: ExportRow = { ...asked, ...untouched }
    await insertExport(ctx, row)
    await record(ctx, { action: 'export.requested', subject: row.id, detail: { kind, year, branchId: row.branchId } })
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
  reportHash: null,
}
