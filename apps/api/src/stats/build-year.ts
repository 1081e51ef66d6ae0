import { shanghaiDay } from '@yijian/shared/kernel/time'
import { sheetKeys } from '@yijian/shared/stats/keys'
import { rollingYears } from '@yijian/shared/stats/rules'
import type { Ctx } from '../core/context.ts'
import { proveLedger } from '../ledger/index.ts'
import { writeAbout } from './about-sheet.ts'
import { type Built, CHECKED_PERCENT, type Order, ROWS_PERCENT } from './built.ts'
import { checkSums } from './check-export.ts'
import { closingsOf } from './closing-repo.ts'
import { newestJournal } from './difference-queries.ts'
import { readYear } from './read-year.ts'
import { readClosedYears } from './read-reported-year.ts'
import { reportHash } from './report-hash.ts'
import { writeSheets } from './write-sheets.ts'
import type { Period } from './year-queries.ts'

/** Everything of a year, of the company or a branch. */
export async function writeYear(ctx: Ctx, { row, folder, further, tell }: Order): Promise<Built> {
  const report = await readYear(ctx, { year: row.year, branchId: row.branchId ?? undefined })
  const period: Period = { years: rollingYears(row.year), today: shanghaiDay(ctx.now), branchId: row.branchId }
  const lastJournalId = await newestJournal(ctx)
  const { written, rows } = await writeSheets(ctx, { folder, period, report, progress: (share) => tell(share * ROWS_PERCENT) })
  const checks = await checkSums(ctx, period, { report, written })
  const proof = await proveLedger(ctx, further)
  await tell(CHECKED_PERCENT)
  const closedYears = await readClosedYears(ctx, await closingsOf(ctx, report.years))
  const about = await writeAbout(folder, { report, asOf: report.asOf, lastJournalId, proof, rows, checks, closedYears })
  return {
    asOf: ctx.now,
    lastJournalId,
    sheets: [about, ...rows],
    keys: sheetKeys,
    name: ['益践', row.year, '年度统计', ...(report.branch === null ? [] : [safeInNames(report.branch.name)])].join('-'),
    checks,
    broken: proof.invariants.filter(({ violations }) => violations > 0),
    reportHash: row.branchId === null ? reportHash(report) : null,
  }
}

/** What no file system takes in a name. */
const safeInNames = (words: string) => words.replace(/[\\/:*?"<>|\s]+/g, '')
