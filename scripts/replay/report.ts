import type { App } from '@yijian/api/core/app'
import { databaseNow } from '@yijian/api/core/context'
import { handlers } from '@yijian/api/server'
import { importWords } from '@yijian/shared/people/import-columns'
import type { RowDataPacket } from 'mysql2/promise'
import { createCast } from '../lib/cast.ts'
import { clockedApp } from '../lib/clocked.ts'
import { type Description, type Split, splits } from './description.ts'

/** One figure: what the description says beside what ledger and tables say. */
export interface Figure {
  name: string
  unit: string
  stated: number
  /** Null where this version of the product has no such thing yet. */
  found: number | null
}

export interface Report {
  figures: Figure[]
  proof: { clean: boolean; journals: number; entries: number; broken: string[] }
}

const columnOf: Record<Split, string> = {
  employmentType: 'employment_type',
  ageBand: 'age_band',
  sex: 'sex',
  level: 'level',
  region: 'region',
}

/** Reads the year back from ledger and tables, as the auditor would. */
export async function readReport(app: App, description: Description, auditor: string): Promise<Report> {
  const { published } = description
  const reader = await createCast(clockedApp(app, await databaseNow(app))).as(auditor)
  const summary = await handlers.getProgrammeSummary(reader, {})
  const proof = await handlers.proveLedger(reader, {})
  const figures: Figure[] = [
    ...(await staffFigures(app, description)),
    { name: '志愿者', unit: '人', stated: published.volunteers, found: summary.volunteers },
    { name: '参与项目', unit: '个', stated: published.projects, found: summary.projects },
    { name: '主理人', unit: '人', stated: published.hosts, found: summary.hosts },
    { name: '公益时', unit: '小时', stated: published.minutes / 60, found: summary.minutes / 60 },
    { name: '公益时获得的公益金', unit: '元', stated: published.creditFen / 100, found: summary.creditFen / 100 },
    { name: '尚未捐出的公益金（余额之和）', unit: '元', stated: published.creditFen / 100, found: summary.outstandingFen / 100 },
    { name: '已捐出的公益金', unit: '元', stated: published.donatedFen / 100, found: null },
  ]
  const broken = proof.invariants.filter(({ violations }) => violations > 0).map(({ name }) => name)
  return { figures, proof: { clean: proof.clean, journals: proof.journals, entries: proof.entries, broken } }
}

export const differs = ({ stated, found }: Figure) => found !== null && found !== stated
export const isRight = ({ figures, proof }: Report) => proof.clean && !figures.some(differs)

async function staffFigures(app: App, { staff }: Description): Promise<Figure[]> {
  const total = await countBy(app, "'total'")
  const figures: Figure[] = [{ name: '员工总数', unit: '人', stated: staff.total, found: total.get('total') ?? 0 }]
  for (const split of splits) {
    const counts = await countBy(app, columnOf[split])
    for (const [value, stated] of Object.entries(staff[split])) {
      figures.push({ name: `　${spoken(split, value)}`, unit: '人', stated: stated ?? 0, found: counts.get(value) ?? 0 })
    }
  }
  return figures
}

/** A value of a split in the words of HR. */
function spoken(split: Split, value: string): string {
  const words: Partial<Record<string, string[]>> = split === 'region' ? {} : importWords[split]
  return words[value]?.[0] ?? value
}

async function countBy(app: App, column: string): Promise<Map<string, number>> {
  const [rows] = await app.pool.query<RowDataPacket[]>(`SELECT ${column} AS value, COUNT(*) AS people FROM employee GROUP BY value`)
  return new Map(rows.map((row) => [String(row['value']), Number(row['people'])]))
}

/** The report as a person reads it; a figure that differs is marked. */
export function printed({ figures, proof }: Report): string {
  const lines = figures.map((figure) => {
    const { name, unit, stated, found } = figure
    const mark = found === null ? '尚无此功能' : differs(figure) ? '不一致' : '一致'
    return [
      pad(name, 34),
      padStart(stated.toLocaleString('en'), 14),
      padStart(found?.toLocaleString('en') ?? '—', 14),
      pad(unit, 5),
      mark,
    ].join(' ')
  })
  const head = [pad('指标', 34), padStart('公布', 14), padStart('账本与表', 14), pad('单位', 5)].join(' ')
  const proved = proof.clean ? '账本核对：全部通过' : `账本核对：未通过 ${proof.broken.join(', ')}`
  return [head, ...lines, '', `${proved}（凭证 ${proof.journals.toLocaleString('en')}，分录 ${proof.entries.toLocaleString('en')}）`].join(
    '\n',
  )
}

/** A Chinese character takes two columns of a terminal. */
const columns = (text: string) => [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - columns(text)))
const padStart = (text: string, width: number) => ' '.repeat(Math.max(0, width - columns(text))) + text
