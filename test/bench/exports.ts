import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { attendance } from '@yijian/api/attendance/tables'
import type { App } from '@yijian/api/core/app'
import { type Ctx, inTransaction } from '@yijian/api/core/context'
import { hoursRecord } from '@yijian/api/hours/tables'
import { type JournalDraft, post } from '@yijian/api/ledger/index'
import { policyOn } from '@yijian/api/policy/index'
import { ledgerKeys, sumOver } from '@yijian/api/stats/measures'
import { pagesOfPeople } from '@yijian/api/stats/people-pages'
import { openSheet } from '@yijian/api/stats/sheet-files'
import { personCells, personColumns } from '@yijian/api/stats/sheets'
import { type Period, readMonthSums, recountEntries } from '@yijian/api/stats/year-queries'
import { signup } from '@yijian/api/signup/tables'
import { addMinutes } from '@yijian/shared/kernel/time'
import { emptyHoldings, hoursEntries } from '@yijian/shared/ledger/rules'
import { has } from '../../scripts/lib/machine.mjs'
import { closeApps, systemCtx, testApp, testDatabaseUrl } from '../support/database.ts'
import { makeBranch, makeEmployees } from '../support/people.ts'
import { openSessionOf, publishedProject } from '../support/projects.ts'
import { type BenchRow, median } from './row.ts'

const PEOPLE = 63_000
/** Sessions everybody serves in; each is eight entries a person, so that there are over a million. */
const SESSIONS = 2
const CHUNK = 500
const ROUNDS = 3
const LIMIT_MB = 160
const YEAR = 2025

/** The year's sums beside a scan of all entries, the export beside the database's own client, and the memory it takes. */
export async function benchExports(): Promise<BenchRow[]> {
  const app = await testApp({ database: 'exports' })
  const people = await prepare(app)
  const period: Period = { years: [YEAR - 2, YEAR - 1, YEAR], today: `${YEAR}-12-31`, branchId: null }
  const ctx = await systemCtx(app)
  const rows = [await benchYear(ctx, period), ...(await benchRows(ctx, period)), await benchMemory(people)]
  await closeApps()
  return rows
}

async function benchYear(ctx: Ctx, period: Period): Promise<BenchRow> {
  const timed = async (read: typeof readMonthSums) => {
    const startedMs = performance.now()
    const sums = await read(ctx, period)
    const figures = ledgerKeys.map((key) => sumOver(key, sums, { sinceYm: YEAR * 100, untilYm: YEAR * 100 + 12 }))
    return { ms: performance.now() - startedMs, figures: figures.join() }
  }
  const ratios: number[] = []
  let words = ''
  for (let round = 0; round < ROUNDS; round++) {
    const [summed, scanned] = [await timed(readMonthSums), await timed(recountEntries)]
    if (summed.figures !== scanned.figures) throw new Error('the summaries and the entries tell different figures')
    ratios.push(scanned.ms / summed.ms)
    words = `${summed.ms.toFixed(0)} ms beside ${scanned.ms.toFixed(0)} ms, equal figures`
  }
  return {
    name: 'the sums of a year from the totals of the company, times as fast as a scan of all entries',
    ratio: median(ratios),
    goal: 20,
    detail: words,
  }
}

/** The sheet of people in both formats, beside the client that prints the same tables. */
async function benchRows(ctx: Ctx, period: Period): Promise<BenchRow[]> {
  const program = ['mariadb', 'mysql'].find(has)
  // The server alone brings no client; there is nothing to compare with then.
  if (program === undefined) return []
  const folder = await mkdtemp(join(tmpdir(), 'yijian-bench-'))
  const startedMs = performance.now()
  const sheet = await openSheet(folder, 'people', personColumns(YEAR))
  for await (const page of pagesOfPeople(ctx, period, period.today))
    for (const person of page) await sheet.add(personCells(person, new Map()))
  const rate = (await sheet.close()) / ((performance.now() - startedMs) / 1000)
  await rm(folder, { recursive: true })
  const client = await clientRate(program)
  return [
    {
      name: 'people exported a second with all sums, beside their months as the client of the database prints them',
      ratio: rate / client,
      goal: 0.1,
      detail: `${Math.round(rate)}/s beside ${Math.round(client)}/s`,
    },
  ]
}

/** People a second, when the client prints what the database knows of each without adding anything up. */
async function clientRate(program: string): Promise<number> {
  const url = new URL(await testDatabaseUrl('exports'))
  const words = ['--quick', '--batch', `-h${url.hostname}`, `-P${url.port}`, `-u${url.username}`, url.pathname.slice(1)]
  const sql = 'SELECT e.*, m.* FROM employee e JOIN ledger_month m ON m.account_id BETWEEN CONCAT(e.id, "/") AND CONCAT(e.id, "/~")'
  const startedMs = performance.now()
  await new Promise<void>((resolve, reject) => {
    const client = spawn(program, [...words, '-e', sql], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, MYSQL_PWD: decodeURIComponent(url.password) },
    })
    client.on('error', reject)
    client.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the client ended with ${code}`))))
  })
  return PEOPLE / ((performance.now() - startedMs) / 1000)
}

/** A whole export in a process of its own: what it takes above the process that has done nothing yet. */
async function benchMemory({ entries }: { entries: number }): Promise<BenchRow> {
  const child = fileURLToPath(new URL('export-child.ts', import.meta.url))
  const env = { ...process.env, DATABASE_URL: await testDatabaseUrl('exports'), EXPORT_YEAR: String(YEAR) }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', child], { env, maxBuffer: 1e7 })
  const { state, seconds, idleMb, peakMb } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, number> & {
    state: string
  }
  if (state !== 'ready') throw new Error(`the export is ${state}: ${stdout}`)
  const grownMb = (peakMb ?? 0) - (idleMb ?? 0)
  return {
    name: `${LIMIT_MB} MB beside what an export of ${PEOPLE} people and ${entries} entries takes`,
    ratio: LIMIT_MB / grownMb,
    goal: 1,
    detail: `${grownMb.toFixed(0)} MB above ${idleMb?.toFixed(0)} MB of an idle process, in ${seconds?.toFixed(0)} s with its proof`,
  }
}

async function prepare(app: App): Promise<{ entries: number }> {
  const ctx = await systemCtx(app)
  const branch = await makeBranch(app)
  const [host] = await makeEmployees(app, 1)
  const project = await publishedProject(
    { ...ctx, now: new Date(`${YEAR}-01-02T00:00:00.000Z`) },
    { hostId: host!.id, branchId: branch.id },
  )
  const people: string[] = []
  while (people.length < PEOPLE) {
    const made = await makeEmployees(app, CHUNK, { branches: [branch], department: `部门 ${people.length % 40}` })
    people.push(...made.map(({ id }) => id))
  }
  for (let n = 0; n < SESSIONS; n++) {
    const startsAt = new Date(`${YEAR}-0${n + 3}-14T06:00:00.000Z`)
    const session = await openSessionOf(ctx, project, { startsAt })
    for (let from = 0; from < PEOPLE; from += CHUNK) {
      await serve(ctx, { people: people.slice(from, from + CHUNK), from, sessionId: session.id, startsAt, hostId: host!.id })
    }
  }
  await app.pool.query('ANALYZE TABLE employee, ledger_entry, ledger_journal, ledger_month, ledger_total, hours_record')
  const [rows] = await app.pool.query('SELECT COUNT(*) AS n FROM ledger_entry')
  return { entries: (rows as { n: number }[])[0]!.n }
}

/** An hour issued to each, with the attendance behind it. */
async function serve(
  ctx: Ctx,
  {
    people,
    from,
    sessionId,
    startsAt,
    hostId,
  }: { people: readonly string[]; from: number; sessionId: string; startsAt: Date; hostId: string },
): Promise<void> {
  const servedOn = startsAt.toISOString().slice(0, 10)
  const [matching, points] = [await policyOn(ctx, 'matching', servedOn), await policyOn(ctx, 'points', servedOn)]
  const rules = { matching: matching.settings, points: points.settings }
  await inTransaction(ctx, async (ctx) => {
    const endsAt = addMinutes(startsAt, 60)
    const rows = people.map((employeeId) => ({ id: ctx.app.newId('attendance'), employeeId }))
    const place = { state: 'confirmed' as const, promotion: null, signedUpAt: startsAt, lateCancel: false, active: 1 }
    await ctx.db
      .insert(signup)
      .values(rows.map(({ employeeId }, at) => ({ id: ctx.app.newId('signup'), sessionId, employeeId, number: from + at + 1, ...place })))
    await ctx.db
      .insert(attendance)
      .values(rows.map((row) => ({ ...row, sessionId, place: 1, inAt: startsAt, outAt: endsAt, named: false })))
    const drafts = rows.map(({ id, employeeId }): JournalDraft => {
      const entries = hoursEntries({ employeeId, minutes: 60, grade: 'A', holdings: emptyHoldings }, rules)
      const asked = { employeeId, minutes: 60 }
      return {
        kind: 'hours-issued',
        sourceId: id,
        servedOn,
        policyIds: [matching.id, points.id],
        scope: 'hours',
        idempotencyKey: id,
        asked,
        entries,
      }
    })
    const posted = await post(ctx, drafts)
    const issued = { state: 'issued' as const, minutes: 60, grade: 'A' as const, reason: null, servedOn, round: 1 }
    const by = { completedBy: hostId, completedAt: endsAt, issuedBy: hostId, issuedAt: endsAt }
    await ctx.db.insert(hoursRecord).values(
      rows.map(({ id, employeeId }, at) => ({
        attendanceId: id,
        employeeId,
        sessionId,
        ...issued,
        ...by,
        journalId: posted[at]!.journalId,
      })),
    )
  })
}
