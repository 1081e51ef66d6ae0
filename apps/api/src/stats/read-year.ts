import { figureKeys, dimensions } from '@yijian/shared/stats/keys'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { type CountedKey, countedKeys, figureDefinitions } from '@yijian/shared/stats/columns'
import { type Cell, ratioOf, rollingYears, suppressed } from '@yijian/shared/stats/rules'
import type { SplitRow, YearFigure, YearReport } from '@yijian/shared/stats/shapes'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import { policyOn } from '../policy/index.ts'
import { type MonthSum, ledgerKeys, sumOver } from './measures.ts'
import {
  type Period,
  type StaffGroup,
  countDeeds,
  countPeople,
  countStaff,
  readBranch,
  readMonthSums,
  readStartYear,
} from './year-queries.ts'

export interface YearQuery {
  year: number
  branchId?: string | undefined
}

/** Figures of the three years and, last, to date. */
type Counted = Record<CountedKey, (number | null)[]>

/**
 * The projection that page and export read. It asks the sums that the ledger keeps and the tables of the slices below.
 *
 * @throws Problem `year-not-begun`, `not-found`
 */
export async function readYear(ctx: Ctx, { year, branchId }: YearQuery): Promise<YearReport> {
  const today = shanghaiDay(ctx.now)
  const runningYear = Number(today.slice(0, 4))
  if (year > runningYear) throw refuse('year-not-begun', { year, runningYear })
  const branch = branchId === undefined ? null : await readBranch(ctx, branchId)
  const years = rollingYears(year)
  const period: Period = { years, today, branchId: branch?.id ?? null }
  const startYear = await readStartYear(ctx)
  const sums = await readMonthSums(ctx, period)
  const groups = await countStaff(ctx, period)
  const counted = await countAll(ctx, period, { sums, groups, startYear })
  const { settings } = await policyOn(ctx, 'statistics', today)
  return {
    year,
    branch,
    startYear,
    countedOn: countedOn(year, today),
    years: [...years],
    figures: figureKeys.map((key) => figureOf(key, counted)),
    months: monthsOf(sums, { year, today, startYear }),
    splits: dimensions.map((dimension) => ({ dimension, rows: splitBy(dimension, groups, settings.smallCell) })),
    smallCell: settings.smallCell,
    asOf: ctx.now.toISOString(),
  }
}

/** Staff is counted on the last day of a year, of the running one today. */
export function countedOn(year: number, today: string): string {
  const last = `${year}-12-31`
  return last < today ? last : today
}

async function countAll(
  ctx: Ctx,
  period: Period,
  { sums, groups, startYear }: { sums: readonly MonthSum[]; groups: readonly StaffGroup[]; startYear: number | null },
): Promise<Counted> {
  const { years } = period
  const lastYm = (years.at(-1) ?? 0) * 100 + 12
  const ledger = Object.fromEntries(
    ledgerKeys.map((key) => [
      key,
      [
        ...years.map((year) => sumOver(key, sums, { sinceYm: year * 100, untilYm: year * 100 + 12 })),
        sumOver(key, sums, { sinceYm: 0, untilYm: lastYm }),
      ],
    ]),
  )
  const of = (field: 'staff' | 'volunteers' | 'employed') =>
    [0, 1, 2, 3].map((at) => groups.reduce((sum, group) => sum + (group[field][at] ?? 0), 0))
  const staff = of('staff').map((count) => (count === 0 ? null : count))
  const deeds = await countDeeds(ctx, period)
  const people = await countPeople(ctx, period)
  const all = { ...ledger, ...deeds, ...people, volunteers: of('volunteers'), volunteersEmployed: of('employed') } as Omit<Counted, 'staff'>
  // Before the first journal there is nothing to report, which is not the same as nothing done.
  const isSilent = (at: number) => startYear === null || (years[Math.min(at, 2)] ?? 0) < startYear
  const told = Object.entries(all).map(([key, values]) => [key, values.map((value, at) => (isSilent(at) ? null : value))])
  return { ...(Object.fromEntries(told) as Omit<Counted, 'staff'>), staff }
}

const SCALES: Record<string, number> = { 'basis-points': 10_000 }

function figureOf(key: (typeof figureKeys)[number], counted: Counted): YearFigure {
  const { unit, numerator, denominator } = figureDefinitions[key]
  const isCounted = (key: string): key is CountedKey => (countedKeys as string[]).includes(key)
  const values = isCounted(key)
    ? counted[key]
    : [0, 1, 2, 3].map((at) =>
        ratioOf(counted[numerator as CountedKey][at] ?? null, counted[denominator as CountedKey][at] ?? null, SCALES[unit] ?? 1),
      )
  return { key, values: values.slice(0, 3), toDate: values[3] ?? null }
}

function monthsOf(
  sums: readonly MonthSum[],
  { year, today, startYear }: { year: number; today: string; startYear: number | null },
): YearReport['months'] {
  return Array.from({ length: 12 }, (_, index) => {
    const ym = year * 100 + index + 1
    const isAhead = ym > Number(today.slice(0, 7).replace('-', ''))
    const isSilent = startYear === null || year < startYear
    return { month: index + 1, minutes: isAhead || isSilent ? null : sumOver('minutes', sums, { sinceYm: ym, untilYm: ym }) }
  })
}

/** The last of the three years by one property of people. */
function splitBy(dimension: (typeof dimensions)[number], groups: readonly StaffGroup[], least: number): SplitRow[] {
  const cells = new Map<string, Cell & { employed: number; minutes: number }>()
  for (const group of groups) {
    const name = group[dimension]
    const cell = cells.get(name) ?? { group: name, staff: 0, volunteers: 0, employed: 0, minutes: 0 }
    cell.staff += group.staff[2] ?? 0
    cell.volunteers += group.volunteers[2] ?? 0
    cell.employed += group.employed[2] ?? 0
    cell.minutes += group.minutes
    cells.set(name, cell)
  }
  const rows = [...cells.values()].filter(({ staff, volunteers }) => staff > 0 || volunteers > 0)
  const hidden = suppressed(rows, least)
  return rows
    .sort((a, b) => b.staff - a.staff || (a.group < b.group ? -1 : 1))
    .map(({ group, staff, volunteers, employed, minutes }) => {
      if (hidden.has(group)) return { group, staff, isSuppressed: true, ...nothing }
      return {
        group,
        staff,
        isSuppressed: false,
        volunteers,
        minutes,
        participation: ratioOf(employed, staff, 10_000),
        minutesPerVolunteer: ratioOf(minutes, volunteers, 1),
        minutesPerEmployee: ratioOf(minutes, staff, 1),
      }
    })
}
const nothing = { volunteers: null, minutes: null, participation: null, minutesPerVolunteer: null, minutesPerEmployee: null }
