import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issue, openPeople, setAside, takeBack } from '../../../../test/ledger/deeds.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances, readJournal, statement } from './index.ts'

let app: App
let me: string
beforeAll(async () => {
  app = await testApp()
  ;[me] = (await openPeople(app, 1)) as [string]
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<unknown>) => () => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('readBalances', () => {
  it(
    'is all zeros for somebody who has not served yet, and for somebody without accounts',
    inTest(async (ctx) => {
      const zeros = {
        minutes: 0,
        creditFen: 0,
        creditHeldFen: 0,
        creditOwedFen: 0,
        giftFen: 0,
        leaveMinutes: 0,
        leaveHeldMinutes: 0,
        points: 0,
        carriedMinutes: 0,
        carriedGiftFen: 0,
        asOf: ctx.now.toISOString(),
      }
      expect(await readBalances(ctx, me)).toEqual(zeros)
      expect(await readBalances(ctx, app.newId('employee'))).toEqual(zeros)
    }),
  )

  it(
    'tells a debt as a positive figure',
    inTest(async (ctx) => {
      const { journalId } = await issue(ctx, { employeeId: me, minutes: 60 })
      await setAside(ctx, me, 10_000)
      await takeBack(ctx, me, journalId)
      expect(await readBalances(ctx, me)).toMatchObject({ creditFen: 0, creditHeldFen: 10_000, creditOwedFen: 10_000 })
    }),
  )
})

describe('statement', () => {
  it(
    'lists movements of one account, newest first, page by page',
    inTest(async (ctx) => {
      const posted = []
      for (const minutes of [60, 30, 30, 120, 90]) posted.push(await issue(ctx, { employeeId: me, minutes }))
      const first = await statement(ctx, me, 'credit', { limit: 2 })
      expect(first.items.map(({ journalId, amount }) => [journalId, amount])).toEqual([
        [posted[4]?.journalId, 10_000],
        [posted[3]?.journalId, 20_000],
      ])
      const second = await statement(ctx, me, 'credit', { limit: 2, cursor: first.nextCursor! })
      expect(second.items.map(({ journalId }) => journalId)).toEqual([posted[2]?.journalId, posted[0]?.journalId])
      expect(second.nextCursor).toBeNull()
      expect((await statement(ctx, me, 'hours', { limit: 20 })).items).toHaveLength(5)
    }),
  )

  it(
    'tells a debt with the credit it is taken from, one line for each journal',
    inTest(async (ctx) => {
      const { journalId } = await issue(ctx, { employeeId: me, minutes: 120 })
      await setAside(ctx, me, 15_000)
      await takeBack(ctx, me, journalId)
      await issue(ctx, { employeeId: me, minutes: 60 })
      const pages = [await statement(ctx, me, 'credit', { limit: 2 })]
      pages.push(await statement(ctx, me, 'credit', { limit: 2, cursor: pages[0]!.nextCursor! }))
      // 5,000 were left to take, 15,000 became debt, and the next hour went into it.
      expect(pages.map(({ items }) => items.map(({ amount }) => amount))).toEqual([
        [10_000, -20_000],
        [-15_000, 20_000],
      ])
      const { creditFen, creditOwedFen } = await readBalances(ctx, me)
      expect(pages.flatMap(({ items }) => items).reduce((sum, { amount }) => sum + amount, 0)).toBe(creditFen - creditOwedFen)
    }),
  )

  it(
    'says what each movement comes from and whether it takes one back',
    inTest(async (ctx) => {
      const { journalId } = await issue(ctx, { employeeId: me, minutes: 60, attendanceId: 'att_0000000000009', servedOn: '2026-03-02' })
      await takeBack(ctx, me, journalId)
      const { items } = await statement(ctx, me, 'hours', { limit: 20 })
      expect(items).toMatchObject([
        { kind: 'hours-corrected', sourceId: 'att_0000000000009', amount: -60, servedOn: '2026-03-02', reverses: journalId },
        { kind: 'hours-issued', sourceId: 'att_0000000000009', amount: 60, servedOn: '2026-03-02', reverses: null },
      ])
    }),
  )

  it(
    'refuses a cursor that is not one of its own',
    inTest((ctx) =>
      expect(statement(ctx, me, 'hours', { limit: 2, cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid-request' }),
    ),
  )
})

describe('readJournal', () => {
  it(
    'opens a journal to its entries',
    inTest(async (ctx) => {
      const { journalId } = await issue(ctx, { employeeId: me, minutes: 20, grade: 'D' })
      expect((await readJournal(ctx, journalId))?.entries).toEqual([
        { account: `${me}/hours`, unit: 'minutes', amount: 20 },
        { account: 'system/hours', unit: 'minutes', amount: -20 },
      ])
    }),
  )

  it(
    'is null for a journal that does not exist',
    inTest(async (ctx) => {
      expect(await readJournal(ctx, app.newId('journal'))).toBeNull()
    }),
  )
})
