import type { SheetKey } from '@yijian/shared/stats/keys'
import type { HrExport, YearReport } from '@yijian/shared/stats/shapes'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import type { Written } from './check-export.ts'
import { type PersonRow, addFigures, noFigures, pagesOfPeople } from './people-pages.ts'
import { pagesOfProjects } from './project-pages.ts'
import { type Cell, type Column, openSheet } from './sheet-files.ts'
import {
  type Group,
  companyColumns,
  companyRows,
  definitionColumns,
  definitionRows,
  groupCells,
  groupColumns,
  personCells,
  personColumns,
  projectCells,
  projectColumns,
  splitColumns,
  splitRows,
} from './sheets.ts'
import { type Period, rowsOf } from './year-queries.ts'

export interface Desk {
  folder: string
  period: Period
  report: YearReport
  /** Told the share of people that are written; throws to stop. */
  progress: (share: number) => Promise<void>
}
export type SheetRows = HrExport['sheets']

/** Writes every sheet but the one about the checks, and gives what they sum up to. */
export async function writeSheets(ctx: Ctx, desk: Desk): Promise<{ written: Written; rows: SheetRows }> {
  const { folder, report } = desk
  const { year } = report
  const people = await writePeople(ctx, desk)
  const projects = await writeProjects(ctx, desk)
  const rows: SheetRows = [
    await writeAll(folder, 'company', companyColumns(report), companyRows(report)),
    await writeAll(folder, 'splits', splitColumns(year), splitRows(report)),
    await writeAll(folder, 'branches', groupColumns('分会', year), [...people.branches.values()].map(groupCells)),
    await writeAll(folder, 'departments', groupColumns('部门', year), [...people.departments.values()].map(groupCells)),
    { sheet: 'projects', rows: projects.rows },
    { sheet: 'people', rows: people.rows },
    await writeAll(folder, 'definitions', definitionColumns, definitionRows()),
  ]
  const departments = noFigures()
  for (const group of people.departments.values()) addFigures(departments, group.figures)
  const { total, volunteers } = people
  return { written: { people: total, departments, projectMinutes: projects.minutes, volunteers }, rows }
}

export async function writeAll(
  folder: string,
  key: SheetKey,
  columns: readonly Column[],
  rows: Iterable<Cell[]>,
): Promise<SheetRows[number]> {
  const sheet = await openSheet(folder, key, columns)
  for (const row of rows) await sheet.add(row)
  return { sheet: key, rows: await sheet.close() }
}

/** People one page at a time; of departments and branches only the sums are kept. */
async function writePeople(ctx: Ctx, { folder, period, report, progress }: Desk) {
  const sheet = await openSheet(folder, 'people', personColumns(report.year))
  const named = await branchesOf(ctx, period.branchId)
  const departments = new Map<string, Group>()
  const branches = new Map(named.map(({ id, name }) => [id, emptyGroup(name)]))
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const [of] = await rowsOf<{ n: number }>(ctx, sql`select count(*) as n from employee`)
  const total = noFigures()
  let [done, volunteers] = [0, 0]
  for await (const page of pagesOfPeople(ctx, period, report.countedOn)) {
    for (const person of page) {
      await sheet.add(personCells(person, names))
      addFigures(total, person.figures)
      if (person.figures.minutes.inYear > 0) volunteers += 1
      const department = departments.get(person.department) ?? emptyGroup(person.department)
      departments.set(person.department, department)
      for (const group of [department, ...person.branchIds.flatMap((id) => branches.get(id) ?? [])]) addPerson(group, person)
    }
    done += page.length
    await progress(done / Math.max(1, of?.n ?? 1))
  }
  return { rows: await sheet.close(), total, volunteers, departments, branches }
}

async function writeProjects(ctx: Ctx, { folder, period, report }: Desk) {
  const sheet = await openSheet(folder, 'projects', projectColumns(report.year))
  const minutes = { inYear: 0, toDate: 0 }
  for await (const page of pagesOfProjects(ctx, period)) {
    for (const row of page) {
      await sheet.add(projectCells(row))
      minutes.inYear += row.minutes.inYear
      minutes.toDate += row.minutes.toDate
    }
  }
  return { rows: await sheet.close(), minutes }
}

const branchesOf = (ctx: Ctx, branchId: string | null) =>
  rowsOf<{ id: string; name: string }>(
    ctx,
    sql`select id, name from branch ${branchId === null ? sql`` : sql`where id = ${branchId}`} order by id`,
  )

const emptyGroup = (name: string): Group => ({ name, staff: 0, volunteers: 0, employed: 0, volunteersToDate: 0, figures: noFigures() })

function addPerson(group: Group, { figures, isEmployed }: PersonRow): void {
  const serves = figures.minutes.inYear > 0
  group.staff += Number(isEmployed)
  group.volunteers += Number(serves)
  group.employed += Number(serves && isEmployed)
  group.volunteersToDate += Number(figures.minutes.toDate > 0)
  addFigures(group.figures, figures)
}
