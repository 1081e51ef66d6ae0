import type { ImageView } from '@yijian/shared/file/shapes'
import type { FundProjectRef, Transparency } from '@yijian/shared/fund/shapes'
import { shanghaiDay } from '@yijian/shared/kernel/time'
import { creditOf } from '@yijian/shared/ledger/accounts'
import type { JournalKind } from '@yijian/shared/ledger/shapes'
import { type SQL, and, asc, eq, gt, inArray, like, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/mysql-core'
import type { Ctx } from '../core/context.ts'
import { filesById, toImageView } from '../file/index.ts'
import { balance, entry, journal, month } from '../ledger/tables.ts'
import { fundProject, fundReport, fundReportImage } from './tables.ts'

/** Pictures by id, in one query; everybody may see those of fund projects and their reports. */
export async function picturesOf(ctx: Ctx, fileIds: readonly (string | null)[]): Promise<Map<string, ImageView>> {
  const files = await filesById(
    ctx,
    fileIds.filter((id) => id !== null),
  )
  return new Map(files.map((row) => [row.id, toImageView(ctx, row)]))
}

/** Pictures of these reports, by report, each in its order. */
export async function reportPictures(ctx: Ctx, reportIds: readonly string[]): Promise<Map<string, ImageView[]>> {
  if (reportIds.length === 0) return new Map()
  const rows = await ctx.db
    .select()
    .from(fundReportImage)
    .where(inArray(fundReportImage.reportId, [...reportIds]))
    .orderBy(asc(fundReportImage.reportId), asc(fundReportImage.imageNo))
  const pictures = await picturesOf(
    ctx,
    rows.map(({ fileId }) => fileId),
  )
  const byReport = new Map<string, ImageView[]>()
  for (const { reportId, fileId } of rows) {
    const picture = pictures.get(fileId)
    if (picture !== undefined) byReport.set(reportId, [...(byReport.get(reportId) ?? []), picture])
  }
  return byReport
}

/** Name and state of these fund projects, by id; an unknown id is left out. */
export async function fundProjectsByIds(ctx: Ctx, ids: readonly string[]): Promise<Map<string, FundProjectRef>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: fundProject.id, name: fundProject.name, state: fundProject.state })
    .from(fundProject)
    .where(inArray(fundProject.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Cards to be narrowed by the caller; what was received is the sum of months, however many gave. */
export function selectFundCards(ctx: Ctx) {
  const account = sql`concat(${fundProject.id}, '/credit')`
  const received = ctx.db
    .select({ amount: sum(month.amount) })
    .from(month)
    .where(and(eq(month.accountId, account), eq(month.kind, 'donation-settled')))
  const left = ctx.db.select({ amount: balance.balance }).from(balance).where(eq(balance.accountId, account))
  return ctx.db
    .select({
      id: fundProject.id,
      name: fundProject.name,
      state: fundProject.state,
      field: fundProject.field,
      city: fundProject.city,
      summary: fundProject.summary,
      effect: fundProject.effect,
      charity: fundProject.charity,
      coverFileId: fundProject.coverFileId,
      targetFen: fundProject.targetFen,
      reportDueOn: fundProject.reportDueOn,
      receivedFen: sql<number>`(${received})`.mapWith(Number),
      leftFen: sql<number>`coalesce((${left}), 0)`.mapWith(Number),
    })
    .from(fundProject)
    .$dynamic()
}
export type FundCardRow = Awaited<ReturnType<typeof selectFundCards>>[number]

/** Each word of a search stands in a text of the card; fund projects are few, so the texts themselves are read. */
export function everyWordIn(search: string): SQL | undefined {
  const texts = [fundProject.name, fundProject.summary, fundProject.charity, fundProject.city]
  const words = search.split(/\s+/u).filter(Boolean)
  return and(...words.map((word) => or(...texts.map((text) => like(text, `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`)))))
}

/** Where the money of a fund project is, in one statement on the ledger and what was reported. */
export async function transparencyOf(ctx: Ctx, fundProjectId: string): Promise<Transparency> {
  const account = creditOf(fundProjectId)
  const moved = (kinds: JournalKind[]) =>
    ctx.db
      .select({ amount: sum(month.amount) })
      .from(month)
      .where(and(eq(month.accountId, account), inArray(month.kind, kinds)))
  const left = ctx.db.select({ amount: balance.balance }).from(balance).where(eq(balance.accountId, account))
  const reports = ctx.db
    .select({ n: sql`count(*)` })
    .from(fundReport)
    .where(eq(fundReport.fundProjectId, fundProjectId))
  const spent = ctx.db
    .select({ amount: sum(fundReport.spentFen) })
    .from(fundReport)
    .where(eq(fundReport.fundProjectId, fundProjectId))
  const last = ctx.db
    .select({ at: sql`max(published_at)` })
    .from(fundReport)
    .where(eq(fundReport.fundProjectId, fundProjectId))
  const [row] = await ctx.db
    .select({
      receivedFen: sql<number>`(${moved(['donation-settled'])})`.mapWith(Number),
      takenFen: sql<number>`-(${moved(['payout-built', 'payout-bounced'])})`.mapWith(Number),
      onItsWayFen: sql<number>`(${onItsWay(ctx, account)})`.mapWith(Number),
      leftFen: sql<number>`coalesce((${left}), 0)`.mapWith(Number),
      givers: sql<number>`(${givers(ctx, account)})`.mapWith(Number),
      reports: sql<number>`(${reports})`.mapWith(Number),
      spentFen: sql<number>`(${spent})`.mapWith(Number),
      lastReportAt: sql<Date | null>`(${last})`.mapWith(fundReport.publishedAt),
    })
    .from(sql`(select 1) one`)
  if (row === undefined) throw new Error('a statement without a row')
  const { takenFen, lastReportAt, ...figures } = row
  return {
    ...figures,
    paidFen: takenFen - figures.onItsWayFen,
    lastReportOn: lastReportAt === null ? null : shanghaiDay(lastReportAt),
    asOf: ctx.now.toISOString(),
  }
}

/** What lies in payouts that left this account: a payout's own account is empty once it is confirmed or came back. */
function onItsWay({ db }: Ctx, account: string) {
  return db
    .select({ amount: sum(balance.balance) })
    .from(entry)
    .innerJoin(journal, and(eq(journal.id, entry.journalId), eq(journal.kind, 'payout-built')))
    .innerJoin(balance, eq(balance.accountId, sql`concat(${journal.sourceId}, '/credit')`))
    .where(and(eq(entry.accountId, account), eq(entry.unit, 'fen'), lt(entry.amount, 0)))
}

/** People whose held credit arrived on this account. */
function givers({ db }: Ctx, account: string) {
  const from = alias(entry, 'giving')
  return db
    .select({ n: sql`count(distinct ${from.accountId})` })
    .from(entry)
    .innerJoin(from, and(eq(from.journalId, entry.journalId), like(from.accountId, '%/credit-held')))
    .where(and(eq(entry.accountId, account), eq(entry.unit, 'fen'), gt(entry.amount, 0)))
}

function sum(column: typeof month.amount | typeof balance.balance | typeof fundReport.spentFen) {
  return sql`coalesce(sum(${column}), 0)`
}
