import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { requireSystem } from '../core/access.ts'
import type { App } from '../core/app.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, createContext, databaseNow, inTransaction } from '../core/context.ts'
import { storeFile } from '../file/index.ts'
import { writeDifference } from './build-difference.ts'
import { writeYear } from './build-year.ts'
import type { Built, Means, Order } from './built.ts'
import { mismatches } from './check-export.ts'
import { type ExportRow, claimExport, updateBuilding } from './repo.ts'
import { readBack, writeCsvs, writeWorkbook } from './sheet-files.ts'
import { inSnapshot } from './snapshot.ts'

const MAX_ATTEMPTS = 3

/** Thrown when another builder took over; nothing is left to say. */
class Overtaken extends Error {
  override name = 'Overtaken'
}

/**
 * Builds an export outside any transaction but its own read-only snapshot, so that it may take minutes and hold no lock.
 * Whoever claims it builds it; a builder that falls silent is replaced, and only the newest may write.
 */
export async function buildExport(app: App, exportId: string, means: Means): Promise<void> {
  const ctx = await systemCtx(app)
  const row = await claimExport(ctx, exportId)
  if (row === null) return
  if (row.attempt > MAX_ATTEMPTS) return giveUp(ctx, row)
  const folder = await mkdtemp(join(tmpdir(), 'yijian-export-'))
  try {
    const built = await inSnapshot(ctx, (snapshot) => write(snapshot, { row, folder, ...means }))
    const wrong = [...mismatches(built.checks), ...built.broken]
    if (wrong.length > 0) await alarm(await systemCtx(app), row, { built, wrong })
    else await offer(await systemCtx(app), row, { built, folder })
  } catch (error) {
    // It stays `building`: the outbox comes back for it when its sign of life has grown old.
    if (!(error instanceof Overtaken)) app.log.error({ err: error, exportId, attempt: row.attempt }, 'export interrupted')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function systemCtx(app: App): Promise<Ctx> {
  return createContext(app, { kind: 'system', job: 'stats.build-export' }, app.newId('request'), await databaseNow(app))
}

async function write(ctx: Ctx, order: Omit<Order, 'tell'>): Promise<Built> {
  const tell = async (percent: number) => {
    // On another connection: the snapshot's own may not write.
    if (!(await updateBuilding(await systemCtx(ctx.app), order.row, { progress: Math.floor(percent) }))) throw new Overtaken()
  }
  return order.row.kind === 'difference' ? writeDifference(ctx, { ...order, tell }) : writeYear(ctx, { ...order, tell })
}

/** What agrees is packed, stored and offered, in one transaction. */
async function offer(ctx: Ctx, row: ExportRow, { built, folder }: { built: Built; folder: string }): Promise<void> {
  requireSystem(ctx)
  const { asOf, lastJournalId, sheets, keys, checks, reportHash } = built
  const [xlsx, csv] = [join(folder, 'year.xlsx'), join(folder, 'year-csv.zip')]
  await writeWorkbook(folder, keys, { path: xlsx, at: asOf })
  await writeCsvs(folder, keys, { path: csv, at: asOf })
  const name = `${built.name}-${shanghaiDay(asOf)}`
  await inTransaction(ctx, async (ctx) => {
    const workbook = await storeFile(ctx, { name: `${name}.xlsx`, type: XLSX, purpose: 'export', content: readBack(xlsx) })
    const tables = await storeFile(ctx, { name: `${name}-csv.zip`, type: 'application/zip', purpose: 'export', content: readBack(csv) })
    const files = { xlsxFileId: workbook.id, csvFileId: tables.id, reportHash }
    const ready = { state: 'ready' as const, progress: 100, finishedAt: ctx.now, asOf, lastJournalId, sheets, checks, ...files }
    if (!(await updateBuilding(ctx, row, ready))) throw new Overtaken()
    const hashes = { xlsxSha256: workbook.sha256, csvSha256: tables.sha256 }
    await record(ctx, { action: 'export.built', subject: row.id, detail: { ...hashes, lastJournalId, sums: checks.length } })
  })
}
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A sum that does not agree is an alert for people, never a file. */
async function alarm(ctx: Ctx, row: ExportRow, { built, wrong }: { built: Built; wrong: readonly { name: string }[] }): Promise<void> {
  requireSystem(ctx)
  const { asOf, lastJournalId, sheets, checks } = built
  const names = wrong.map(({ name }) => name)
  await inTransaction(ctx, async (ctx) => {
    const failed = { state: 'failed' as const, failure: 'mismatch' as const, finishedAt: ctx.now, asOf, lastJournalId, sheets, checks }
    if (!(await updateBuilding(ctx, row, failed))) throw new Overtaken()
    await record(ctx, { action: 'export.mismatched', subject: row.id, detail: { wrong: names.slice(0, 20), count: names.length } })
  })
  ctx.log.error({ exportId: row.id, wrong: names }, 'export does not agree with the ledger')
}

async function giveUp(ctx: Ctx, row: ExportRow): Promise<void> {
  requireSystem(ctx)
  await inTransaction(ctx, async (ctx) => {
    await updateBuilding(ctx, row, { state: 'failed', failure: 'interrupted', finishedAt: ctx.now })
    await record(ctx, { action: 'export.interrupted', subject: row.id, detail: { attempts: row.attempt - 1 } })
  })
  ctx.log.error({ exportId: row.id }, 'export was interrupted too often')
}
