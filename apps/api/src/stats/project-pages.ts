import { sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { type Period, rowsOf } from './year-queries.ts'

interface Pair {
  inYear: number
  toDate: number
}

export interface ProjectRow {
  id: string
  title: string
  branchName: string
  field: string
  state: string
  publishedOn: string | null
  hosts: string
  sessions: Pair
  people: Pair
  times: Pair
  minutes: Pair
}

const PAGE = 500

/** Projects that were ever published, with what was issued in them; two statements a page. */
export async function* pagesOfProjects(ctx: Ctx, { years, branchId }: Period): AsyncGenerator<ProjectRow[]> {
  const since = `${years[2]}-01-01`
  const last = `${years[2]}-12-31`
  const ofBranch = branchId === null ? sql`` : sql` and p.branch_id = ${branchId}`
  let after = ''
  for (;;) {
    const projects = await rowsOf<Pick<ProjectRow, 'id' | 'title' | 'branchName' | 'field' | 'state' | 'publishedOn' | 'hosts'>>(
      ctx,
      sql`select p.id, p.title, b.name as branchName, p.field, p.state,
          date_format(p.published_at + interval 8 hour, '%Y-%m-%d') as publishedOn,
          coalesce((select group_concat(distinct e.name order by ph.starts_on, e.name separator '、') from project_host ph
            join employee e on e.id = ph.employee_id where ph.project_id = p.id and ph.starts_on <= ${last}), '') as hosts
        from project p join branch b on b.id = p.branch_id
        where p.id > ${after} and p.published_at is not null${ofBranch} order by p.id limit ${PAGE}`,
    )
    const lastRow = projects.at(-1)
    if (projects[0] === undefined || lastRow === undefined) return
    const issued = await rowsOf<{ id: string } & Record<string, number>>(
      ctx,
      sql`select s.project_id as id,
          count(distinct if(h.served_on >= ${since}, h.session_id, null)) as sessionsYear, count(distinct h.session_id) as sessionsAll,
          count(distinct if(h.served_on >= ${since}, h.employee_id, null)) as peopleYear, count(distinct h.employee_id) as peopleAll,
          sum(h.served_on >= ${since}) as timesYear, count(*) as timesAll,
          sum(if(h.served_on >= ${since}, h.minutes, 0)) as minutesYear, sum(h.minutes) as minutesAll
        from session s join hours_record h on h.session_id = s.id
        where s.project_id between ${projects[0].id} and ${lastRow.id} and h.state = 'issued' and h.minutes > 0 and h.served_on <= ${last}
        group by s.project_id`,
    )
    const sums = new Map(issued.map((row) => [row.id, row]))
    yield projects.map((project) => {
      const of = (name: string): Pair => ({
        inYear: sums.get(project.id)?.[`${name}Year`] ?? 0,
        toDate: sums.get(project.id)?.[`${name}All`] ?? 0,
      })
      return { ...project, sessions: of('sessions'), people: of('people'), times: of('times'), minutes: of('minutes') }
    })
    after = lastRow.id
  }
}
