import { type PersonalKey, personalKeys } from '@yijian/shared/stats/columns'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { type LedgerKey, ledgerKeys, sumSql } from './measures.ts'
import { type Period, memberOf, rowsOf } from './year-queries.ts'

/** Raw figures of somebody or some group: of the year and to date. */
export type Figures = Record<PersonalKey, { inYear: number; toDate: number }>

export interface PersonRow {
  id: string
  employeeNo: string
  name: string
  department: string
  city: string
  region: string
  employmentType: string
  level: string
  sex: string
  ageBand: string
  hiredOn: string
  leftOn: string | null
  isEmployed: boolean
  branchIds: string[]
  figures: Figures
}

const PAGE = 1000
type NumberRow = { id: string } & Record<string, number>

export function noFigures(): Figures {
  return Object.fromEntries(personalKeys.map((key) => [key, { inYear: 0, toDate: 0 }])) as Figures
}

export function addFigures(to: Figures, more: Figures): void {
  for (const key of personalKeys) {
    to[key].inYear += more[key].inYear
    to[key].toDate += more[key].toDate
  }
}

/** Everybody of the HR file, those who left included, page by page in the order of ids; four statements a page. */
export async function* pagesOfPeople(ctx: Ctx, period: Period, employedOn: string): AsyncGenerator<PersonRow[]> {
  let after = ''
  for (;;) {
    const people = await rowsOf<Omit<PersonRow, 'branchIds' | 'figures' | 'isEmployed'> & { employed: number }>(
      ctx,
      sql`select e.id, e.employee_no as employeeNo, e.name, e.department, e.city, e.region, e.employment_type as employmentType, e.level,
          e.sex, e.age_band as ageBand, e.hired_on as hiredOn, e.left_on as leftOn,
          e.hired_on <= ${employedOn} and (e.left_on is null or e.left_on >= ${employedOn}) as employed
        from employee e ${memberOf(sql`e.id`, period.branchId)} where e.id > ${after} order by e.id limit ${PAGE}`,
    )
    const [first, last] = [people[0], people.at(-1)]
    if (first === undefined || last === undefined) return
    const range = { first: first.id, last: last.id }
    const sums = await sumsOf(ctx, period, range)
    const times = await timesOf(ctx, period, range)
    const branches = await branchesOf(ctx, period, range)
    yield people.map(({ employed, ...person }) => ({
      ...person,
      isEmployed: employed === 1,
      branchIds: branches.get(person.id) ?? [],
      figures: figuresOf(sums.get(person.id), times.get(person.id)),
    }))
    after = last.id
  }
}

interface Range {
  first: string
  last: string
}

function figuresOf(sums: NumberRow | undefined, times: NumberRow | undefined): Figures {
  const of = (key: LedgerKey) => [key, { inYear: sums?.[`${key}Year`] ?? 0, toDate: sums?.[`${key}All`] ?? 0 }]
  const personTimes = { inYear: times?.['inYear'] ?? 0, toDate: times?.['toDate'] ?? 0 }
  return { ...Object.fromEntries(ledgerKeys.map(of)), personTimes } as Figures
}

async function sumsOf(ctx: Ctx, { years, branchId }: Period, { first, last }: Range): Promise<Map<string, NumberRow>> {
  const sums = ledgerKeys.flatMap((key) => [
    sql`${sumSql(key, years[2] * 100)} as ${sql.raw(`${key}Year`)}`,
    sql`${sumSql(key, 0)} as ${sql.raw(`${key}All`)}`,
  ])
  return byId(
    await rowsOf<NumberRow>(
      ctx,
      sql`select left(m.account_id, 17) as id, ${sql.join(sums, sql`, `)} from ledger_month m ${memberOf(sql`left(m.account_id, 17)`, branchId)}
        where m.account_id between ${`${first}/`} and ${`${last}/~`} and m.ym <= ${years[2] * 100 + 12} group by id`,
    ),
  )
}

async function timesOf(ctx: Ctx, { years }: Period, { first, last }: Range): Promise<Map<string, NumberRow>> {
  return byId(
    await rowsOf<NumberRow>(
      ctx,
      sql`select employee_id as id, sum(served_on >= ${`${years[2]}-01-01`}) as inYear, count(*) as toDate from hours_record
        where employee_id between ${first} and ${last} and state = 'issued' and minutes > 0 and served_on <= ${`${years[2]}-12-31`}
        group by employee_id`,
    ),
  )
}

async function branchesOf(ctx: Ctx, { branchId }: Period, { first, last }: Range): Promise<Map<string, string[]>> {
  const only = branchId === null ? sql`` : sql` and branch_id = ${branchId}`
  const rows = await rowsOf<{ id: string; branchId: string }>(
    ctx,
    sql`select employee_id as id, branch_id as branchId from branch_member where employee_id between ${first} and ${last}${only}`,
  )
  const members = new Map<string, string[]>()
  for (const { id, branchId } of rows) members.set(id, [...(members.get(id) ?? []), branchId])
  return members
}

function byId(rows: readonly NumberRow[]): Map<string, NumberRow> {
  return new Map(rows.map((row) => [row.id, row]))
}
