import { shanghaiDay } from '@yijian/shared/kernel/time'
import { type CloseYearFacts, canCloseYear } from '@yijian/shared/stats/rules'
import type { YearClosing, YearReport } from '@yijian/shared/stats/shapes'
import { requireRole } from '../core/access.ts'
import { record } from '../core/audit/record.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { classify } from '../core/db/errno.ts'
import { enforce, refuse } from '../core/problems.ts'
import { filesById } from '../file/index.ts'
import { type ClosingRow, closingOf, insertClosing, newestExport, toClosing } from './closing-repo.ts'
import { dayAndClock } from './day-and-clock.ts'
import { latestBefore, newestJournal } from './difference-queries.ts'
import { peopleById } from './read.ts'
import { readYear } from './read-year.ts'
import { reportHash } from './report-hash.ts'

/**
 * Closes a year (关账): freezes its figures as they are and as a checked file holds them. The ledger goes on; what it
 * says of the year later is a difference.
 *
 * @throws Problem `year-still-running`, `year-closed`, `closing-needs-export`, `export-outdated`
 */
export async function closeYear(ctx: Ctx, { year }: { year: number }): Promise<YearClosing> {
  const { employeeId } = requireRole(ctx, 'hr')
  return inTransaction(ctx, async (ctx) => {
    const { report, ...frozen } = enforced(await readFacts(ctx, year))
    const row: ClosingRow = { year, closedAt: ctx.now, closedBy: employeeId, ...frozen.closing, report }
    await insertOnce(ctx, row, frozen.latest)
    const { exportId, lastJournalId, xlsxSha256, csvSha256 } = row
    await record(ctx, { action: 'year.closed', subject: `year/${year}`, detail: { exportId, lastJournalId, xlsxSha256, csvSha256 } })
    return toClosing(row, await peopleById(ctx, [employeeId]))
  })
}

interface Frozen {
  report: YearReport
  closing: Pick<ClosingRow, 'exportId' | 'xlsxSha256' | 'csvSha256' | 'asOf' | 'lastJournalId'>
  /** Journals of the last minutes that are in the figures, as those of the file are. */
  latest: string[]
}

async function readFacts(ctx: Ctx, year: number): Promise<{ facts: CloseYearFacts; frozen: Frozen | null }> {
  const runningYear = Number(shanghaiDay(ctx.now).slice(0, 4))
  const closed = await closingOf(ctx, year)
  const closedOn = closed === null ? null : shanghaiDay(closed.closedAt)
  const newest = year < runningYear && closed === null ? await newestExport(ctx, year) : null
  if (newest === null) return { facts: { year, runningYear, closedOn, newest: null, reportHash: '' }, frozen: null }
  const { id: exportId, asOf, reportHash: hashOfFile, xlsxFileId, csvFileId } = newest
  const files = new Map(
    (
      await filesById(
        ctx,
        [xlsxFileId, csvFileId].filter((id) => id !== null),
      )
    ).map((file) => [file.id, file]),
  )
  const [xlsx, csv] = [files.get(xlsxFileId ?? ''), files.get(csvFileId ?? '')]
  if (asOf === null || hashOfFile === null || xlsx === undefined || csv === undefined) throw new Error(`${exportId} is ready without files`)
  // Before the figures, which are many statements without a snapshot: what is committed between shows in them as another
  // hash than the file's and refuses the close, or moves none of them and counts as recorded later.
  const latest = await latestBefore(ctx, { year, asOf: ctx.now })
  const closing = { exportId, xlsxSha256: xlsx.sha256, csvSha256: csv.sha256, asOf: ctx.now, lastJournalId: await newestJournal(ctx) }
  const report = await readYear(ctx, { year })
  return {
    facts: {
      year,
      runningYear,
      closedOn,
      newest: { exportedAt: dayAndClock(asOf), reportHash: hashOfFile },
      reportHash: reportHash(report),
    },
    frozen: { report, closing, latest },
  }
}

function enforced({ facts, frozen }: { facts: CloseYearFacts; frozen: Frozen | null }): Frozen {
  enforce(canCloseYear(facts))
  if (frozen === null) throw new Error('what may be closed has figures')
  return frozen
}

/** Two who close at once: the key lets one through, and the other is told. */
async function insertOnce(ctx: Ctx, row: ClosingRow, latest: readonly string[]): Promise<void> {
  try {
    await insertClosing(ctx, row, latest)
  } catch (error) {
    if (classify(error) !== 'duplicate') throw error
    throw refuse('year-closed', { year: row.year, closedOn: shanghaiDay(ctx.now) })
  }
}
