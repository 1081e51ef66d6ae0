import { employeeAccounts } from '@yijian/shared/ledger/shapes'
import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issue } from '../../../../test/ledger/deeds.ts'
import { closeApps, rolledBack, systemCtx, testApp } from '../../../../test/support/database.ts'
import type { App } from '../core/app.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { openAccounts, readHoldings } from './index.ts'
import { account, balance } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<unknown>) => () => rolledBack(app, { kind: 'system', job: 'test' }, fn)
const newPeople = (count: number) => Array.from({ length: count }, () => app.newId('employee'))

describe('openAccounts', () => {
  it(
    'gives each person every account of the chart, empty and with its bounds',
    inTest(async (ctx) => {
      const [me] = newPeople(1) as [string]
      await openAccounts(ctx, [me])
      const rows = await ctx.db
        .select({ kind: account.kind, unit: account.unit, balance: balance.balance, min: balance.minBalance, max: balance.maxBalance })
        .from(account)
        .innerJoin(balance, eq(balance.accountId, account.id))
        .where(eq(account.ownerId, me))
      const chart = Object.entries(employeeAccounts).map(([kind, bounds]) => ({ kind, balance: 0, ...bounds }))
      expect(rows.sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual(chart.sort((a, b) => (a.kind < b.kind ? -1 : 1)))
    }),
  )

  it(
    'gives the company mirrors without a balance row',
    inTest(async (ctx) => {
      await openAccounts(ctx, [])
      const rows = await ctx.db
        .select({ id: account.id, balance: balance.balance })
        .from(account)
        .leftJoin(balance, eq(balance.accountId, account.id))
        .where(eq(account.ownerId, 'system'))
      expect(rows).toHaveLength(9)
      expect(rows.every(({ balance }) => balance === null)).toBe(true)
    }),
  )

  it(
    'changes nothing when repeated, and opens for those who are new beside those who are not',
    inTest(async (ctx) => {
      const [me, newcomer] = newPeople(2) as [string, string]
      await openAccounts(ctx, [me])
      await issue(ctx, { employeeId: me, minutes: 90 })
      const before = await readHoldings(ctx, me)
      await openAccounts(ctx, [me, newcomer, me])
      expect(await readHoldings(ctx, me)).toEqual(before)
      await issue(ctx, { employeeId: newcomer, minutes: 60 })
      expect(await readHoldings(ctx, newcomer)).toMatchObject({ creditFen: 10_000 })
    }),
  )

  it(
    'opens for a crowd in statements of bounded size',
    inTest(async (ctx) => {
      const crowd = newPeople(1203)
      await openAccounts(ctx, crowd)
      const [counted] = await ctx.db
        .select({ n: sql<number>`count(*)` })
        .from(balance)
        .innerJoin(account, eq(account.id, balance.accountId))
        .where(inArray(account.ownerId, crowd))
      expect(Number(counted?.n)).toBe(1203 * Object.keys(employeeAccounts).length)
    }),
  )

  it('lets two imports bring the same people at once', async () => {
    const crowd = newPeople(40)
    const ctx = await systemCtx(app)
    await Promise.all([crowd, [...crowd].reverse()].map((ids) => inTransaction(ctx, (ctx) => openAccounts(ctx, ids))))
    const [counted] = await ctx.db
      .select({ n: sql<number>`count(*)` })
      .from(account)
      .where(inArray(account.ownerId, crowd))
    expect(Number(counted?.n)).toBe(40 * Object.keys(employeeAccounts).length)
  })
})
