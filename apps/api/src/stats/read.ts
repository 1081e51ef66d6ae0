import type { ProgrammeSummary } from '@yijian/shared/stats/shapes'
import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { hoursRecord } from '../hours/tables.ts'
import { account, balance, entry } from '../ledger/tables.ts'
import { project, projectHost } from '../project/tables.ts'

/** People's own accounts of one kind with their balances; the company's mirrors have no balance row. */
const balancesOf = (what: SQL, ...kinds: string[]) =>
  sql`(select ${what} from ${account} join ${balance} on ${balance.accountId} = ${account.id} where ${account.kind} in ${kinds})`

/**
 * One statement, so that InnoDB reads every figure from the same snapshot. Hours, credit and points are sums of the
 * ledger; what was granted is what the company's mirror gave, less what corrections brought back.
 */
export async function readProgrammeSummary(ctx: Ctx): Promise<ProgrammeSummary> {
  const [rows] = (await ctx.db.execute(sql`
    select
      ${balancesOf(sql`coalesce(sum(${balance.balance} > 0), 0)`, 'hours')} as volunteers,
      (select count(*) from ${project} where ${project.publishedAt} is not null) as projects,
      (select count(distinct ${projectHost.employeeId}) from ${projectHost} join ${project} on ${project.id} = ${projectHost.projectId}
        where ${project.publishedAt} is not null) as hosts,
      (select count(*) from ${hoursRecord} where ${hoursRecord.state} = 'issued' and ${hoursRecord.minutes} > 0) as personTimes,
      ${balancesOf(sql`coalesce(sum(${balance.balance}), 0)`, 'hours')} as minutes,
      (select coalesce(-sum(${entry.amount}), 0) from ${entry} where ${entry.accountId} = 'system/credit') as creditFen,
      ${balancesOf(sql`coalesce(sum(${balance.balance}), 0)`, 'credit', 'credit-held')} as outstandingFen,
      ${balancesOf(sql`coalesce(sum(${balance.balance}), 0)`, 'points')} as points`)) as unknown as [Omit<ProgrammeSummary, 'asOf'>[]]
  const [figures] = rows
  if (figures === undefined) throw new Error('a select without from has one row')
  return { ...figures, asOf: ctx.now.toISOString() }
}
