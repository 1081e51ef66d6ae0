import type { HrExport, ProgrammeSummary } from '@yijian/shared/stats/shapes'
import { type SQL, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '../core/context.ts'
import { filesById } from '../file/index.ts'
import { hoursRecord } from '../hours/tables.ts'
import { account, balance, entry } from '../ledger/tables.ts'
import { branch, employee } from '../people/tables.ts'
import { project, projectHost } from '../project/tables.ts'
import type { ExportNames, ExportRow } from './repo.ts'

/** People's own accounts of one kind with their balances; fund projects and payouts own credit as well. */
const balancesOf = (what: SQL, ...kinds: string[]) =>
  sql`(select ${what} from ${account} join ${balance} on ${balance.accountId} = ${account.id} where ${account.kind} in ${kinds} and ${account.ownerId} like 'emp%')`

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

export async function peopleById(ctx: Ctx, employeeIds: readonly string[]): Promise<Map<string, HrExport['requestedBy']>> {
  const people = await ctx.db
    .select({ id: employee.id, name: employee.name, department: employee.department })
    .from(employee)
    .where(inArray(employee.id, [...employeeIds]))
  return new Map(people.map((person) => [person.id, person]))
}

/** Names of those who asked, branches and files of a page of exports: three statements however many there are. */
export async function namesOf(ctx: Ctx, rows: readonly ExportRow[]): Promise<ExportNames> {
  const fileIds = rows.flatMap(({ xlsxFileId, csvFileId }) => [xlsxFileId, csvFileId].filter((id) => id !== null))
  const branchIds = rows.flatMap(({ branchId }) => (branchId === null ? [] : [branchId]))
  const people = await peopleById(
    ctx,
    rows.map(({ requestedBy }) => requestedBy),
  )
  const branches =
    branchIds.length === 0
      ? []
      : await ctx.db.select({ id: branch.id, name: branch.name }).from(branch).where(inArray(branch.id, branchIds))
  const files = await filesById(ctx, fileIds)
  return {
    people,
    branches: new Map(branches.map(({ id, name }) => [id, name])),
    files: new Map(files.map((file) => [file.id, file])),
  }
}
