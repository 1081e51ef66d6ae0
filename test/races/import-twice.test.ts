import { importEmployees } from '@yijian/api/people/import-employees'
import { recordDeparture } from '@yijian/api/people/record-departure'
import { employee, importRun } from '@yijian/api/people/tables'
import type { App } from '@yijian/api/core/app'
import { account } from '@yijian/api/ledger/tables'
import { employeeAccounts } from '@yijian/shared/ledger/shapes'
import { eq, inArray, like } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { csvOf, employeeTable } from '../support/employee-files.ts'
import { actorOf, makeEmployee } from '../support/people.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

async function importRows(rows: Record<string, string>[]) {
  const hr = await ctxOf(app, actorOf(await makeEmployee(app), 'hr'))
  return importEmployees(hr, { bytes: csvOf(employeeTable(...rows)) })
}

describe('imports at once', () => {
  it('add each person of one file once, with one set of accounts', async () => {
    const rows = Array.from({ length: 400 }, (_, n) => ({ 工号: `RACE-${n}` }))
    const results = await Promise.all([importRows(rows), importRows(rows), importRows(rows)])
    expect(results.map(({ added }) => added).toSorted((a, b) => a - b)).toEqual([0, 0, 400])
    expect(results.map(({ unchanged }) => unchanged).toSorted((a, b) => a - b)).toEqual([0, 400, 400])
    const ctx = await systemCtx(app)
    const people = await ctx.db.select().from(employee).where(like(employee.employeeNo, 'RACE-%'))
    expect(people).toHaveLength(400)
    const ids = people.map(({ id }) => id)
    expect(await ctx.db.select().from(account).where(inArray(account.ownerId, ids))).toHaveLength(
      400 * Object.keys(employeeAccounts).length,
    )
    expect(await ctx.db.select().from(importRun).where(eq(importRun.running, 1))).toEqual([])
  })

  it('do not write over a departure that is recorded meanwhile', async () => {
    for (let round = 0; round < 10; round++) {
      const number = `LEAVE-${round}`
      const person = await makeEmployee(app, { employeeNo: number, wecomUserId: number.toLowerCase() })
      const hr = await ctxOf(app, actorOf(await makeEmployee(app), 'hr'))
      await Promise.all([
        importRows([{ 工号: number, 部门: `部门 ${round}` }]),
        recordDeparture(hr, { employeeId: person.id, leftOn: '2026-10-31' }),
      ])
      const [after] = await hr.db.select().from(employee).where(eq(employee.id, person.id))
      expect(after).toMatchObject({ department: `部门 ${round}`, leftOn: '2026-10-31' })
    }
  })
})
