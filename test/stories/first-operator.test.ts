import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { count } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attempt } from '../../scripts/lib/run.mjs'
import { closeApps, testApp, testDatabaseUrl } from '../support/database.ts'
import { employeeTable, xlsxOf } from '../support/employee-files.ts'
import type { App } from '@yijian/api/core/app'
import { drizzleOn } from '@yijian/api/core/db/client'
import { employee, roleGrant } from '@yijian/api/people/tables'

const folder = mkdtempSync(join(tmpdir(), 'yijian-first-'))
const staff = join(folder, 'staff.xlsx')
let app: App
let databaseUrl: string
beforeAll(async () => {
  app = await testApp({ database: 'first_operator_script' })
  databaseUrl = await testDatabaseUrl('first_operator_script')
  writeFileSync(staff, xlsxOf(employeeTable({ 工号: 'E1', 姓名: '陈小禾' }, { 工号: 'E2', 姓名: '林一' })))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await closeApps()
})

/** Starts the script as an operator of the machine would, with the settings of production. */
function start(args: string[], settings: Record<string, string> = {}) {
  const env = {
    YIJIAN_MODE: 'production',
    DATABASE_URL: databaseUrl,
    CODE_SECRET: 'thirty-two characters or more, said once',
    PUBLIC_URL: 'https://yijian.example.com',
    STORAGE_DIR: folder,
    ...settings,
  }
  return attempt(process.execPath, ['--import', 'tsx', 'apps/api/src/first-operator.ts', ...args], { env })
}

async function rowsOf(table: typeof employee | typeof roleGrant): Promise<number> {
  const [row] = await drizzleOn(app.pool).select({ n: count() }).from(table)
  return row?.n ?? 0
}

// Each test starts programs anew, which a busy machine takes its time for.
describe('roles:grant', { timeout: 180_000 }, () => {
  it('brings the first people and the first operator into an empty database, once', async () => {
    expect(await start(['E404', 'operator', '--people', staff])).toMatchObject({
      code: 2,
      output: expect.stringMatching(/^No employee has the staff number E404[^\n]*\n$/),
    })
    expect([await rowsOf(employee), await rowsOf(roleGrant)]).toEqual([0, 0])

    const first = await start(['E1', 'operator', '--people', staff])
    expect(first).toEqual({
      code: 0,
      output: expect.stringMatching(/^2 of 2 people are new\.\n陈小禾 \(E1\) is operator from [\d-]{10}\.\n$/),
    })
    expect(await start(['E2', 'operator'])).toMatchObject({ code: 1, output: expect.stringContaining('--by') })
    expect(await start(['E2', 'operator', '--by', 'E1'])).toMatchObject({ code: 0, output: expect.stringContaining('林一 (E2)') })
    expect([await rowsOf(employee), await rowsOf(roleGrant)]).toEqual([2, 2])
  })

  it.each([
    ['a mistyped option', ['E1', 'operator', '--pepole', 'x'], {}, 2, /^Usage: roles:grant/],
    ['a file that is not there', ['E1', 'operator', '--people', '/nowhere.xlsx'], {}, 2, /^\/nowhere.xlsx cannot be read\.\n$/],
    ['a setting that is missing', ['E1', 'operator'], { CODE_SECRET: '' }, 1, /^These settings [^\n]*CODE_SECRET[^\n]*\n$/],
    [
      'a server that is away',
      ['E1', 'operator'],
      { DATABASE_URL: 'mysql://yijian:none@127.0.0.1:9/yijian' },
      1,
      /^[^\n]* does not answer[^\n]*\n$/,
    ],
  ])('says in a sentence what is wrong with %s', async (_, args, settings, code, words) => {
    expect(await start(args, settings)).toEqual({ code, output: expect.stringMatching(words) })
  })
})
