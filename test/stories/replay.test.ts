import mysql from 'mysql2/promise'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareDatabase, replayDatabase } from '../../scripts/replay/database.ts'
import { readDescription, scaled } from '../../scripts/replay/description.ts'
import { replayYear } from '../../scripts/replay/replay-year.ts'
import { type Report, isRight, printed, readReport } from '../../scripts/replay/report.ts'
import { openScriptApp } from '../../scripts/lib/script-app.ts'
import { closeApps, testApp, testDatabaseUrl } from '../support/database.ts'
import { makeEmployee } from '../support/people.ts'

const SCALE = 0.002
const description = scaled(readDescription('2024'), SCALE)

let url: string
let report: Report
const progress: string[] = []
beforeAll(async () => {
  // Somebody lives in the worker's own database, so the replay takes one beside it.
  await makeEmployee(await testApp())
  url = await replayDatabase(await testDatabaseUrl(), { year: 2024, fresh: true })
  await prepareDatabase(url)
  const app = await openScriptApp(url, 6)
  const { auditor } = await replayYear(app, description, {
    lanes: 4,
    progress: {
      say: (doing) => void progress.push(doing),
      advance: ({ done, of }) => void progress.push(`${done}/${of}`),
    },
  })
  report = await readReport(app, description, auditor)
  await app.pool.end()
}, 180_000)
afterAll(async () => {
  const connection = await mysql.createConnection({ uri: await testDatabaseUrl() })
  await connection.query('DROP DATABASE ??', [new URL(url).pathname.slice(1)])
  await connection.end()
  await closeApps()
})

describe('a replayed year', () => {
  it('comes to exactly the figures it was described with', () => {
    const found = Object.fromEntries(report.figures.map(({ name, found }) => [name, found]))
    expect(found).toMatchObject({ 员工总数: 117, 志愿者: 54, 参与项目: 3, 主理人: 1, 公益时: 270, 公益时获得的公益金: 27_000 })
    expect(report.figures.filter(({ stated, found }) => found !== null && stated !== found)).toEqual([])
  })

  it('leaves a ledger that proves itself, with one journal for each person and session', () => {
    expect(report.proof).toMatchObject({ clean: true, journals: 108, broken: [] })
    expect(isRight(report)).toBe(true)
  })

  it('says how far it has come', () => {
    expect(progress[0]).toBe('importing 117 people')
    expect(progress.at(-1)).toBe('6/6')
  })

  it('prints what this version cannot know as a dash, never as an estimate', () => {
    expect(printed(report)).toMatch(/已捐出的公益金 .*— +元 +尚无此功能/)
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
