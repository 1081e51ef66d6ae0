import type { ExportFormat, ExportLink } from '@yijian/shared/stats/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { linkTo } from '../file/index.ts'
import { exportById } from './repo.ts'

/** Whoever holds the link holds the names of everybody, so it ends soon. */
const LINK_MINUTES = 5

/**
 * A link to one file of an export; each one that is given leaves a trace.
 *
 * @throws Problem `export-not-ready`, `export-failed`, `not-found`
 */
export async function createExportLink(ctx: Ctx, { exportId, format }: { exportId: string; format: ExportFormat }): Promise<ExportLink> {
  requireRole(ctx, 'hr')
  return inTransaction(ctx, async (ctx) => {
    const { state, failure, progress, xlsxFileId, csvFileId } = await exportById(ctx, exportId)
    if (state === 'failed') throw refuse('export-failed', { failure: failure ?? 'mismatch' })
    const fileId = { xlsx: xlsxFileId, csv: csvFileId }[format]
    if (state !== 'ready' || fileId === null) throw refuse('export-not-ready', { progress })
    await record(ctx, { action: 'export.downloaded', subject: exportId, detail: { format, fileId } })
    return linkTo(ctx, fileId, { minutes: LINK_MINUTES })
  })
}
