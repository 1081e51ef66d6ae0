import { shanghaiDay, startOfShanghaiDay } from '@yijian/shared/kernel/time'
import { sql } from 'drizzle-orm'
import { holdsRole } from '../core/access.ts'
import type { WaitingReader } from '../core/waiting.ts'
import { rowsOf } from './year-queries.ts'

/** Years since the ledger began that are over and not closed; they wait for HR from the first day after. */
export const closingWaiting: WaitingReader = async (ctx, actor) => {
  if (!holdsRole(actor, 'hr')) return []
  const runningYear = Number(shanghaiDay(ctx.now).slice(0, 4))
  // The first row is the year the ledger began in, null while it is empty; the others are closed.
  const [first, ...closed] = await rowsOf<{ year: number | null; part: number }>(
    ctx,
    sql`select min(ym) div 100 as year, 0 as part from ledger_total union all select year, 1 from year_close order by part`,
  )
  const startYear = Number(first?.year ?? runningYear)
  const isClosed = new Set(closed.map(({ year }) => Number(year)))
  const ended = Array.from({ length: Math.max(0, runningYear - startYear) }, (_, index) => startYear + index)
  const open = ended.filter((year) => !isClosed.has(year))
  const [oldest] = open
  return [{ kind: 'years-to-close', at: oldest === undefined ? null : startOfShanghaiDay(`${oldest + 1}-01-01`), count: open.length }]
}
