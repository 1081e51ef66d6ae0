import type { Page } from '@yijian/shared/http/page'
import { id } from '@yijian/shared/kernel/id'
import { type HrExport, exportFormats } from '@yijian/shared/stats/shapes'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { Ctx } from '../core/context.ts'
import { pageOf, readCursor } from '../core/http/cursor.ts'
import { refuse } from '../core/problems.ts'
import { hrExport } from './tables.ts'

export type ExportRow = typeof hrExport.$inferSelect

export async function insertExport(ctx: Ctx, row: ExportRow): Promise<void> {
  await ctx.db.insert(hrExport).values(row)
}

/** @throws Problem `not-found` */
export async function exportById(ctx: Ctx, exportId: string): Promise<ExportRow> {
  const [row] = await ctx.db.select().from(hrExport).where(eq(hrExport.id, exportId))
  if (row === undefined) throw refuse('not-found', { what: 'export' })
  return row
}

const exportCursor = z.tuple([id('export')])

/** Ids sort by time. */
export async function pageOfExports(ctx: Ctx, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<ExportRow>> {
  const [last] = cursor === undefined ? [] : readCursor(cursor, exportCursor)
  const rows = await ctx.db
    .select()
    .from(hrExport)
    .where(last === undefined ? undefined : lt(hrExport.id, last))
    .orderBy(desc(hrExport.id))
    .limit(limit + 1)
  return pageOf(rows, limit, { item: (row) => row, cursor: (row) => [row.id] })
}

/** A builder that has not been heard of for so long is gone. */
export const SILENT_MINUTES = 10

/** Takes an export to build, once: null when somebody else builds it or it is done. The attempt is the builder's proof from here on. */
export async function claimExport(ctx: Ctx, exportId: string): Promise<ExportRow | null> {
  const [result] = await ctx.db
    .update(hrExport)
    .set({ state: 'building', progress: 0, attempt: sql`${hrExport.attempt} + 1`, heartbeatAt: ctx.now })
    .where(
      and(
        eq(hrExport.id, exportId),
        sql`(${hrExport.state} = 'requested' or (${hrExport.state} = 'building' and ${hrExport.heartbeatAt} < ${ctx.now} - interval ${SILENT_MINUTES} minute))`,
      ),
    )
  return result.affectedRows === 1 ? exportById(ctx, exportId) : null
}

/** What the builder of this attempt writes; false when another one took over. */
export async function updateBuilding(
  ctx: Ctx,
  { id, attempt }: Pick<ExportRow, 'id' | 'attempt'>,
  set: Partial<ExportRow>,
): Promise<boolean> {
  const [result] = await ctx.db
    .update(hrExport)
    .set({ ...set, heartbeatAt: ctx.now })
    .where(and(eq(hrExport.id, id), eq(hrExport.attempt, attempt), eq(hrExport.state, 'building')))
  return result.affectedRows === 1
}

export interface ExportNames {
  people: ReadonlyMap<string, HrExport['requestedBy']>
  branches: ReadonlyMap<string, string>
  files: ReadonlyMap<string, { name: string; sizeBytes: number; sha256: string }>
}

export function toExport(row: ExportRow, { people, branches, files }: ExportNames): HrExport {
  const { id, kind, year, branchId, state, failure, progress, requestedBy, requestedAt, finishedAt, asOf, lastJournalId, sheets, checks } =
    row
  const person = people.get(requestedBy)
  if (person === undefined) throw new Error(`${id} was requested by nobody`)
  const fileIds = { xlsx: row.xlsxFileId, csv: row.csvFileId }
  return {
    id,
    kind,
    year,
    branch: branchId === null ? null : { id: branchId, name: branches.get(branchId) ?? branchId },
    state,
    failure,
    progress,
    requestedBy: person,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    asOf: asOf?.toISOString() ?? null,
    lastJournalId,
    sheets,
    checks,
    files: exportFormats.flatMap((format) => {
      const file = files.get(fileIds[format] ?? '')
      return file === undefined ? [] : [{ format, name: file.name, sizeBytes: file.sizeBytes, sha256: file.sha256 }]
    }),
  }
}
