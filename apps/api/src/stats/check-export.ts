import { figureDefinitions } from '@yijian/shared/stats/columns'
import { sheetNames } from '@yijian/shared/stats/names'
import type { ExportCheck, YearReport } from '@yijian/shared/stats/shapes'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { ledgerKeys, sumOver } from './measures.ts'
import type { Figures } from './people-pages.ts'
import { nameOf } from './sheets.ts'
import { type Period, memberOf, recountEntries, rowsOf } from './year-queries.ts'

/** What the sheets sum up to, as they were written. */
export interface Written {
  people: Figures
  departments: Figures
  projectMinutes: { inYear: number; toDate: number }
  volunteers: number
}

/**
 * Every sum of the file beside a recount of the entries themselves, on the same snapshot. The sheets were read from the
 * sums that postings keep, so that a figure that went astray on either way shows.
 */
export async function checkSums(
  ctx: Ctx,
  period: Period,
  { report, written }: { report: YearReport; written: Written },
): Promise<ExportCheck[]> {
  const entries = await recountEntries(ctx, period)
  const year = period.years[2]
  const checks: ExportCheck[] = []
  const check = (name: string, inFile: number, inLedger: number) => checks.push({ name, inFile, inLedger })
  for (const key of ledgerKeys) {
    const inYear = sumOver(key, entries, { sinceYm: year * 100, untilYm: year * 100 + 12 })
    const toDate = sumOver(key, entries, { sinceYm: 0, untilYm: year * 100 + 12 })
    for (const sheet of ['people', 'departments'] as const) {
      if (figureDefinitions[key].isStock !== true)
        check(`${sheetNames[sheet].zh} · ${nameOf(key)} · ${year}`, written[sheet][key].inYear, inYear)
      check(`${sheetNames[sheet].zh} · ${nameOf(key)} · 累计`, written[sheet][key].toDate, toDate)
    }
    const figure = report.figures.find((figure) => figure.key === key)
    check(`${sheetNames.company.zh} · ${nameOf(key)} · ${year}`, figure?.values[2] ?? 0, inYear)
    check(`${sheetNames.company.zh} · ${nameOf(key)} · 累计`, figure?.toDate ?? 0, toDate)
    // A branch is its members here and its projects there; only of the company are both the same hours.
    if (key === 'minutes' && period.branchId === null) {
      check(`${sheetNames.projects.zh} · ${nameOf(key)} · ${year}`, written.projectMinutes.inYear, inYear)
      check(`${sheetNames.projects.zh} · ${nameOf(key)} · 累计`, written.projectMinutes.toDate, toDate)
    }
  }
  const of = (key: string) => report.figures.find((figure) => figure.key === key)?.values[2] ?? 0
  check(`${sheetNames.people.zh} · 志愿者人数 · ${year}`, written.volunteers, of('volunteers'))
  check(`${sheetNames.people.zh} · 志愿服务人次 · ${year}`, written.people.personTimes.inYear, of('personTimes'))
  return [...checks, ...(await checkBalances(ctx, period))]
}

/** Balances of all accounts people own beside all their entries, whenever served. */
async function checkBalances(ctx: Ctx, { branchId }: Period): Promise<ExportCheck[]> {
  const sumsOf = (table: 'ledger_balance' | 'ledger_entry', amount: 'balance' | 'amount') =>
    rowsOf<{ account: string; total: number }>(
      ctx,
      sql`select substring(t.account_id, 19) as account, sum(t.${sql.raw(amount)}) as total from ${sql.raw(table)} t
        ${memberOf(sql`left(t.account_id, 17)`, branchId)} where t.account_id like 'emp%' group by account order by account`,
    )
  const entries = new Map((await sumsOf('ledger_entry', 'amount')).map(({ account, total }) => [account, total]))
  const balances = await sumsOf('ledger_balance', 'balance')
  return balances.map(({ account, total }) => ({ name: `余额 · ${account}`, inFile: total, inLedger: entries.get(account) ?? 0 }))
}

export function mismatches(checks: readonly ExportCheck[]): ExportCheck[] {
  return checks.filter(({ inFile, inLedger }) => inFile !== inLedger)
}
