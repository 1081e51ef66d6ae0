import { differenceSheetKeys } from '@yijian/shared/stats/keys'
import { sheetNames } from '@yijian/shared/stats/names'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, startApi } from '../../../../test/support/api.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../../../../test/support/database.ts'
import { actorOf, grantRoleTo, makeEmployee } from '../../../../test/support/people.ts'
import {
  closedYear,
  correctedLater,
  downloaded,
  exported,
  readByLibreOffice,
  renamePerson,
  servedOn,
} from '../../../../test/support/stats.ts'
import type { App } from '../core/app.ts'
import { tellers } from '../tellers.ts'
import { createExportLink } from './create-export-link.ts'

let app: App
let api: TestApi
let hr: { id: string }
let served: Awaited<ReturnType<typeof servedOn>>
beforeAll(async () => {
  app = await testApp({ database: 'difference' })
  api = await startApi(app)
  hr = await makeEmployee(app, { name: '统计员' })
  await grantRoleTo(app, hr, 'hr')
  const before = await servedOn(app, new Date('2024-05-10T06:00:00.000Z'), 3)
  served = await servedOn(app, new Date('2025-03-14T06:00:00.000Z'), 6)
  await renamePerson(app, served.people[0]!, { name: '=1+1' })
  await closedYear(app, hr, 2025)
  await correctedLater(app, served, { at: 0, minutes: 60 })
  await correctedLater(app, served, { at: 1, minutes: 120 })
  await correctedLater(app, before, { at: 0, minutes: 120 })
})
afterAll(async () => {
  await api.close()
  await closeApps()
})

const built = () => exported(app, hr, { kind: 'difference', year: 2025, tellers })
const download = (exportId: string, format: 'xlsx' | 'csv') => downloaded(app, api, hr, { exportId, format })

/** Rows of a sheet by the words of their headings. */
function table(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true, relax_column_count: true }) as Record<string, string>[]
}

describe('a difference file', () => {
  it('opens in LibreOffice with every correction, and frozen and differences sum up to now', async () => {
    const file = await built()
    expect(file).toMatchObject({ kind: 'difference', state: 'ready', branch: null, progress: 100 })
    expect(file.files.map(({ name }) => name.replace(/\d{4}-\d\d-\d\d/, '<day>'))).toEqual([
      '益践-2025-差异文件-<day>.xlsx',
      '益践-2025-差异文件-<day>-csv.zip',
    ])
    expect(file.checks.length).toBeGreaterThan(40)
    expect(file.checks.filter(({ inFile, inLedger }) => inFile !== inLedger)).toEqual([])
    const sheets = await readByLibreOffice(await download(file.id, 'xlsx'))
    expect([...sheets.keys()].sort()).toEqual(differenceSheetKeys.map((key) => sheetNames[key].zh).sort())

    const corrections = table(sheets.get('更正明细')!)
    expect(new Set(corrections.map((row) => row['凭证号'])).size).toBe(6)
    const hours = corrections.filter((row) => row['账户'] === '公益时' && row['计入'] === '2025 年')
    expect(hours.map((row) => Number(row['金额']))).toEqual([-180, 60, -180, 120])
    expect(hours[0]).toMatchObject({
      服务日: '2025-03-14',
      姓名: '=1+1',
      凭证类型: '公益时更正',
      单位: '分钟',
      来源: '深圳湾红树林净滩 · 第 12 场',
      来源编号: served.attendanceIds[0],
    })
    expect(hours[0]!['入账时间（北京时间）']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
    expect(hours[0]!['经手人']).toContain(served.lead.name)
    // What was served before the year moves its balances and what is to date, and says so.
    expect(corrections.filter((row) => row['计入'] === '累计与年末余额').length).toBeGreaterThan(0)

    const figures = new Map(table(sheets.get('更正汇总')!).map((row) => [row['指标']!.trim(), row]))
    expect(figures.get('公益时总数')).toMatchObject({ '关账数 · 2025 年': '18', '现在 · 2025 年': '15', '差异 · 2025 年': '-3' })
    expect(figures.get('公益时总数')).toMatchObject({ '关账数 · 累计': '27', '现在 · 累计': '23', '差异 · 累计': '-4' })
    expect(figures.get('公益时配捐公益金')).toMatchObject({ '差异 · 2025 年': '-300' })
    expect(figures.get('志愿者人数')).toMatchObject({ '关账数 · 2025 年': '6', '差异 · 2025 年': '0' })
    expect(sheets.get('说明与核验')).toContain('关账数 ＋ 差异 ＝ 现在')
    expect(sheets.get('说明与核验')).not.toContain('不一致')
  })

  it('is the same in CSV, harmless where a name is a formula, and every link leaves a trace', async () => {
    const { id } = await built()
    const entries = Object.entries(unzipSync(await download(id, 'csv')))
    const csv = new Map(entries.map(([name, bytes]) => [name.replace(/^\d-|\.csv$/g, ''), bytes]))
    expect([...csv.keys()]).toEqual(differenceSheetKeys.map((key) => sheetNames[key].zh))
    const rows = table(strFromU8(csv.get('更正明细')!))
    expect(rows.map((row) => row['姓名'])).toContain("'=1+1")
    const money = rows.filter((row) => row['账户'] === '公益金' && row['计入'] === '2025 年').map((row) => Number(row['金额']))
    expect(money.reduce((sum, yuan) => sum + yuan, 0)).toBe(-300)
    const traces = (await tracesOf(await systemCtx(app), id)).map(({ action }) => action)
    expect(traces).toEqual(['export.requested', 'export.built', 'export.downloaded'])
    const operator = await ctxOf(app, actorOf(hr, 'operator'))
    await expect(createExportLink(operator, { exportId: id, format: 'csv' })).rejects.toMatchObject({ code: 'role-required' })
  })

  const damages = [
    [
      'a frozen figure',
      "UPDATE year_close SET report = REPLACE(report, '1080', '1081') WHERE year = 2025",
      "REPLACE(report, '1081', '1080')",
    ],
    ['a balance', "UPDATE ledger_balance SET balance = balance + 1 WHERE account_id LIKE 'emp%/credit' ORDER BY account_id LIMIT 1", null],
  ] as const
  it.each(damages)('is an alert and never a file when %s was touched', async (_, damage, repair) => {
    const owner = await testApp({ database: 'difference', asOwner: true })
    await owner.pool.query(damage)
    const failed = await built()
    await owner.pool.query(repair === null ? damage.replace('+ 1', '- 1') : `UPDATE year_close SET report = ${repair} WHERE year = 2025`)
    expect(failed).toMatchObject({ state: 'failed', failure: 'mismatch', files: [] })
    expect((await tracesOf(await systemCtx(app), failed.id)).map(({ action }) => action)).toEqual(['export.requested', 'export.mismatched'])
    expect((await built()).state).toBe('ready')
  })

  it('is an alert when a correction is said to have been there at the close', async () => {
    const owner = await testApp({ database: 'difference', asOwner: true })
    const since = 'year = 2025 AND journal_id IN (SELECT id FROM ledger_journal j WHERE j.recorded_at > (SELECT as_of FROM year_close))'
    const hide = `INSERT INTO year_close_journal (year, journal_id) SELECT 2025, id FROM ledger_journal
      WHERE kind = 'hours-corrected' AND served_on LIKE '2025%' ORDER BY id LIMIT 1`
    await owner.pool.query(hide)
    const failed = await built()
    await owner.pool.query(`DELETE FROM year_close_journal WHERE ${since}`)
    expect(failed).toMatchObject({ state: 'failed', failure: 'mismatch' })
    expect((await built()).state).toBe('ready')
  })
})
