import type { Dimension } from '@yijian/shared/stats/keys'
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/problems.ts'
import type { MonthSum } from './measures.ts'

/** Three years, today, and whose figures: a branch's members and projects, or all. */
export interface Period {
  years: readonly [number, number, number]
  today: string
  branchId: string | null
}

/** People alike in everything figures are split by: counts for each year and, last, to date. */
export interface StaffGroup extends Record<Dimension, string> {
  staff: number[]
  volunteers: number[]
  employed: number[]
  /** Of the last year. */
  minutes: number
}

/** Plain SQL: the sums are the server's work, and one connection keeps them on one snapshot where the caller opened one. */
export async function rowsOf<Row>(ctx: Ctx, query: SQL): Promise<Row[]> {
  const [rows] = (await ctx.db.execute(query)) as unknown as [Row[]]
  return rows
}

const numbers = (row: Record<string, unknown>, prefix: string) => [0, 1, 2, 3].map((at) => Number(row[`${prefix}${at}`] ?? 0))
const SHANGHAI = sql.raw('interval 8 hour')

/** Only members of the branch; an account's owner is the first seventeen letters of its path. */
export const memberOf = (employeeId: SQL, branchId: string | null) =>
  branchId === null ? sql`` : sql`join branch_member bm on bm.employee_id = ${employeeId} and bm.branch_id = ${branchId}`

export async function readBranch(ctx: Ctx, branchId: string): Promise<{ id: string; name: string }> {
  const [branch] = await rowsOf<{ id: string; name: string }>(ctx, sql`select id, name from branch where id = ${branchId}`)
  if (branch === undefined) throw refuse('not-found', { what: 'branch' })
  return branch
}

/** Year of the first service day in the ledger; null while it is empty. */
export async function readStartYear(ctx: Ctx): Promise<number | null> {
  const [row] = await rowsOf<{ ym: number | null }>(ctx, sql`select min(ym) as ym from ledger_total`)
  const ym = row?.ym ?? null
  return ym === null ? null : Math.floor(ym / 100)
}

/** The ledger up to the end of the last year, by month: the company's own totals, or the months of a branch's members. */
export async function readMonthSums(ctx: Ctx, { years, branchId }: Period): Promise<MonthSum[]> {
  const last = years[2] * 100 + 12
  if (branchId === null) {
    return rowsOf<MonthSum>(
      ctx,
      sql`select ym, owner, account, kind, sum(amount) as amount from ledger_total where ym <= ${last} group by ym, owner, account, kind`,
    )
  }
  return rowsOf<MonthSum>(
    ctx,
    sql`select m.ym, 'emp' as owner, a.kind as account, m.kind, sum(m.amount) as amount
      from branch_member bm join ledger_account a on a.owner_id = bm.employee_id join ledger_month m on m.account_id = a.id
      where bm.branch_id = ${branchId} and m.ym <= ${last} group by m.ym, a.kind, m.kind`,
  )
}

/** The same from the entries themselves: what an export is checked against. */
export async function recountEntries(ctx: Ctx, { years, branchId }: Period): Promise<MonthSum[]> {
  return rowsOf<MonthSum>(
    ctx,
    sql`select year(e.served_on) * 100 + month(e.served_on) as ym, left(e.account_id, 3) as owner, substring(e.account_id, 19) as account,
        j.kind, sum(e.amount) as amount
      from ledger_entry e join ledger_journal j on j.id = e.journal_id ${memberOf(sql`left(e.account_id, 17)`, branchId)}
      where e.account_id not like 'system/%' and e.served_on <= ${`${years[2]}-12-31`} group by ym, owner, account, j.kind`,
  )
}

/** Over months of alias `m`: the sum of each year and, as `y3`, of all. */
const sumsOfYears = (years: Period['years']) =>
  sql.join(
    [
      ...years.map((year, at) => sql`sum(if(m.ym between ${year * 100} and ${year * 100 + 12}, m.amount, 0)) as ${sql.raw(`y${at}`)}`),
      sql`sum(m.amount) as y3`,
    ],
    sql`, `,
  )

/** A sum of truths is a decimal, which takes the server half as long again as to count. */
const countIf = (truth: SQL) => sql`count(if(${truth}, 1, null))`

/** One pass over the HR file, with the months of hours found by their key: those of all other accounts are many times as many. */
export async function countStaff(ctx: Ctx, { years, today, branchId }: Period): Promise<StaffGroup[]> {
  const employedIn = (year: number) => {
    const on = `${year}-12-31` < today ? `${year}-12-31` : today
    return sql`(e.hired_on <= ${on} and (e.left_on is null or e.left_on >= ${on}))`
  }
  const perYear = years.flatMap((year, at) => [
    sql`${countIf(employedIn(year))} as ${sql.raw(`staff${at}`)}`,
    sql`${countIf(sql`e.${sql.raw(`y${at}`)} > 0`)} as ${sql.raw(`volunteers${at}`)}`,
    sql`${countIf(sql`e.${sql.raw(`y${at}`)} > 0 and ${employedIn(year)}`)} as ${sql.raw(`employed${at}`)}`,
  ])
  const properties = sql.raw('e.employment_type, e.age_band, e.sex, e.level, e.region')
  const rows = await rowsOf<Record<string, unknown>>(
    ctx,
    sql`select e.employment_type as employmentType, e.age_band as ageBand, e.sex, e.level, e.region, ${sql.join(perYear, sql`, `)},
        ${countIf(employedIn(years[2]))} as staff3, ${countIf(sql`e.y3 > 0`)} as volunteers3,
        ${countIf(sql`e.y3 > 0 and ${employedIn(years[2])}`)} as employed3, coalesce(sum(e.y2), 0) as minutes
      from (
        select e.id, ${properties}, e.hired_on, e.left_on, ${sumsOfYears(years)}
        from employee e ${memberOf(sql`e.id`, branchId)}
        left join ledger_month m on m.account_id = concat(e.id, '/hours') and m.ym <= ${years[2] * 100 + 12} group by e.id
      ) e
      group by ${properties}`,
  )
  return rows.map((row) => ({
    ...(row as Record<Dimension, string>),
    staff: numbers(row, 'staff'),
    volunteers: numbers(row, 'volunteers'),
    employed: numbers(row, 'employed'),
    minutes: Number(row['minutes']),
  }))
}

/**
 * Distinct people and fund projects in the ledger. A settled donation moves one account of a person and one of a fund
 * project, leave that is used one of a person: only their months are read, and only where something ever moved.
 */
export async function countPeople(ctx: Ctx, { years, branchId }: Period) {
  const rows = await rowsOf<Record<string, unknown>>(
    ctx,
    sql`select owner, kind, sum(y0 <> 0) as n0, sum(y1 <> 0) as n1, sum(y2 <> 0) as n2, sum(y3 <> 0) as n3 from (
        select left(m.account_id, 3) as owner, m.kind, ${sumsOfYears(years)}
        from ledger_balance b ${memberOf(sql`left(b.account_id, 17)`, branchId)} join ledger_month m on m.account_id = b.account_id
        where b.version > 0 and (b.account_id like 'emp%/credit-held' or b.account_id like 'emp%/leave-held' or b.account_id like 'fnd%/credit')
          and m.kind in ('donation-settled', 'leave-used') and m.ym <= ${years[2] * 100 + 12} group by m.account_id, m.kind
      ) moved group by owner, kind`,
  )
  const of = (owner: string, kind: string) => numbers(rows.find((row) => row['owner'] === owner && row['kind'] === kind) ?? {}, 'n')
  const fundProjects = branchId === null ? of('fnd', 'donation-settled') : await countReceivers(ctx, { years, branchId })
  return { donors: of('emp', 'donation-settled'), fundProjects, leavePeople: of('emp', 'leave-used') }
}

/** Of a branch: fund projects that its members' settled donations reached. */
async function countReceivers(ctx: Ctx, { years, branchId }: Pick<Period, 'years' | 'branchId'>): Promise<number[]> {
  const received = years.map((year, at) => sql`count(distinct if(year(f.served_on) = ${year}, f.account_id, null)) as ${sql.raw(`n${at}`)}`)
  const [row] = await rowsOf<Record<string, unknown>>(
    ctx,
    sql`select ${sql.join(received, sql`, `)}, count(distinct f.account_id) as n3
      from ledger_journal j join ledger_entry g on g.journal_id = j.id and g.account_id like 'emp%/credit-held'
      ${memberOf(sql`left(g.account_id, 17)`, branchId)}
      join ledger_entry f on f.journal_id = j.id and f.account_id like 'fnd%'
      where j.kind = 'donation-settled' and j.served_on <= ${`${years[2]}-12-31`}`,
  )
  return numbers(row ?? {}, 'n')
}

/** What the tables tell: times served, sessions, projects, hosts, leaders and badges; each with the years and, last, to date. */
export async function countDeeds(ctx: Ctx, period: Period) {
  const { years, branchId } = period
  const ofBranch = branchId === null ? sql`` : sql` and p.branch_id = ${branchId}`
  const last = `${years[2]}-12-31`
  const issued = sql`h.state = 'issued' and h.minutes > 0 and h.served_on <= ${last}`
  // Hours by session first: a hundred times fewer rows to join and to tell apart than there are people in them.
  const sessions = await rowsOf<{ y: number | null; t: number; s: number; p: number }>(
    ctx,
    sql`select h.y, sum(h.n) as t, count(distinct h.session_id) as s, count(distinct s.project_id) as p
      from (select h.session_id, year(h.served_on) as y, count(*) as n from hours_record h where ${issued} group by h.session_id, year(h.served_on)) h
      join session s on s.id = h.session_id join project p on p.id = s.project_id where true${ofBranch} group by h.y with rollup`,
  )
  const projectsPublished = await byYear(
    ctx,
    period,
    sql`select year(p.published_at + ${SHANGHAI}) as y, count(*) as n from project p
      where p.published_at is not null and date(p.published_at + ${SHANGHAI}) <= ${last}${ofBranch} group by y with rollup`,
  )
  const badges = await byYear(
    ctx,
    period,
    sql`select year(b.unlocked_at + ${SHANGHAI}) as y, count(*) as n from badge b ${memberOf(sql`b.employee_id`, branchId)}
      where b.suspended_at is null and date(b.unlocked_at + ${SHANGHAI}) <= ${last} group by y with rollup`,
  )
  const leaders = await byYear(
    ctx,
    period,
    sql`select c.year as y, count(*) as n from award_leader l join award_cycle c on c.id = l.cycle_id ${memberOf(sql`l.employee_id`, branchId)}
      where l.state = 'published' and c.year <= ${years[2]} group by c.year with rollup`,
  )
  const pick = (name: 't' | 's' | 'p') =>
    spread(
      years,
      sessions.map((row) => ({ y: row.y, n: row[name] })),
    )
  // What a branch's members served is theirs, whoever held the session; the company's is that of all sessions.
  const personTimes = branchId === null ? pick('t') : await countMembersTimes(ctx, period, issued)
  return { personTimes, activities: pick('s'), projects: pick('p'), projectsPublished, badges, leaders, ...(await countHosts(ctx, period)) }
}

async function countMembersTimes(ctx: Ctx, period: Period, issued: SQL): Promise<number[]> {
  return byYear(
    ctx,
    period,
    sql`select year(h.served_on) as y, count(*) as n from hours_record h ${memberOf(sql`h.employee_id`, period.branchId)} where ${issued} group by y with rollup`,
  )
}

/** People and the days on which they hosted projects that were published. */
async function countHosts(ctx: Ctx, { years, branchId }: Period) {
  const ofBranch = branchId === null ? sql`` : sql` and p.branch_id = ${branchId}`
  const hosted = years.map((year, at) => sql`max(begins <= ${`${year}-12-31`} and ends >= ${`${year}-01-01`}) as ${sql.raw(`h${at}`)}`)
  const [row] = await rowsOf<Record<string, unknown>>(
    ctx,
    sql`select sum(h0) as h0, sum(h1) as h1, sum(h2) as h2, count(*) as h3,
        ${sql.join(
          years.map((year, at) => sql`sum(year(first_on) = ${year}) as ${sql.raw(`n${at}`)}`),
          sql`, `,
        )}, count(*) as n3
      from (
        select employee_id, ${sql.join(hosted, sql`, `)}, min(begins) as first_on from (
          select ph.employee_id, greatest(ph.starts_on, date(p.published_at + ${SHANGHAI})) as begins,
            least(coalesce(date(ph.ended_at + ${SHANGHAI}), '9999-12-31'), coalesce(ph.ends_on, '9999-12-31')) as ends
          from project_host ph join project p on p.id = ph.project_id where p.published_at is not null${ofBranch}
        ) spans where begins <= ends and begins <= ${`${years[2]}-12-31`} group by employee_id
      ) hosts`,
  )
  return { hosts: numbers(row ?? {}, 'h'), newHosts: numbers(row ?? {}, 'n') }
}

async function byYear(ctx: Ctx, { years }: Period, query: SQL): Promise<number[]> {
  return spread(years, await rowsOf<{ y: number | null; n: number }>(ctx, query))
}

/** Rows of `group by … with rollup`: the row without a year is the total. */
function spread(years: readonly number[], rows: readonly { y: number | null; n: number }[]): number[] {
  const of = (year: number | null) => Number(rows.find(({ y }) => y === year)?.n ?? 0)
  return [...years.map(of), of(null)]
}
