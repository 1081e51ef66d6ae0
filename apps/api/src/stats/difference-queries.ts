import { addMinutes, toDate } from '@yijian/shared/kernel/time'
import type { JournalKind, Unit } from '@yijian/shared/ledger/shapes'
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { rowsOf } from './year-queries.ts'

/** A year and the snapshot its figures are frozen as of. */
export interface Frozen {
  year: number
  asOf: Date
}

/**
 * A journal bears the time its transaction began, and may have been committed after a snapshot that is younger. No
 * transaction lasts so long; of journals within this time before a close it is written down which ones the snapshot held.
 */
const STRAGGLER_MINUTES = 10

const lastDay = ({ year }: Frozen) => `${year}-12-31`
const quietSince = ({ asOf }: Frozen) => addMinutes(asOf, -STRAGGLER_MINUTES)

/** Journals, with an alias of `j`, that the frozen figures do not hold: recorded after the close. */
export function afterClose(frozen: Frozen): SQL {
  return sql`(j.recorded_at > ${quietSince(frozen)} and j.served_on <= ${lastDay(frozen)} and not exists (
    select 1 from year_close_journal k where k.year = ${frozen.year} and k.journal_id = j.id))`
}

/** Of the last minutes before a close: what its snapshot, which is the one asked, holds. */
export async function latestBefore(ctx: Ctx, frozen: Frozen): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    ctx,
    sql`select id from ledger_journal where recorded_at > ${quietSince(frozen)} and served_on <= ${lastDay(frozen)} order by id`,
  )
  return rows.map(({ id }) => id)
}

export async function newestJournal(ctx: Ctx): Promise<string | null> {
  const [newest] = await rowsOf<{ id: string | null }>(ctx, sql`select max(id) as id from ledger_journal`)
  return newest?.id ?? null
}

/** Journals recorded after the close with a service day in the year. */
export async function countCorrections(ctx: Ctx, frozen: Frozen): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    ctx,
    sql`select count(*) as n from ledger_journal j where ${afterClose(frozen)} and j.served_on >= ${`${frozen.year}-01-01`}`,
  )
  return row?.n ?? 0
}

/** Journals recorded after the close with a service day up to the end of the year: earlier ones move what is to date. */
export async function countAfterClose(ctx: Ctx, frozen: Frozen): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(ctx, sql`select count(*) as n from ledger_journal j where ${afterClose(frozen)}`)
  return row?.n ?? 0
}

/** Volunteers of the year by the entries that the frozen figures hold, and no later one. */
export async function recountVolunteers(ctx: Ctx, frozen: Frozen): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    ctx,
    sql`select count(*) as n from (
        select e.account_id from ledger_entry e join ledger_journal j on j.id = e.journal_id
        where e.account_id like 'emp%/hours' and e.served_on between ${`${frozen.year}-01-01`} and ${lastDay(frozen)}
          and not ${afterClose(frozen)}
        group by e.account_id having sum(e.amount) > 0
      ) served`,
  )
  return row?.n ?? 0
}

interface JournalRow {
  id: string
  kind: JournalKind
  servedOn: string
  /** As the database writes it, in UTC. */
  recordedAt: string
  sourceId: string
  actorName: string | null
  actorNo: string | null
}

/** One entry of a journal that was recorded after the close, on an account somebody owns. */
export interface CorrectionRow extends Omit<JournalRow, 'recordedAt'> {
  recordedAt: Date
  owner: string
  account: string
  unit: Unit
  amount: number
  employeeNo: string | null
  name: string | null
  department: string | null
}

const PAGE = 500

/** What was recorded after the close, in the order of recording and of its index, page by page; two statements a page. */
export async function* pagesOfCorrections(ctx: Ctx, frozen: Frozen): AsyncGenerator<CorrectionRow[]> {
  let after: { recordedAt: Date | string; servedOn: string; id: string } = {
    recordedAt: quietSince(frozen),
    servedOn: '1970-01-01',
    id: '',
  }
  for (;;) {
    const journals = await rowsOf<JournalRow>(
      ctx,
      sql`select j.id, j.kind, j.served_on as servedOn, j.recorded_at as recordedAt, j.source_id as sourceId,
          a.name as actorName, a.employee_no as actorNo
        from ledger_journal j left join employee a on a.id = j.actor_id
        where ${afterClose(frozen)} and (j.recorded_at > ${after.recordedAt} or (j.recorded_at = ${after.recordedAt}
          and (j.served_on > ${after.servedOn} or (j.served_on = ${after.servedOn} and j.id > ${after.id}))))
        order by j.recorded_at, j.served_on, j.id limit ${PAGE}`,
    )
    const last = journals.at(-1)
    if (last === undefined) return
    const entries = await rowsOf<Omit<CorrectionRow, keyof JournalRow> & { journalId: string }>(
      ctx,
      sql`select e.journal_id as journalId, left(e.account_id, 3) as owner, substring(e.account_id, 19) as account, e.unit, e.amount,
          p.employee_no as employeeNo, coalesce(p.name, f.name) as name, p.department
        from ledger_entry e left join employee p on p.id = left(e.account_id, 17) left join fund_project f on f.id = left(e.account_id, 17)
        where e.journal_id in ${journals.map(({ id }) => id)} and e.account_id not like 'system/%' order by e.journal_id, e.line_no`,
    )
    const byJournal = new Map<string, typeof entries>()
    for (const entry of entries) byJournal.set(entry.journalId, [...(byJournal.get(entry.journalId) ?? []), entry])
    yield journals.flatMap(({ recordedAt, ...journal }) => {
      const at = toDate(`${recordedAt.replace(' ', 'T')}Z`)
      return (byJournal.get(journal.id) ?? []).map(({ journalId: _, ...entry }) => ({ ...journal, recordedAt: at, ...entry }))
    })
    after = last
  }
}
