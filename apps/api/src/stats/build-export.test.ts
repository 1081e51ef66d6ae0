import { createHash } from 'node:crypto'
import { type ExportFormat, type HrExport, exportFormats } from '@yijian/shared/stats/shapes'
import { sheetKeys } from '@yijian/shared/stats/keys'
import { sheetNames } from '@yijian/shared/stats/names'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import type { RowDataPacket } from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../../../../test/support/database.ts'
import { actorOf, grantRoleTo, makeEmployee } from '../../../../test/support/people.ts'
import { donatedOn, readByLibreOffice, renamePerson, servedOn, sumOfColumn } from '../../../../test/support/stats.ts'
import { type TestApi, startApi } from '../../../../test/support/api.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { workOnce } from '../core/jobs/worker.ts'
import { hoursInvariants } from '../hours/index.ts'
import { buildExport } from './build-export.ts'
import { createExportLink } from './create-export-link.ts'
import { exportGauges } from './gauges.ts'
import { statsListeners } from './jobs.ts'
import { listExports } from './list-exports.ts'
import { requestExport } from './request-export.ts'

const EVIL = ['=1+1', '@SUM(1+1)', '+cmd|calc', '"quoted", 逗号']
const PEOPLE = 8
const bare = { further: [], tellers: [] }

let app: App
let api: TestApi
let hr: { id: string }
beforeAll(async () => {
  app = await testApp({ database: 'export', listeners: statsListeners({ further: hoursInvariants, tellers: [] }) })
  api = await startApi(app)
  hr = await makeEmployee(app, { name: '统计员' })
  await grantRoleTo(app, hr, 'hr')
  await servedOn(app, new Date('2024-05-10T06:00:00.000Z'), 3)
  const { people } = await servedOn(app, new Date('2025-03-14T06:00:00.000Z'), PEOPLE)
  for (const [at, name] of EVIL.entries()) await renamePerson(app, people[at]!, { name, department: at === 0 ? '=HYPERLINK("x")' : '设计' })
  await donatedOn(app, people[5]!, { on: '2025-04-01', fen: 12_345 })
})
afterAll(async () => {
  await api.close()
  await closeApps()
})

const asHr = () => ctxOf(app, actorOf(hr, 'hr'))
const exportOf = async (exportId: string): Promise<HrExport> =>
  (await listExports(await asHr(), { limit: 20 })).items.find(({ id }) => id === exportId)!

async function built(year = 2025, change: { on?: App } = {}): Promise<HrExport> {
  const { id } = await requestExport(await asHr(), { year })
  await buildExport(change.on ?? app, id, bare)
  return exportOf(id)
}

async function download(exportId: string, format: ExportFormat): Promise<Uint8Array> {
  const { link } = await createExportLink(await asHr(), { exportId, format })
  const reply = await fetch(api.base.replace('/api/v1', link))
  expect(reply.status).toBe(200)
  return new Uint8Array(await reply.arrayBuffer())
}

async function countOf(sql: string): Promise<number> {
  const [rows] = await app.pool.query<RowDataPacket[]>(sql)
  return Number(Object.values(rows[0]!)[0])
}

const hoursHeading = '公益时总数（小时）· 2025 年'

describe('an export', () => {
  it('is built in the background and can be downloaded once its sums agree', async () => {
    const { id, state } = await requestExport(await asHr(), { year: 2025 })
    expect(state).toBe('requested')
    await expect(createExportLink(await asHr(), { exportId: id, format: 'xlsx' })).rejects.toMatchObject({ code: 'export-not-ready' })
    while ((await workOnce(app)) > 0);
    await expect.poll(async () => (await exportOf(id)).state, { timeout: 30_000 }).toBe('ready')
    const { files, checks, sheets, asOf, lastJournalId, progress } = await exportOf(id)
    expect(progress).toBe(100)
    expect(checks.length).toBeGreaterThan(60)
    expect(checks.every(({ inFile, inLedger }) => inFile === inLedger)).toBe(true)
    expect(lastJournalId).toMatch(/^jnl_/)
    expect(asOf).not.toBeNull()
    expect(sheets.find(({ sheet }) => sheet === 'people')?.rows).toBe(await countOf('SELECT COUNT(*) FROM employee'))
    for (const format of exportFormats) {
      const bytes = await download(id, format)
      const file = files.find((file) => file.format === format)
      expect(file).toMatchObject({ sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
    const traces = (await tracesOf(await systemCtx(app), id)).map(({ action }) => action)
    expect(traces).toEqual(['export.requested', 'export.built', 'export.downloaded', 'export.downloaded'])
  })

  it('opens in LibreOffice, which sums it up to the ledger', async () => {
    const { id } = await built()
    const opened = [...(await readByLibreOffice(await download(id, 'xlsx')))]
    const sheets = new Map(opened.map(([name, text]) => [name, parse(text, { relax_column_count: true }) as string[][]]))
    expect([...sheets.keys()].sort()).toEqual(sheetKeys.map((key) => sheetNames[key].zh).sort())
    const people = sheets.get('员工')!
    const minutes = await countOf("SELECT SUM(amount) FROM ledger_entry WHERE account_id LIKE 'emp%/hours' AND YEAR(served_on) = 2025")
    expect(sumOfColumn(people, hoursHeading)).toBeCloseTo(minutes / 60, 6)
    expect(sumOfColumn(sheets.get('部门')!, hoursHeading)).toBeCloseTo(minutes / 60, 6)
    expect(sumOfColumn(people, '捐出公益金（元）· 2025 年')).toBeCloseTo(123.45, 6)
    const balances = "SELECT SUM(balance) FROM ledger_balance WHERE account_id LIKE 'emp%/credit' OR account_id LIKE 'emp%/credit-held'"
    expect(sumOfColumn(people, '待捐公益金（元）· 2025 年末')).toBeCloseTo((await countOf(balances)) / 100, 6)
    const names = people.slice(1).map((row) => row[1])
    // Read as text, never run.
    expect(names).toEqual(expect.arrayContaining(EVIL))
    const [, , , ...values] = sheets.get('关键指标')!.find((row) => row[1] === '志愿者人数')!
    expect(values.slice(0, 4)).toEqual(['—', '3', '8', '11'])
    expect(
      sheets
        .get('关键指标')!
        .find((row) => row[1] === '捐出公益金的人数')!
        .slice(3, 7),
    ).toEqual(['—', '0', '1', '1'])
  })

  it('gives the same in CSV: marked as UTF-8, and harmless where a name is a formula', async () => {
    const { id } = await built()
    const entries = Object.entries(unzipSync(await download(id, 'csv')))
    const csv = new Map(entries.map(([name, bytes]) => [name.replace(/^\d-|\.csv$/g, ''), bytes]))
    const people = csv.get('员工')!
    expect(Buffer.from(people).toString('hex', 0, 3)).toBe('efbbbf')
    const rows = parse(strFromU8(people), { bom: true }) as string[][]
    const cells = rows.slice(1).flat()
    expect(cells).toEqual(expect.arrayContaining(["'=1+1", "'@SUM(1+1)", "'+cmd|calc", '"quoted", 逗号', '\'=HYPERLINK("x")']))
    expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([])
    expect(sumOfColumn(rows, hoursHeading)).toBe(24)
  })

  it('is one snapshot: hours issued while it is built are in none of its sheets', async () => {
    const before = await countOf("SELECT SUM(amount) FROM ledger_entry WHERE account_id LIKE 'emp%/hours' AND YEAR(served_on) = 2025")
    let served = 0
    const connect = app.pool.getConnection.bind(app.pool)
    // As soon as the snapshot stands, and before anything is read, somebody issues hours on another connection.
    const pool = Object.assign(Object.create(app.pool) as App['pool'], {
      async getConnection() {
        const connection = await connect()
        const query = connection.query.bind(connection)
        connection.query = (async (...args: Parameters<typeof query>) => {
          const answer = await query(...args)
          if (served === 0 && (args[0] as unknown) === 'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY') {
            served += 1
            await servedOn(app, new Date('2025-10-17T06:00:00.000Z'), 4)
          }
          return answer
        }) as typeof connection.query
        return connection
      },
    })
    const { state, checks, files } = await built(2025, { on: { ...app, pool } })
    expect([served, state, files.length]).toEqual([1, 'ready', 2])
    expect(checks.find(({ name }) => name === '员工 · 公益时总数 · 2025')).toMatchObject({ inFile: before, inLedger: before })
    expect(await countOf("SELECT SUM(amount) FROM ledger_entry WHERE account_id LIKE 'emp%/hours' AND YEAR(served_on) = 2025")).toBe(
      before + 720,
    )
  })

  it('is built by one of many who try, and by another when the first has fallen silent', async () => {
    const { id } = await requestExport(await asHr(), { year: 2024 })
    await Promise.all(Array.from({ length: 5 }, () => buildExport(app, id, bare)))
    const files = "SELECT COUNT(*) FROM stored_file WHERE name LIKE '%2024%'"
    expect([(await exportOf(id)).state, await countOf(files)]).toEqual(['ready', 2])
    const { id: lost } = await requestExport(await asHr(), { year: 2024 })
    const silent = 'UPDATE hr_export SET state = "building", attempt = ?, heartbeat_at = NOW(3) - INTERVAL 11 MINUTE WHERE id = ?'
    await app.pool.query(silent.replaceAll('"', "'"), [1, lost])
    await buildExport(app, lost, bare)
    expect((await exportOf(lost)).state).toBe('ready')
    const { id: hopeless } = await requestExport(await asHr(), { year: 2024 })
    await app.pool.query(silent.replaceAll('"', "'"), [3, hopeless])
    await buildExport(app, hopeless, bare)
    expect(await exportOf(hopeless)).toMatchObject({ state: 'failed', failure: 'interrupted' })
  })

  it('refuses the wrong role on every way to it', async () => {
    const { id } = await requestExport(await asHr(), { year: 2024 })
    for (const role of ['auditor', 'operator', 'judge'] as const) {
      const ctx: Ctx = await ctxOf(app, actorOf(await makeEmployee(app), role))
      const refusal = { code: 'role-required' }
      await expect(requestExport(ctx, { year: 2025 })).rejects.toMatchObject(refusal)
      await expect(listExports(ctx, { limit: 20 })).rejects.toMatchObject(refusal)
      await expect(createExportLink(ctx, { exportId: id, format: 'csv' })).rejects.toMatchObject(refusal)
    }
    await expect(requestExport(await asHr(), { year: 2099 })).rejects.toMatchObject({ code: 'year-not-begun' })
  })
})

describe('an export that does not agree with the ledger', () => {
  const damages = [
    ['a monthly sum', "UPDATE ledger_month SET amount = amount + ? WHERE account_id LIKE 'emp%/hours' ORDER BY account_id LIMIT 1"],
    ['a balance', "UPDATE ledger_balance SET balance = balance + ? WHERE account_id LIKE 'emp%/credit' ORDER BY account_id LIMIT 1"],
    ['hours of a session', "UPDATE hours_record SET minutes = minutes + ? WHERE state = 'issued' ORDER BY attendance_id LIMIT 1"],
  ] as const
  it.each(damages)('is an alert and never a file: %s', async (_, damage) => {
    const owner = await testApp({ database: 'export', asOwner: true })
    await owner.pool.query(damage, [1])
    const errors: unknown[] = []
    const log = Object.assign(Object.create(app.log) as App['log'], { error: (fields: unknown) => errors.push(fields), child: () => log })
    const gauge = exportGauges(app)['exports_mismatched']!
    const before = await gauge.read()
    const failed = await built(2025, { on: { ...app, log } })
    await owner.pool.query(damage, [-1])
    expect(failed).toMatchObject({ state: 'failed', failure: 'mismatch', files: [] })
    await expect(createExportLink(await asHr(), { exportId: failed.id, format: 'csv' })).rejects.toMatchObject({ code: 'export-failed' })
    expect(errors).toMatchObject([{ exportId: failed.id }])
    expect(await gauge.read()).toBe(before + 1)
    expect((await tracesOf(await systemCtx(app), failed.id)).map(({ action }) => action)).toEqual(['export.requested', 'export.mismatched'])
    expect((await built()).state).toBe('ready')
  })
})
