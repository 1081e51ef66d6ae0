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
import { accountOf, creditOf } from '@yijian/shared/ledger/accounts'
import { transfer } from '@yijian/shared/ledger/rules'
import { eq } from 'drizzle-orm'
import { type Scene, actingAs, attendAll, makeScene, minute } from './attendance.ts'
import { systemCtx } from './database.ts'
import { makeFund } from './giving.ts'
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
