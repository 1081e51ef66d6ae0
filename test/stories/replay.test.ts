import mysql from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareDatabase, replayDatabase } from '../../scripts/replay/database.ts'
import { readDescription, scaled } from '../../scripts/replay/description.ts'
import { replayYear } from '../../scripts/replay/replay-year.ts'
import type { Programme } from '../../scripts/replay/programme.ts'
import { type Report, isRight, printed, readReport } from '../../scripts/replay/report.ts'
import { openScriptApp } from '../../scripts/lib/script-app.ts'
import { closeApps, testApp, testDatabaseUrl } from '../support/database.ts'
import { makeEmployee } from '../support/people.ts'

const SCALE = 0.002
const description = scaled(readDescription('2024'), SCALE)

let url: string
let programme: Programme
let report: Report
const progress: string[] = []
beforeAll(async () => {
  // Somebody lives in the worker's own database, so the replay takes one beside it.
  await makeEmployee(await testApp())
  url = await replayDatabase(await testDatabaseUrl(), { year: 2024, fresh: true })
  await prepareDatabase(url)
  const app = await openScriptApp(url, 6)
  programme = await replayYear(app, description, {
    lanes: 4,
    progress: {
      say: (doing) => void progress.push(doing),
      advance: ({ done, of }) => void progress.push(`${done}/${of}`),
    },
  })
  report = await readReport(app, description, programme)
  await app.pool.end()
}, 180_000)
afterAll(async () => {
  const connection = await mysql.createConnection({ uri: await testDatabaseUrl() })
  await connection.query('DROP DATABASE ??', [new URL(url).pathname.slice(1)])
  await connection.end()
  await closeApps()
})

describe('a replayed year', () => {
  it('comes to exactly the figures it was described with, in ledger, tables and export', () => {
    const foundIn = (figures: Report['figures']) => Object.fromEntries(figures.map(({ name, found }) => [name.trim(), found]))
    const service = { 员工总数: 117, 主理人: 1 }
    expect(foundIn(report.figures)).toMatchObject({ ...service, 志愿者: 54, 参与项目: 3, 公益时: 270, 公益时获得的公益金: 27_000 })
    expect(foundIn(report.exported)).toMatchObject({
      ...service,
      志愿者人数: 54,
      '2023 年志愿者': '—',
      '2022 年志愿者': '—',
      公益时总数: 270,
      公益时配捐公益金: 27_000,
      捐出公益金: 17_100,
      待捐公益金: 9_900,
      益践领袖: 1,
      女: 34,
    })
    expect([...report.figures, ...report.exported].filter(({ stated, found }) => stated !== found)).toEqual([])
  })

  it('leaves a ledger that proves itself, with one journal for each person and session', async () => {
    expect(report.proof).toMatchObject({ clean: true, broken: [] })
    expect(isRight(report)).toBe(true)
    const connection = await mysql.createConnection({ uri: url })
    const [rows] = await connection.query('SELECT kind, COUNT(*) AS n FROM ledger_journal GROUP BY kind')
    await connection.end()
    const kinds = Object.fromEntries((rows as { kind: string; n: number }[]).map(({ kind, n }) => [kind, n]))
    expect(kinds).toMatchObject({ 'hours-issued': 108, 'donation-held': 35, 'donation-settled': 35, 'leave-used': 1, 'points-spent': 1 })
  })

  it('says how far it has come', () => {
    expect(progress[0]).toBe('importing 117 people')
    expect(progress).toContain('6/6')
    expect(progress.at(-1)).toBe('giving credit on in 35 donations')
  })

  it('is told once for a database, unless told anew', async () => {
    const given = await testDatabaseUrl()
    await expect(replayDatabase(given, { year: 2024, fresh: false })).rejects.toThrow('--fresh tells it anew')
  })

  it('calls a figure that differs by its name, and ends as a failure', () => {
    const wrong: Report = {
      ...report,
      figures: report.figures.map((figure) => (figure.name === '志愿者' ? { ...figure, found: 53 } : figure)),
    }
    expect(isRight(wrong)).toBe(false)
    expect(printed(wrong)).toMatch(/志愿者 .*54 +53 人 +不一致/)
  })
})
