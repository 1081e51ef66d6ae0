import type { App } from '@yijian/api/core/app'
import { type Ctx, databaseNow } from '@yijian/api/core/context'
import { workOnce } from '@yijian/api/core/jobs/worker'
import { handlers } from '@yijian/api/server'
import { importWords } from '@yijian/shared/people/import-columns'
import { figureDefinitions } from '@yijian/shared/stats/columns'
import type { FigureKey } from '@yijian/shared/stats/keys'
import { groupName, sheetNames } from '@yijian/shared/stats/names'
import { strFromU8, unzipSync } from 'fflate'
import type { RowDataPacket } from 'mysql2/promise'
import { createCast } from '../lib/cast.ts'
import { clockedApp } from '../lib/clocked.ts'
import { type Description, type Published, type Split, splits } from './description.ts'
import { type Programme, figuresOf } from './programme.ts'

/** One figure: what the description says beside what ledger, tables or the HR export say. */
export interface Figure {
  name: string
  unit: string
  stated: number | string
  found: number | string
}

export interface Report {
  /** By the ledger and the tables. */
  figures: Figure[]
  /** By the file that HR downloads. */
  exported: Figure[]
  proof: { clean: boolean; journals: number; entries: number; broken: string[] }
}

const columnOf: Record<Split, string> = {
  employmentType: 'employment_type',
  ageBand: 'age_band',
  sex: 'sex',
  level: 'level',
  region: 'region',
}

/** Reads the year back: from ledger and tables as the auditor would, and from the export as HR would. */
export async function readReport(app: App, description: Description, programme: Programme): Promise<Report> {
  const planned = figuresOf(programme)
  const cast = createCast(clockedApp(app, await databaseNow(app)))
  const reader = await cast.as(programme.roles.auditor)
  const summary = await handlers.getProgrammeSummary(reader, {})
  const proof = await handlers.proveLedger(reader, {})
  const figures: Figure[] = [
    ...(await staffFigures(app, description)),
    { name: '志愿者', unit: '人', stated: planned.volunteers, found: summary.volunteers },
    { name: '参与项目', unit: '个', stated: planned.projects, found: summary.projects },
    { name: '主理人', unit: '人', stated: planned.hosts, found: summary.hosts },
    { name: '志愿服务人次', unit: '人次', stated: planned.personTimes, found: summary.personTimes },
    { name: '公益时', unit: '小时', stated: planned.minutes / 60, found: summary.minutes / 60 },
    { name: '公益时获得的公益金', unit: '元', stated: planned.creditFen / 100, found: summary.creditFen / 100 },
    { name: '尚未捐出的公益金（余额之和）', unit: '元', stated: planned.outstandingFen / 100, found: summary.outstandingFen / 100 },
  ]
  const exported = exportedFigures(await readExport(app, await cast.as(programme.roles.hr), description.year), { planned, description })
  const broken = proof.invariants.filter(({ violations }) => violations > 0).map(({ name }) => name)
  return { figures, exported, proof: { clean: proof.clean, journals: proof.journals, entries: proof.entries, broken } }
}

export const differs = ({ stated, found }: Figure) => found !== stated
export const isRight = ({ figures, exported, proof }: Report) => proof.clean && ![...figures, ...exported].some(differs)

/** The sheets of the file that HR downloads, as they lie in it. */
async function readExport(app: App, asHr: Ctx, year: number): Promise<Record<'company' | 'splits', string[][]>> {
  const { id } = await handlers.requestExport(asHr, { body: { year } })
  const stateOf = async () => (await handlers.listExports(asHr, { query: { limit: 20 } })).items.find((each) => each.id === id)?.state
  for (let state = await stateOf(); state !== 'ready'; state = await stateOf()) {
    if (state === 'failed') throw new Error('the export failed')
    await workOnce(app)
  }
  const { link } = await handlers.createExportLink(asHr, { params: { exportId: id }, body: { format: 'csv' } })
  const token = link.slice(link.lastIndexOf('/') + 1)
  const { body } = await handlers.getFile(asHr, { params: { token } })
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  const files = unzipSync(Buffer.concat(chunks))
  const sheet = (name: string) => {
    const [, bytes] = Object.entries(files).find(([path]) => path.includes(name)) ?? []
    if (bytes === undefined) throw new Error(`the export has no sheet ${name}: ${Object.keys(files).join(', ')}`)
    return cellsOf(strFromU8(bytes))
  }
  return { company: sheet(sheetNames.company.zh), splits: sheet(sheetNames.splits.zh) }
}

/** Our own files quote a cell only when it holds a comma, a quote or a line break. */
function cellsOf(csv: string): string[][] {
  return csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''),
    )
}

/** Rows of the export's company sheet: category, figure, unit, three years, to date. */
const YEAR_COLUMN = 5

function exportedFigures(
  { company, splits: sheet }: Record<'company' | 'splits', string[][]>,
  { planned, description }: { planned: Required<Published>; description: Description },
): Figure[] {
  const rowOf = (key: FigureKey) => company.find((row) => row[1]?.replace(/^\u3000/, '') === figureDefinitions[key].heading.zh)
  const cell = (key: FigureKey, column = YEAR_COLUMN) => rowOf(key)?.[column] ?? '？'
  const number = (key: FigureKey) => Number(cell(key).replaceAll(',', ''))
  const figure = (key: FigureKey, stated: number, unit: string): Figure => ({
    name: figureDefinitions[key].heading.zh,
    unit,
    stated,
    found: number(key),
  })
  const before = (back: number): Figure => ({
    name: `${description.year - back} 年志愿者`,
    unit: '',
    stated: '—',
    found: cell('volunteers', YEAR_COLUMN - back) || '—',
  })
  const groups = splits.flatMap((split) =>
    Object.entries(description.staff[split]).map(([value, stated]): Figure => {
      const name = groupName(split, value).zh
      const row = sheet.find((cells) => cells[1] === name)
      return { name: `　${name}`, unit: '人', stated: stated ?? 0, found: Number(row?.[2] ?? Number.NaN) }
    }),
  )
  return [
    figure('staff', description.staff.total, '人'),
    ...groups,
    figure('volunteers', planned.volunteers, '人'),
    before(1),
    before(2),
    figure('personTimes', planned.personTimes, '人次'),
    figure('activities', planned.activities, '场'),
    figure('projects', planned.projects, '个'),
    figure('hosts', planned.hosts, '人'),
    figure('minutes', planned.minutes / 60, '小时'),
    figure('grantedHoursFen', planned.creditFen / 100, '元'),
    figure('donatedFen', planned.donatedFen / 100, '元'),
    figure('outstandingFen', planned.outstandingFen / 100, '元'),
    figure('leaders', planned.leaders, '人'),
  ]
}

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
export function printed({ figures, exported, proof }: Report): string {
  const lines = (of: readonly Figure[]) =>
    of.map((figure) => {
      const { name, unit, stated, found } = figure
      const figures = [padStart(stated.toLocaleString('en'), 14), padStart(found.toLocaleString('en'), 14)]
      return [pad(name, 34), ...figures, pad(unit, 5), differs(figure) ? '不一致' : '一致'].join(' ')
    })
  const head = (source: string) => [pad('指标', 34), padStart('描述', 14), padStart(source, 14), pad('单位', 5)].join(' ')
  const proved = proof.clean ? '账本核对：全部通过' : `账本核对：未通过 ${proof.broken.join(', ')}`
  const ledger = `${proved}（凭证 ${proof.journals.toLocaleString('en')}，分录 ${proof.entries.toLocaleString('en')}）`
  return [head('账本与表'), ...lines(figures), '', head('人力导出'), ...lines(exported), '', ledger].join('\n')
}

/** A Chinese character takes two columns of a terminal. */
const columns = (text: string) => [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - columns(text)))
const padStart = (text: string, width: number) => ' '.repeat(Math.max(0, width - columns(text))) + text
