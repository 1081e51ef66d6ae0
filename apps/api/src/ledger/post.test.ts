import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { holdingsOf, issue, issueDraft, openPeople, setAside, takeBack } from '../../../../test/ledger/deeds.ts'
import type { App } from '../core/app.ts'
import type { Actor, Ctx } from '../core/context.ts'
import { post, readBalances, readJournal, reversalOf } from './index.ts'
import { balance, journal, month } from './tables.ts'

let app: App
let me: string
let colleague: string
beforeAll(async () => {
  app = await testApp()
  ;[me, colleague] = (await openPeople(app, 2)) as [string, string]
})
afterAll(closeApps)

const system: Actor = { kind: 'system', job: 'test' }
const inTest = (fn: (ctx: Ctx) => Promise<unknown>) => () => rolledBack(app, system, fn)
const journalsOf = (ctx: Ctx, key: string) => ctx.db.select().from(journal).where(eq(journal.idempotencyKey, key))

describe('post', () => {
  it(
    'turns ninety minutes into one unit of credit, thirty carried minutes and points',
    inTest(async (ctx) => {
      await issue(ctx, { employeeId: me, minutes: 90 })
      expect(await readBalances(ctx, me)).toMatchObject({ minutes: 90, creditFen: 10_000, carriedMinutes: 30, points: 20 })
    }),
  )

  it('writes down who did it, when, for what and by which versions, with entries in account order', async () => {
    const host: Actor = { kind: 'employee', employeeId: colleague, loginId: 'lgn_0000000000001', roles: [] }
    await rolledBack(app, host, async (ctx) => {
      const { journalId } = await issue(ctx, { employeeId: me, minutes: 60 })
      const written = await readJournal(ctx, journalId)
      expect(written).toMatchObject({
        kind: 'hours-issued',
        actorId: colleague,
        servedOn: '2026-11-20',
        recordedAt: ctx.now,
        reverses: null,
      })
      expect(written?.policyIds).toHaveLength(2)
      const accounts = written?.entries.map(({ account }) => account) ?? []
      expect(accounts).toEqual([...accounts].sort())
      expect(accounts).toHaveLength(8)
    })
  })

  it(
    'adds up months by the service day',
    inTest(async (ctx) => {
      for (const servedOn of ['2026-10-31', '2026-11-01', '2026-11-30']) await issue(ctx, { employeeId: me, minutes: 30, servedOn })
      const months = await ctx.db
        .select({ ym: month.ym, amount: month.amount, n: month.n })
        .from(month)
        .where(eq(month.accountId, `${me}/hours`))
        .orderBy(asc(month.ym))
      expect(months).toEqual([
        { ym: 202_610, amount: 30, n: 1 },
        { ym: 202_611, amount: 60, n: 2 },
      ])
    }),
  )

  it(
    'posts a list all or none',
    inTest(async (ctx) => {
      const good = await issueDraft(ctx, { employeeId: me, minutes: 60 }, await holdingsOf(ctx, me))
      const unbalanced = { ...good, idempotencyKey: 'unbalanced', entries: good.entries.slice(1) }
      await expect(post(ctx, [good, unbalanced])).rejects.toThrow('do not balance')
      expect(await journalsOf(ctx, good.idempotencyKey)).toEqual([])
      expect(await post(ctx, [])).toEqual([])
    }),
  )

  it(
    'refuses to spend what is not there, and says what is',
    inTest(async (ctx) => {
      await issue(ctx, { employeeId: me, minutes: 180 })
      await setAside(ctx, me, 25_000)
      await expect(setAside(ctx, me, 10_000)).rejects.toMatchObject({
        code: 'credit-insufficient',
        data: { wantedFen: 10_000, availableFen: 5_000 },
      })
    }),
  )

  it(
    'refuses accounts that were never opened',
    inTest(async (ctx) => {
      await expect(setAside(ctx, app.newId('employee'), 100)).rejects.toMatchObject({ errno: 1452 })
    }),
  )
})

describe('a repeat', () => {
  it(
    'of the same key is answered with the first journal, though the balances have moved on',
    inTest(async (ctx) => {
      const first = await issue(ctx, { employeeId: me, minutes: 90, attendanceId: 'repeat' })
      await issue(ctx, { employeeId: me, minutes: 40 })
      const before = await holdingsOf(ctx, me)
      const again = await issue(ctx, { employeeId: me, minutes: 90, attendanceId: 'repeat' })
      expect(again).toEqual({ journalId: first.journalId, replayed: true })
      expect(await holdingsOf(ctx, me)).toEqual(before)
    }),
  )

  it(
    'of the key with another request is refused',
    inTest(async (ctx) => {
      await issue(ctx, { employeeId: me, minutes: 90, attendanceId: 'reused' })
      await expect(issue(ctx, { employeeId: me, minutes: 91, attendanceId: 'reused' })).rejects.toMatchObject({
        code: 'idempotency-key-reused',
        data: { key: 'reused' },
      })
    }),
  )

  it(
    'within a list is told apart from what is new, person by person',
    inTest(async (ctx) => {
      const first = await issue(ctx, { employeeId: me, minutes: 90, attendanceId: 'old' })
      const repeat = await issueDraft(ctx, { employeeId: me, minutes: 90, attendanceId: 'old' }, await holdingsOf(ctx, me))
      const fresh = await issueDraft(ctx, { employeeId: colleague, minutes: 60, attendanceId: 'new' }, await holdingsOf(ctx, colleague))
      const [one, other] = await post(ctx, [repeat, fresh])
      expect(one).toEqual({ journalId: first.journalId, replayed: true })
      expect(other?.replayed).toBe(false)
      expect(await holdingsOf(ctx, me)).toMatchObject({ minutes: 90, creditFen: 10_000 })
      expect(await holdingsOf(ctx, colleague)).toMatchObject({ minutes: 60, creditFen: 10_000 })
    }),
  )

  it(
    'within a list spoils later entries for the same person, so the list is refused to be derived again',
    inTest(async (ctx) => {
      await issue(ctx, { employeeId: me, minutes: 30, attendanceId: 'old' })
      const holdings = await holdingsOf(ctx, me)
      const repeat = await issueDraft(ctx, { employeeId: me, minutes: 30, attendanceId: 'old' }, holdings)
      const derivedFromIt = await issueDraft(ctx, { employeeId: me, minutes: 30 }, { ...holdings, minutes: 60, carriedMinutes: 0 })
      await expect(post(ctx, [repeat, derivedFromIt])).rejects.toThrow('derived from it twice')
    }),
  )

  it(
    'of one key within one list is a fault of the caller',
    inTest(async (ctx) => {
      const draft = await issueDraft(ctx, { employeeId: me, minutes: 30 }, await holdingsOf(ctx, me))
      await expect(post(ctx, [draft, draft])).rejects.toThrow('names one key twice')
    }),
  )
})

describe('a reversal', () => {
  it(
    'takes back hours, credit and points on the service day of its original, and both stay on record',
    inTest(async (ctx) => {
      const { journalId } = await issue(ctx, { employeeId: me, minutes: 90, servedOn: '2026-03-02' })
      const reversal = await takeBack(ctx, me, journalId)
      expect(await readBalances(ctx, me)).toMatchObject({ minutes: 0, creditFen: 0, carriedMinutes: 0, points: 0 })
      expect(await readJournal(ctx, journalId)).toMatchObject({ reversedBy: reversal.journalId })
      expect(await readJournal(ctx, reversal.journalId)).toMatchObject({ reverses: journalId, servedOn: '2026-03-02', reversedBy: null })
    }),
  )

  it(
    'leaves a debt where the credit is set aside, and later hours pay it first',
    inTest(async (ctx) => {
      const { journalId } = await issue(ctx, { employeeId: me, minutes: 120 })
      await setAside(ctx, me, 15_000)
      await takeBack(ctx, me, journalId)
      expect(await readBalances(ctx, me)).toMatchObject({ creditFen: 0, creditOwedFen: 15_000, creditHeldFen: 15_000 })
      await issue(ctx, { employeeId: me, minutes: 120 })
      expect(await readBalances(ctx, me)).toMatchObject({ creditFen: 5_000, creditOwedFen: 0 })
    }),
  )

  it(
    'happens once: a second one is refused by name',
    inTest(async (ctx) => {
      const { journalId } = await issue(ctx, { employeeId: me, minutes: 60 })
      await takeBack(ctx, me, journalId)
      await issue(ctx, { employeeId: me, minutes: 60 })
      await expect(takeBack(ctx, me, journalId)).rejects.toMatchObject({ code: 'already-reversed', data: { journalId } })
    }),
  )

  it(
    'asked for twice under one key is one reversal',
    inTest(async (ctx) => {
      const { journalId } = await issue(ctx, { employeeId: me, minutes: 60 })
      const first = await takeBack(ctx, me, journalId, 'once')
      expect(await takeBack(ctx, me, journalId, 'once')).toEqual({ ...first, replayed: true })
    }),
  )

  it(
    'is never itself reversed: the schema refuses it',
    inTest(async (ctx) => {
      const { journalId } = await issue(ctx, { employeeId: me, minutes: 60 })
      const reversal = await takeBack(ctx, me, journalId)
      await expect(takeBack(ctx, me, reversal.journalId)).rejects.toMatchObject({ errno: 1452 })
    }),
  )

  it(
    'and the corrected journal may be posted in one list, each derived from the one before',
    inTest(async (ctx) => {
      const { journalId } = await issue(ctx, { employeeId: me, minutes: 90 })
      const original = await readJournal(ctx, journalId)
      const before = await holdingsOf(ctx, me)
      const { entries } = await issueDraft(ctx, { employeeId: me, minutes: -90 }, before)
      const undo = reversalOf(original!, {
        kind: 'hours-corrected',
        scope: 'correction',
        idempotencyKey: 'undo',
        asked: { journalId },
        entries,
      })
      const between = { ...before, minutes: 0, carriedMinutes: 0, matchedMinutes: 0, creditFen: 0, points: 0 }
      const redo = await issueDraft(ctx, { employeeId: me, minutes: 150 }, between)
      await post(ctx, [undo, redo])
      expect(await readBalances(ctx, me)).toMatchObject({ minutes: 150, creditFen: 20_000, carriedMinutes: 30, points: 40 })
      // The version counts entries, two of them from the one list.
      const [row] = await ctx.db
        .select({ version: balance.version })
        .from(balance)
        .where(eq(balance.accountId, `${me}/hours`))
      expect(row).toEqual({ version: 3 })
    }),
  )
})
