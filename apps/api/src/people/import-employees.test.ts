import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { employeeAccounts } from '@yijian/shared/ledger/shapes'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { csvOf, employeeTable } from '../../../../test/support/employee-files.ts'
import { actorOf, makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Actor, Ctx } from '../core/context.ts'
import { Problem } from '../core/problems.ts'
import { account } from '../ledger/tables.ts'
import { importEmployees } from './import-employees.ts'
import { branchesOf } from './read.ts'
import { startLogin } from './start-login.ts'
import { employee, importRun, login } from './tables.ts'

let app: App
let hr: Actor
beforeAll(async () => {
  app = await testApp()
  hr = actorOf(await makeEmployee(app), 'hr')
})
afterAll(closeApps)

type Rows = Record<string, string>[]
const importRows = (ctx: Ctx, ...rows: Rows) => importEmployees(ctx, { bytes: csvOf(employeeTable(...rows)) })

async function byNumber(ctx: Ctx, ...numbers: string[]) {
  const rows = await ctx.db.select().from(employee).where(inArray(employee.employeeNo, numbers))
  return new Map(rows.map((row) => [row.employeeNo, row]))
}

async function refusalOf(refused: Promise<unknown>): Promise<Problem> {
  const error = await refused.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(error instanceof Problem)) throw new Error('nothing was refused', { cause: error })
  return error
}

describe('importEmployees', () => {
  it('adds people with branches and accounts, and leaves a trace with the counts', () =>
    rolledBack(app, hr, async (ctx) => {
      const branch = await makeBranch(ctx, { code: 'imp-shenzhen' })
      const result = await importRows(ctx, { 工号: 'IMP1', 分会: 'imp-shenzhen' }, { 工号: 'IMP2', 企业微信账号: 'LinYi.2', 分会: '' })
      expect(result).toMatchObject({ rows: 2, added: 2, changed: 0, unchanged: 0, left: 0, ignoredColumns: [] })
      const people = await byNumber(ctx, 'IMP1', 'IMP2')
      const first = people.get('IMP1')!
      expect(first).toMatchObject({ wecomUserId: 'imp1', name: '陈小禾', sex: 'female', hiredOn: '2024-03-01', leftOn: null })
      expect(people.get('IMP2')).toMatchObject({ wecomUserId: 'linyi.2' })
      expect(await branchesOf(ctx, first.id)).toEqual([branch])
      const opened = await ctx.db.select().from(account).where(eq(account.ownerId, first.id))
      expect(opened).toHaveLength(Object.keys(employeeAccounts).length)
      const counts = { rows: 2, added: 2, changed: 0, left: 0 }
      expect(await tracesOf(ctx, result.id)).toMatchObject([{ action: 'employees.imported', detail: counts }])
      expect(await ctx.db.select().from(importRun).where(eq(importRun.id, result.id))).toMatchObject([{ ...counts, running: null }])
    }))

  it('changes whom the file tells otherwise and nobody else', () =>
    rolledBack(app, hr, async (ctx) => {
      await importRows(ctx, { 工号: 'IMP1' }, { 工号: 'IMP2' }, { 工号: 'IMP3' })
      const before = await byNumber(ctx, 'IMP1', 'IMP2', 'IMP3')
      expect(await importRows(ctx, { 工号: 'IMP1', 部门: '设计' }, { 工号: 'IMP2' })).toMatchObject({
        rows: 2,
        added: 0,
        changed: 1,
        unchanged: 1,
      })
      const after = await byNumber(ctx, 'IMP1', 'IMP2', 'IMP3')
      expect(after.get('IMP1')).toMatchObject({ ...before.get('IMP1'), department: '设计', changedAt: ctx.now })
      expect([after.get('IMP2'), after.get('IMP3')]).toEqual([before.get('IMP2'), before.get('IMP3')])
    }))

  it('does nothing the second time', () =>
    rolledBack(app, hr, async (ctx) => {
      const rows: Rows = [{ 工号: 'IMP1', 离职日期: '2026-01-31' }, { 工号: 'IMP2' }]
      expect(await importRows(ctx, ...rows)).toMatchObject({ added: 2, left: 1 })
      expect(await importRows(ctx, ...rows)).toMatchObject({ added: 0, changed: 0, unchanged: 2, left: 0 })
    }))

  it('sets the branches of a person to those told, and leaves them where the file tells none', () =>
    rolledBack(app, hr, async (ctx) => {
      const [a, b, c] = [
        await makeBranch(ctx, { code: 'imp-a' }),
        await makeBranch(ctx, { code: 'imp-b' }),
        await makeBranch(ctx, { code: 'imp-c' }),
      ]
      await importRows(ctx, { 工号: 'IMP1', 分会: 'imp-a;imp-b' })
      const { id } = (await byNumber(ctx, 'IMP1')).get('IMP1')!
      expect(await branchesOf(ctx, id)).toEqual([a, b])
      expect(await importRows(ctx, { 工号: 'IMP1', 分会: 'imp-b imp-c' })).toMatchObject({ changed: 1 })
      expect(await branchesOf(ctx, id)).toEqual([b, c])
      expect(await importRows(ctx, { 工号: 'IMP1' })).toMatchObject({ unchanged: 1 })
      expect(await branchesOf(ctx, id)).toEqual([b, c])
      await importRows(ctx, { 工号: 'IMP1', 分会: '' })
      expect(await branchesOf(ctx, id)).toEqual([])
    }))

  it('ends the logins of who has left, at once, and of nobody else', () =>
    rolledBack(app, hr, async (ctx) => {
      await importRows(ctx, { 工号: 'IMP1' }, { 工号: 'IMP2' }, { 工号: 'IMP3' })
      const people = await byNumber(ctx, 'IMP1', 'IMP2', 'IMP3')
      for (const { id } of people.values()) await startLogin(ctx, id, 'demo')
      const today = shanghaiDay(ctx.now)
      const result = await importRows(
        ctx,
        { 工号: 'IMP1', 离职日期: addDays(today, -1) },
        { 工号: 'IMP2', 离职日期: today },
        { 工号: 'IMP3', 离职日期: '' },
      )
      expect(result).toMatchObject({ changed: 2, left: 2 })
      const endedOf = async (number: string) => {
        const [row] = await ctx.db
          .select()
          .from(login)
          .where(eq(login.employeeId, people.get(number)!.id))
        return row?.endedAt !== null
      }
      expect([await endedOf('IMP1'), await endedOf('IMP2'), await endedOf('IMP3')]).toEqual([true, false, false])
    }))

  it('takes back a last day when the file says there is none', () =>
    rolledBack(app, hr, async (ctx) => {
      await importRows(ctx, { 工号: 'IMP1', 离职日期: '2026-01-31' })
      expect(await importRows(ctx, { 工号: 'IMP1' })).toMatchObject({ unchanged: 1 })
      expect(await importRows(ctx, { 工号: 'IMP1', 离职日期: '' })).toMatchObject({ changed: 1, left: 0 })
      expect((await byNumber(ctx, 'IMP1')).get('IMP1')?.leftOn).toBeNull()
    }))

  it('lets two people swap their WeCom accounts', () =>
    rolledBack(app, hr, async (ctx) => {
      await importRows(ctx, { 工号: 'IMP1', 企业微信账号: 'a-imp' }, { 工号: 'IMP2', 企业微信账号: 'b-imp' })
      expect(await importRows(ctx, { 工号: 'IMP1', 企业微信账号: 'b-imp' }, { 工号: 'IMP2', 企业微信账号: 'a-imp' })).toMatchObject({
        changed: 2,
      })
      const people = await byNumber(ctx, 'IMP1', 'IMP2')
      expect([people.get('IMP1')?.wecomUserId, people.get('IMP2')?.wecomUserId]).toEqual(['b-imp', 'a-imp'])
    }))

  it('takes no row when one is bad, and names each with row, column and both languages', () =>
    rolledBack(app, hr, async (ctx) => {
      const refusal = await refusalOf(
        importRows(ctx, { 工号: 'IMP1' }, { 工号: 'IMP2', 性别: '?', 入职日期: '昨天' }, { 工号: 'IMP3', 姓名: '=1+1' }),
      )
      expect(refusal).toMatchObject({ code: 'import-has-errors', data: { rows: 3, badRows: 2, listed: 3 } })
      expect(refusal.errors?.map(({ at }) => at)).toEqual(['row 3, column sex', 'row 3, column hiredOn', 'row 4, column name'])
      expect(refusal.errors?.[0]).toEqual({
        at: 'row 3, column sex',
        zh: '第 3 行「性别」：“?”无法识别，请填写：男、女、未知。',
        en: 'Row 3, “sex”: “?” is not known; use one of: male, female, unknown.',
      })
      expect((await byNumber(ctx, 'IMP1', 'IMP2', 'IMP3')).size).toBe(0)
    }))

  it('names what only the whole file or the database shows, together with the bad cells', () =>
    rolledBack(app, hr, async (ctx) => {
      await makeEmployee(ctx, { wecomUserId: 'taken-imp' })
      const refusal = await refusalOf(
        importRows(
          ctx,
          { 工号: 'IMP1', 企业微信账号: '', 分会: '' },
          { 工号: 'imp1', 企业微信账号: 'other-imp', 分会: 'imp-nowhere' },
          { 工号: 'IMP3', 企业微信账号: 'IMP1', 分会: '' },
          { 工号: 'IMP4', 企业微信账号: 'Taken-imp', 分会: '' },
          { 工号: 'IMP5', 性别: '?' },
        ),
      )
      expect(refusal.errors?.map(({ en }) => en)).toEqual([
        'Row 3, “employeeNo”: has the staff number of row 2 again.',
        'Row 3, “branches”: there is no branch “imp-nowhere”; open it first.',
        'Row 4, “wecomUserId”: has the WeCom account of row 2 again.',
        'Row 5, “wecomUserId”: the WeCom account “taken-imp” belongs to another employee.',
        'Row 6, “sex”: “?” is not known; use one of: male, female, unknown.',
      ])
    }))

  it('lists 200 faults and counts the rest', () =>
    rolledBack(app, hr, async (ctx) => {
      const rows = Array.from({ length: 300 }, (_, n) => ({ 工号: `IMP${n}`, 性别: '?' }))
      const refusal = await refusalOf(importRows(ctx, ...rows))
      expect(refusal).toMatchObject({ data: { rows: 300, badRows: 300, listed: 200 } })
      expect(refusal.errors).toHaveLength(200)
      expect(refusal.errors?.at(-1)?.at).toBe('row 201, column sex')
    }))

  it('refuses what is no table', () =>
    rolledBack(app, hr, async (ctx) => {
      const refused = importEmployees(ctx, { bytes: Buffer.from([0xb9, 0xa4]) })
      await expect(refused).rejects.toMatchObject({ code: 'import-unreadable', data: { fault: 'not-utf8' } })
    }))

  it('is open to the system, which brings the first people', () =>
    rolledBack(app, { kind: 'system', job: 'replay' }, async (ctx) =>
      expect(await importRows(ctx, { 工号: 'IMP1' })).toMatchObject({ added: 1 }),
    ))

  it('refuses the wrong role', async () => {
    const person = await makeEmployee(app)
    for (const actor of [actorOf(person), actorOf(person, 'operator'), actorOf(person, 'auditor')]) {
      await rolledBack(app, actor, (ctx) => expect(importRows(ctx, {})).rejects.toMatchObject({ code: 'role-required' }))
    }
  })
})
