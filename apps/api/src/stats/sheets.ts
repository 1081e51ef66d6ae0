import { figureKeys } from '@yijian/shared/stats/keys'
import { type PersonalKey, figureDefinitions, personalKeys } from '@yijian/shared/stats/columns'
import { type FigureUnit, SUPPRESSED, categoryNames, dimensionNames, groupName, inReadUnit, unitNames } from '@yijian/shared/stats/names'
import { ratioOf } from '@yijian/shared/stats/rules'
import type { YearReport } from '@yijian/shared/stats/shapes'
import type { Figures, PersonRow } from './people-pages.ts'
import type { ProjectRow } from './project-pages.ts'
import type { Cell, Column } from './sheet-files.ts'

/** A figure in the unit its column is headed with; null stays null. */
const read = (unit: FigureUnit, value: number | null): Cell => (value === null ? null : inReadUnit(unit, value))

function headed(words: string, unit: FigureUnit, when: string): Column {
  return { heading: `${words}（${unitNames[unit].zh}）· ${when}`, unit, width: 20 }
}

const text = (heading: string, width = 14): Column => ({ heading, width })

/** In-year and to-date stand in columns of their own; a balance has one, at the end of the year. */
function personalColumns(year: number): Column[] {
  return personalKeys.flatMap((key) => {
    const { heading, unit, isStock } = figureDefinitions[key]
    return isStock === true
      ? [headed(heading.zh, unit, `${year} 年末`)]
      : [headed(heading.zh, unit, `${year} 年`), headed(heading.zh, unit, `累计至 ${year} 年末`)]
  })
}

export function personalCells(figures: Figures): Cell[] {
  return personalKeys.flatMap((key) => {
    const { unit, isStock } = figureDefinitions[key]
    const { inYear, toDate } = figures[key]
    return isStock === true ? [read(unit, toDate)] : [read(unit, inYear), read(unit, toDate)]
  })
}

export const personColumns = (year: number): Column[] => [
  text('工号'),
  text('姓名'),
  text('部门', 20),
  text('分会', 24),
  text('城市'),
  text('地区'),
  text('用工形式'),
  text('职级'),
  text('性别'),
  text('年龄'),
  text('入职日'),
  text('离职日'),
  ...personalColumns(year),
]

export function personCells(person: PersonRow, branchNames: ReadonlyMap<string, string>): Cell[] {
  const group = (dimension: 'employmentType' | 'level' | 'sex' | 'ageBand') => groupName(dimension, person[dimension]).zh
  return [
    person.employeeNo,
    person.name,
    person.department,
    person.branchIds.map((id) => branchNames.get(id) ?? id).join('、'),
    person.city,
    person.region,
    group('employmentType'),
    group('level'),
    group('sex'),
    group('ageBand'),
    person.hiredOn,
    person.leftOn,
    ...personalCells(person.figures),
  ]
}

/** A department or branch while people are added up. */
export interface Group {
  name: string
  staff: number
  volunteers: number
  employed: number
  volunteersToDate: number
  figures: Figures
}

export const groupColumns = (name: string, year: number): Column[] => [
  text(name, 24),
  headed('员工总数', 'people', `${year} 年末`),
  headed('志愿者', 'people', `${year} 年`),
  headed('志愿者', 'people', `累计至 ${year} 年末`),
  headed('在职志愿者', 'people', `${year} 年`),
  headed('参与率', 'basis-points', `${year} 年`),
  headed('志愿者人均公益时', 'minutes', `${year} 年`),
  headed('员工人均公益时', 'minutes', `${year} 年`),
  ...personalColumns(year),
]

export function groupCells({ name, staff, volunteers, employed, volunteersToDate, figures }: Group): Cell[] {
  const { inYear } = figures.minutes
  return [
    name,
    staff,
    volunteers,
    volunteersToDate,
    employed,
    read('basis-points', ratioOf(employed, staff, 10_000)),
    read('minutes', ratioOf(inYear, volunteers, 1)),
    read('minutes', ratioOf(inYear, staff, 1)),
    ...personalCells(figures),
  ]
}

export const projectColumns = (year: number): Column[] => [
  text('项目', 32),
  text('分会', 20),
  text('领域'),
  text('状态'),
  text('首次发布日'),
  text('主理人', 24),
  headed('场次', 'sessions', `${year} 年`),
  headed('场次', 'sessions', `累计至 ${year} 年末`),
  headed('志愿者', 'people', `${year} 年`),
  headed('志愿者', 'people', `累计至 ${year} 年末`),
  headed('人次', 'times', `${year} 年`),
  headed('人次', 'times', `累计至 ${year} 年末`),
  headed('公益时', 'minutes', `${year} 年`),
  headed('公益时', 'minutes', `累计至 ${year} 年末`),
]

export function projectCells(row: ProjectRow): Cell[] {
  const { title, branchName, field, state, publishedOn, hosts, sessions, people, times, minutes } = row
  const pairs = [sessions, people, times].flatMap(({ inYear, toDate }) => [inYear, toDate])
  return [title, branchName, field, state, publishedOn, hosts, ...pairs, read('minutes', minutes.inYear), read('minutes', minutes.toDate)]
}

export function companyColumns({ year, years }: YearReport): Column[] {
  return [
    text('指标范畴'),
    text('指标', 24),
    text('单位', 8),
    ...years.map((each): Column => ({ heading: `${each} 年`, unit: 'minutes' })),
    { heading: `累计至 ${year} 年末`, unit: 'minutes', width: 18 },
    text('口径', 60),
  ]
}

export function* companyRows({ figures }: YearReport): Generator<Cell[]> {
  for (const { key, values, toDate } of figures) {
    const { category, heading, unit, definition, isPart } = figureDefinitions[key]
    const numbers = [...values, toDate].map((value) => read(unit, value))
    yield [categoryNames[category].zh, `${isPart === true ? '　' : ''}${heading.zh}`, unitNames[unit].zh, ...numbers, definition.zh]
  }
}

export const splitColumns = (year: number): Column[] => [
  text('分组'),
  text('类别', 20),
  headed('员工总数', 'people', `${year} 年末`),
  headed('志愿者', 'people', `${year} 年`),
  headed('参与率', 'basis-points', `${year} 年`),
  headed('公益时总数', 'minutes', `${year} 年`),
  headed('志愿者人均公益时', 'minutes', `${year} 年`),
  headed('员工人均公益时', 'minutes', `${year} 年`),
]

export function* splitRows({ splits }: YearReport): Generator<Cell[]> {
  for (const { dimension, rows } of splits) {
    for (const row of rows) {
      const shown = (unit: FigureUnit, value: number | null) => (row.isSuppressed ? SUPPRESSED.zh : read(unit, value))
      yield [
        dimensionNames[dimension].zh,
        groupName(dimension, row.group).zh,
        row.staff,
        shown('people', row.volunteers),
        shown('basis-points', row.participation),
        shown('minutes', row.minutes),
        shown('minutes', row.minutesPerVolunteer),
        shown('minutes', row.minutesPerEmployee),
      ]
    }
  }
}

export const definitionColumns: Column[] = [text('指标', 24), text('Figure', 28), text('单位', 8), text('口径', 70), text('Definition', 70)]

export function* definitionRows(): Generator<Cell[]> {
  for (const key of figureKeys) {
    const { heading, unit, definition } = figureDefinitions[key]
    yield [heading.zh, heading.en, unitNames[unit].zh, definition.zh, definition.en]
  }
}

export const nameOf = (key: PersonalKey) => figureDefinitions[key].heading.zh
