import { accountNames, journalKindNames, ledgerUnitNames } from '@yijian/shared/ledger/names'
import type { EmployeeAccount } from '@yijian/shared/ledger/shapes'
import { figureDefinitions } from '@yijian/shared/stats/columns'
import { categoryNames, inReadUnit, unitNames } from '@yijian/shared/stats/names'
import type { YearReport } from '@yijian/shared/stats/shapes'
import { dayAndClock } from './day-and-clock.ts'
import type { CorrectionRow } from './difference-queries.ts'
import type { Cell, Column } from './sheet-files.ts'

const text = (heading: string, width = 14): Column => ({ heading, width })
const figure = (heading: string): Column => ({ heading, unit: 'minutes', width: 16 })

export const differenceColumns = (year: number): Column[] => [
  text('指标范畴'),
  text('指标', 24),
  text('单位', 8),
  figure(`关账数 · ${year} 年`),
  figure(`现在 · ${year} 年`),
  figure(`差异 · ${year} 年`),
  figure(`关账数 · 累计`),
  figure(`现在 · 累计`),
  figure(`差异 · 累计`),
  text('口径', 60),
]

/** Each figure as it was closed, as it is now, and what lies between; a difference with nothing is nothing. */
export function* differenceRows(frozen: YearReport, now: YearReport): Generator<Cell[]> {
  for (const { key, values, toDate } of frozen.figures) {
    const { category, heading, unit, definition, isPart } = figureDefinitions[key]
    const today = now.figures.find((figure) => figure.key === key)
    const pairs = [
      [values.at(-1) ?? null, today?.values.at(-1) ?? null],
      [toDate, today?.toDate ?? null],
    ] as const
    const cells = pairs.flatMap(([was, is]) => [was, is, was === null || is === null ? null : is - was])
    const words = [categoryNames[category].zh, `${isPart === true ? '　' : ''}${heading.zh}`, unitNames[unit].zh]
    yield [...words, ...cells.map((value) => (value === null ? null : inReadUnit(unit, value))), definition.zh]
  }
}

export const correctionColumns: Column[] = [
  text('入账时间（北京时间）', 20),
  text('服务日'),
  text('计入', 18),
  text('工号'),
  text('姓名'),
  text('部门', 20),
  text('凭证类型', 18),
  text('账户', 20),
  { heading: '金额', unit: 'fen', width: 14 },
  text('单位', 8),
  text('来源', 32),
  text('来源编号', 20),
  text('经手人', 20),
  text('凭证号', 20),
]

/** One entry; money in yuan, time in minutes, as the ledger has it. */
export function correctionCells(row: CorrectionRow, { year, source }: { year: number; source: string | null }): Cell[] {
  const { recordedAt, servedOn, employeeNo, name, department, kind, unit, amount, sourceId, actorName, actorNo, id } = row
  return [
    dayAndClock(recordedAt),
    servedOn,
    servedOn.startsWith(`${year}-`) ? `${year} 年` : '累计与年末余额',
    employeeNo,
    name ?? (row.owner === 'pay' ? '拨付批次' : null),
    department,
    journalKindNames[kind].zh,
    row.owner === 'emp' ? accountNames[row.account as EmployeeAccount].zh : '公益金',
    unit === 'fen' ? amount / 100 : amount,
    ledgerUnitNames[unit].zh,
    source,
    sourceId,
    actorName === null ? '系统' : `${actorName} ${actorNo}`,
    id,
  ]
}
