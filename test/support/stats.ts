import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { App } from '@yijian/api/core/app'
import { inTransaction } from '@yijian/api/core/context'
import { post } from '@yijian/api/ledger/index'
import { completeHours, issueHours } from '@yijian/api/hours/index'
import { employee } from '@yijian/api/people/tables'
import { buildExport } from '@yijian/api/stats/build-export'
import type { Means } from '@yijian/api/stats/built'
import { closeYear } from '@yijian/api/stats/close-year'
import { createExportLink } from '@yijian/api/stats/create-export-link'
import { listExports } from '@yijian/api/stats/list-exports'
import { requestExport } from '@yijian/api/stats/request-export'
import { accountOf, creditOf } from '@yijian/shared/ledger/accounts'
import { transfer } from '@yijian/shared/ledger/rules'
import type { ExportFormat, HrExport, RequestExportInput, YearClosing } from '@yijian/shared/stats/shapes'
import { eq } from 'drizzle-orm'
import type { TestApi } from './api.ts'
import { type Scene, actingAs, attendAll, makeScene, minute } from './attendance.ts'
import { ctxOf, systemCtx } from './database.ts'
import { makeFund } from './giving.ts'
import { lookAndCorrect } from './hours.ts'
import { actorOf } from './people.ts'

/** A session in which everybody served three hours, issued on the same day; committed. */
export async function servedOn(app: App, startsAt: Date, people: number): Promise<Scene & { attendanceIds: string[] }> {
  return inTransaction(await systemCtx(app), async (ctx) => {
    const scene = await makeScene(ctx, { people, startsAt })
    const attendanceIds = await attendAll(ctx, scene)
    const asHost = actingAs(ctx, actorOf(scene.host), minute(scene, 200))
    await completeHours(
      asHost,
      scene.session.id,
      attendanceIds.map((attendanceId) => ({ attendanceId, minutes: 180 })),
    )
    await issueHours(asHost, scene.session.id)
    return { ...scene, attendanceIds }
  })
}

interface Correction {
  /** Which of the people. */
  at: number
  minutes: number
  /** When its transaction began; now unless given. */
  now?: Date
}

/** Hours corrected by the lead of the branch, recorded now or when its transaction began; committed. */
export async function correctedLater(
  app: App,
  { lead, branch, attendanceIds }: Scene & { attendanceIds: string[] },
  { at, minutes, now }: Correction,
): Promise<void> {
  await inTransaction(await systemCtx(app), async (ctx) => {
    const asLead = { ...ctx, actor: actorOf(lead, { leads: branch }), now: now ?? ctx.now }
    await lookAndCorrect(asLead, { attendanceId: attendanceIds[at] ?? '', minutes, reason: '更正服务时长' })
  })
}

/** An export asked for and built at once. */
export async function exported(
  app: App,
  hr: { id: string },
  { tellers = [], ...asked }: RequestExportInput & Partial<Pick<Means, 'tellers'>>,
): Promise<HrExport> {
  const ctx = await ctxOf(app, actorOf(hr, 'hr'))
  const { id } = await requestExport(ctx, asked)
  await buildExport(app, id, { further: [], tellers })
  const { items } = await listExports(ctx, { limit: 20 })
  return items.find((item) => item.id === id) ?? Promise.reject(new Error(`${id} is not listed`))
}

/** A year exported and closed on that file. */
export async function closedYear(app: App, hr: { id: string }, year: number): Promise<{ file: HrExport; closing: YearClosing }> {
  const file = await exported(app, hr, { year })
  return { file, closing: await closeYear(await ctxOf(app, actorOf(hr, 'hr')), { year }) }
}

/** The bytes of a file of an export, by the link that HR gets. */
export async function downloaded(
  app: App,
  api: TestApi,
  hr: { id: string },
  of: { exportId: string; format: ExportFormat },
): Promise<Uint8Array> {
  const { link } = await createExportLink(await ctxOf(app, actorOf(hr, 'hr')), of)
  return new Uint8Array(await (await fetch(api.base.replace('/api/v1', link))).arrayBuffer())
}

/** Credit given on a day, held and settled. */
export async function donatedOn(app: App, who: { id: string }, { on, fen }: { on: string; fen: number }): Promise<void> {
  const fund = await makeFund(app)
  await inTransaction(await systemCtx(app), async (ctx) => {
    const sourceId = ctx.app.newId('donation')
    const [credit, held] = [accountOf(who.id, 'credit'), accountOf(who.id, 'credit-held')]
    const draft = { sourceId, servedOn: on, policyIds: [], scope: 'test', asked: { fen } }
    await post(ctx, [
      { ...draft, kind: 'donation-held', idempotencyKey: `${sourceId}/held`, entries: transfer(credit, held, fen) },
      { ...draft, kind: 'donation-settled', idempotencyKey: `${sourceId}/settled`, entries: transfer(held, creditOf(fund.id), fen) },
    ])
  })
}

export async function renamePerson(app: App, who: { id: string }, set: Partial<typeof employee.$inferInsert>): Promise<void> {
  await (await systemCtx(app)).db.update(employee).set(set).where(eq(employee.id, who.id))
}

/** What LibreOffice reads in a workbook: each sheet as it saves it as CSV. */
export async function readByLibreOffice(workbook: Uint8Array): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'yijian-office-'))
  try {
    await writeFile(join(folder, 'book.xlsx'), workbook)
    // The last of the tokens asks for every sheet; the one before it for values as they are, not as they are formatted.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'book.xlsx')], {
      timeout: 90_000,
    })
    const names = (await readdir(folder)).filter((name) => name.endsWith('.csv'))
    const sheets = names.map(async (name) => {
      return [name.replace(/^book-/, '').replace(/\.csv$/, ''), await readFile(join(folder, name), 'utf8')] as const
    })
    return new Map(await Promise.all(sheets))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The sum of a column, by its heading. */
export function sumOfColumn(rows: readonly string[][], heading: string): number {
  const at = rows[0]?.indexOf(heading) ?? -1
  if (at < 0) throw new Error(`no column ${heading}`)
  return rows.slice(1).reduce((sum, row) => sum + Number(row[at]), 0)
}
