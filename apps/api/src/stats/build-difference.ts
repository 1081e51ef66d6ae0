import { shanghaiDay } from '@yijian/shared/kernel/time'
import { figureDefinitions } from '@yijian/shared/stats/columns'
import { differenceSheetKeys } from '@yijian/shared/stats/keys'
import { rollingYears } from '@yijian/shared/stats/rules'
import type { ExportCheck, YearReport } from '@yijian/shared/stats/shapes'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { proveLedger } from '../ledger/index.ts'
import { titlesOf } from '../statement/index.ts'
import { writeDifferenceAbout } from './about-sheet.ts'
import { type Built, CHECKED_PERCENT, type Order, ROWS_PERCENT } from './built.ts'
import { type ClosingRow, closingOf } from './closing-repo.ts'
import { countAfterClose, newestJournal, pagesOfCorrections, recountVolunteers } from './difference-queries.ts'
import { correctionCells, correctionColumns, differenceColumns, differenceRows } from './difference-sheets.ts'
import { type MonthSum, ledgerKeys, sumOver } from './measures.ts'
import { readYear } from './read-year.ts'
import { openSheet } from './sheet-files.ts'
import { definitionColumns, definitionRows, nameOf } from './sheets.ts'
import { type SheetRows, writeAll } from './write-sheets.ts'
import { recountEntries } from './year-queries.ts'

/** What was recorded of a closed year after its figures were frozen (差异文件), from one snapshot. */
export async function writeDifference(ctx: Ctx, order: Order): Promise<Built> {
  const { row, folder, further, tell } = order
  const closing = await closingOf(ctx, row.year)
  if (closing === null) throw refuse('year-not-closed', { year: row.year })
  const now = await readYear(ctx, { year: row.year })
  const lastJournalId = await newestJournal(ctx)
  const corrections = await writeCorrections(ctx, order, closing)
  const rows: SheetRows = [
    await writeAll(folder, 'differences', differenceColumns(row.year), differenceRows(closing.report, now)),
    { sheet: 'corrections', rows: corrections.rows },
    await writeAll(folder, 'definitions', definitionColumns, definitionRows()),
  ]
  const checks = await checkDifference(ctx, { closing, now, corrections })
  const proof = await proveLedger(ctx, further)
  await tell(CHECKED_PERCENT)
  const { journals } = corrections
  const about = await writeDifferenceAbout(folder, { closing, journals, asOf: now.asOf, lastJournalId, proof, rows, checks })
  return {
    asOf: ctx.now,
    lastJournalId,
    sheets: [about, ...rows],
    keys: differenceSheetKeys,
    name: `益践-${row.year}-差异文件`,
    checks,
    broken: proof.invariants.filter(({ violations }) => violations > 0),
    reportHash: null,
  }
}

interface Corrections {
  rows: number
  journals: { inYear: number; earlier: number }
  /** What the rows sum up to, as they were written. */
  sums: MonthSum[]
}

async function writeCorrections(ctx: Ctx, { folder, tellers, tell }: Order, closing: ClosingRow): Promise<Corrections> {
  const { year } = closing
  const sheet = await openSheet(folder, 'corrections', correctionColumns)
  const inAll = await countAfterClose(ctx, closing)
  const [inYear, earlier] = [new Set<string>(), new Set<string>()]
  const sums = new Map<string, MonthSum>()
  for await (const page of pagesOfCorrections(ctx, closing)) {
    const titles = await titlesOf(
      ctx,
      page.map(({ sourceId }) => sourceId),
      tellers,
    )
    for (const row of page) {
      await sheet.add(correctionCells(row, { year, source: titles.get(row.sourceId)?.zh ?? null }))
      const { id, servedOn, owner, account, kind, amount } = row
      ;(servedOn.startsWith(`${year}-`) ? inYear : earlier).add(id)
      const ym = Number(servedOn.slice(0, 7).replace('-', ''))
      const key = `${ym} ${owner} ${account} ${kind}`
      sums.set(key, { ym, owner, account, kind, amount: (sums.get(key)?.amount ?? 0) + amount })
    }
    await tell(((inYear.size + earlier.size) / Math.max(1, inAll)) * ROWS_PERCENT)
  }
  return { rows: await sheet.close(), journals: { inYear: inYear.size, earlier: earlier.size }, sums: [...sums.values()] }
}

/**
 * Frozen and differences together are what the entries say now, and the figures of the file say the same; volunteers are
 * counted again by the entries that the close held. Nothing is taken from where it was frozen but the figure itself.
 */
async function checkDifference(
  ctx: Ctx,
  { closing, now, corrections }: { closing: ClosingRow; now: YearReport; corrections: Corrections },
): Promise<ExportCheck[]> {
  const { year, report: frozen } = closing
  const checks: ExportCheck[] = []
  const check = (name: string, inFile: number, inLedger: number) => checks.push({ name, inFile, inLedger })
  const entries = await recountEntries(ctx, { years: rollingYears(year), today: shanghaiDay(ctx.now), branchId: null })
  const span = { year: { sinceYm: year * 100, untilYm: year * 100 + 12 }, toDate: { sinceYm: 0, untilYm: year * 100 + 12 } }
  for (const key of ledgerKeys) {
    const [was, is] = [frozen, now].map(({ figures }) => figures.find((figure) => figure.key === key))
    const inYear = sumOver(key, entries, span.year)
    const toDate = sumOver(key, entries, span.toDate)
    const when = figureDefinitions[key].isStock === true ? `${year} 年末` : `${year}`
    check(`关账数＋差异 · ${nameOf(key)} · ${when}`, (was?.values.at(-1) ?? 0) + sumOver(key, corrections.sums, span.year), inYear)
    check(`关账数＋差异 · ${nameOf(key)} · 累计`, (was?.toDate ?? 0) + sumOver(key, corrections.sums, span.toDate), toDate)
    check(`现在 · ${nameOf(key)} · ${when}`, is?.values.at(-1) ?? 0, inYear)
    check(`现在 · ${nameOf(key)} · 累计`, is?.toDate ?? 0, toDate)
  }
  const volunteers = frozen.figures.find(({ key }) => key === 'volunteers')?.values.at(-1) ?? 0
  check(`关账数 · 志愿者人数 · ${year}`, volunteers, await recountVolunteers(ctx, closing))
  const { inYear, earlier } = corrections.journals
  check('更正明细 · 凭证张数', inYear + earlier, await countAfterClose(ctx, closing))
  return checks
}
