import { spokenTime } from '@yijian/shared/kernel/time'
import { figureDefinitions } from '@yijian/shared/stats/columns'
import { sheetNames } from '@yijian/shared/stats/names'
import type { ExportCheck, ReportedYear, YearReport } from '@yijian/shared/stats/shapes'
import type { proveLedger } from '../ledger/index.ts'
import type { ClosingRow } from './closing-repo.ts'
import { dayAndClock } from './day-and-clock.ts'
import type { Cell, Column } from './sheet-files.ts'
import { type SheetRows, writeAll } from './write-sheets.ts'

const aboutColumns: Column[] = [
  { heading: '项目', width: 40 },
  { heading: '内容 / 文件合计', width: 40 },
  { heading: '账本合计', width: 20 },
  { heading: '结果', width: 10 },
]

/** What every file says of itself: its snapshot, the proof of the ledger, its rows, and each sum beside the ledger's own. */
export interface Checked {
  asOf: string
  lastJournalId: string | null
  proof: Awaited<ReturnType<typeof proveLedger>>
  rows: SheetRows
  checks: readonly ExportCheck[]
}

/** The first sheet of a year. */
export async function writeAbout(
  folder: string,
  about: Checked & { report: YearReport; closedYears: ReportedYear['closedYears'] },
): Promise<SheetRows[number]> {
  const { year, branch, countedOn, smallCell } = about.report
  return writeAll(folder, 'about', aboutColumns, [
    line('报表', `益践 ${year} 年度志愿服务统计`),
    line('范围', branch === null ? '全公司' : `${branch.name}（成员的公益时与公益金，分会的项目与主理人）`),
    ...snapshotRows(about),
    line('员工统计日', countedOn),
    ...about.closedYears.map(({ year, closedAt, corrections }) =>
      line(`关账 · ${year}`, `${dayAndClock(closedAt)} 关账；其后入账的 ${corrections} 张凭证已计入本文件`),
    ),
    line('空值', '“—”为无数据，0 为真实的零'),
    line('小数保护', `分组统计中不足 ${smallCell} 人的格子及可反推的格子不显示`),
    ...checkedRows(about),
    line('核对单位', `公益时与公益假为分钟，金额为分；表中为小时、天与元。共 ${Object.keys(figureDefinitions).length} 个指标，口径见末表`),
  ])
}

/** The first sheet of a difference file. */
export async function writeDifferenceAbout(
  folder: string,
  about: Checked & { closing: ClosingRow; journals: { inYear: number; earlier: number } },
): Promise<SheetRows[number]> {
  const { year, closedAt, asOf, exportId, xlsxSha256, csvSha256, lastJournalId } = about.closing
  return writeAll(folder, 'about', aboutColumns, [
    line('报表', `益践 ${year} 年度差异文件：关账之后的更正`),
    line('范围', '全公司'),
    line('关账时间', `${dayAndClock(closedAt)}（北京时间）`),
    line('关账数取自', `${dayAndClock(asOf)}（北京时间）的账本，最后一张凭证 ${lastJournalId ?? '无'}`),
    line('关账所依据的导出', exportId),
    line('导出 XLSX 校验 SHA-256', xlsxSha256),
    line('导出 CSV 校验 SHA-256', csvSha256),
    ...snapshotRows(about),
    line(
      '更正凭证',
      `服务日在 ${year} 年的 ${about.journals.inYear} 张；服务日在此前的 ${about.journals.earlier} 张，只影响累计与年末余额`,
    ),
    line('怎么读', '关账数 ＋ 差异 ＝ 现在；“更正明细”逐条列出构成差异的分录'),
    line('非账本指标', '人数、场次、项目、主理人、徽章等由登记表统计，其变化不来自凭证，只列关账数与现在'),
    ...checkedRows(about),
    line('核对单位', '公益时与公益假为分钟，金额为分；“更正汇总”中为小时、天与元'),
  ])
}

const line = (name: string, words: Cell): Cell[] => [name, words, '', '']

const snapshotRows = ({ asOf, lastJournalId }: Checked): Cell[][] => [
  line('数据截至', `${asOf}（北京时间 ${spokenTime(asOf, 'zh')}）`),
  line('快照最后一张凭证', lastJournalId),
]

function* checkedRows({ proof, rows, checks }: Checked): Generator<Cell[]> {
  const { journals, entries, invariants, clean } = proof
  yield ['账本核验', `凭证 ${journals} 张，分录 ${entries} 条，核验 ${invariants.length} 项`, '', clean ? '通过' : '未通过']
  for (const { name, title, meaning, things, looked, violations } of invariants) {
    const found = `${meaning.zh}（核对 ${looked} ${things.zh}，不符 ${violations} 处）`
    yield [`核验 · ${title.zh}（${name}）`, found, '', violations === 0 ? '通过' : '未通过']
  }
  for (const { sheet, rows: count } of rows) yield line(`行数 · ${sheetNames[sheet].zh}`, count)
  for (const { name, inFile, inLedger } of checks) yield [`核对 · ${name}`, inFile, inLedger, inFile === inLedger ? '一致' : '不一致']
}
