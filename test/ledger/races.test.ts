import type { App } from '@yijian/api/core/app'
import { type Ctx, inTransaction } from '@yijian/api/core/context'
import { Problem } from '@yijian/api/core/problems'
import { type Posted, lockBalances, post, proveLedger, readHoldings } from '@yijian/api/ledger/index'
import { journal } from '@yijian/api/ledger/tables'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, systemCtx, testApp } from '../support/database.ts'
import { issue, issueDraft, openPeople, setAside, takeBack } from './deeds.ts'

const CONNECTIONS = 24

let app: App
let ctx: Ctx
beforeAll(async () => {
  app = await testApp({ database: 'ledger', connections: CONNECTIONS })
  ctx = await systemCtx(app)
  // Every connection is open before a race begins, so that none starts late.
  const held = await Promise.all(Array.from({ length: CONNECTIONS }, () => app.pool.getConnection()))
  for (const connection of held) connection.release()
})
afterAll(closeApps)

/** Runs deeds at once, each in a transaction and on a connection of its own. */
async function race<T>(deeds: readonly ((ctx: Ctx) => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
  return Promise.allSettled(deeds.map((deed) => inTransaction(ctx, deed)))
}

const won = <T>(results: readonly PromiseSettledResult<T>[]) =>
  results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
const codesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) =>
    result.status === 'fulfilled' ? [] : [result.reason instanceof Problem ? result.reason.code : String(result.reason)],
  )
const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))

describe('twenty-four connections', () => {
  it('that issue hours to the same three people lose nothing and double nothing', async () => {
    const people = await openPeople(app, 3)
    const results = await race(times(120, (i) => (ctx) => issue(ctx, { employeeId: people[i % 3]!, minutes: 10 + (i % 7) })))
    expect(codesOf(results)).toEqual([])
    for (const [index, employeeId] of people.entries()) {
      const minutes = times(120, (i) => (i % 3 === index ? 10 + (i % 7) : 0)).reduce((a, b) => a + b, 0)
      expect(await readHoldings(ctx, employeeId)).toMatchObject({
        minutes,
        carriedMinutes: minutes % 60,
        creditFen: 10_000 * Math.floor(minutes / 60),
      })
    }
  })

  it('that post lists for the same people, named in any order, wait for each other instead of deadlocking', async () => {
    const people = await openPeople(app, 8)
    const results = await race(
      times(48, (i) => async (ctx) => {
        const mine = i % 2 === 0 ? people : [...people].reverse()
        const holdings = await lockBalances(ctx, mine)
        const drafts = []
        for (const employeeId of mine) drafts.push(await issueDraft(ctx, { employeeId, minutes: 25 }, holdings.get(employeeId)!))
        return post(ctx, drafts)
      }),
    )
    expect(codesOf(results)).toEqual([])
    for (const employeeId of people) expect(await readHoldings(ctx, employeeId)).toMatchObject({ minutes: 1200, creditFen: 200_000 })
  })

  it('that spend the same credit: exactly as many win as it pays for', async () => {
    const [me] = (await openPeople(app, 1)) as [string]
    await inTransaction(ctx, (ctx) => issue(ctx, { employeeId: me, minutes: 300 }))
    const results = await race(times(CONNECTIONS, () => (ctx) => setAside(ctx, me, 10_000)))
    expect(won(results)).toHaveLength(5)
    expect(codesOf(results)).toEqual(times(19, () => 'credit-insufficient'))
    expect(await readHoldings(ctx, me)).toMatchObject({ creditFen: 0, heldFen: 50_000 })
  })

  it('that take back the same journal: one wins, the others are told it is done', async () => {
    const [me] = (await openPeople(app, 1)) as [string]
    const { journalId } = await inTransaction(ctx, (ctx) => issue(ctx, { employeeId: me, minutes: 90 }))
    const results = await race(times(CONNECTIONS, () => (ctx) => takeBack(ctx, me, journalId)))
    expect(won(results)).toHaveLength(1)
    expect(codesOf(results)).toEqual(times(23, () => 'already-reversed'))
    expect(await readHoldings(ctx, me)).toMatchObject({ minutes: 0, creditFen: 0, points: 0 })
    expect(await ctx.db.select({ id: journal.id }).from(journal).where(eq(journal.reverses, journalId))).toHaveLength(1)
  })

  it('that bring the same key: one journal, and every answer names it', async () => {
    const people = await openPeople(app, 8)
    const attendances = people.map(() => app.newId('attendance'))
    const thrice = times(
      CONNECTIONS,
      (i) => (ctx: Ctx) => issue(ctx, { employeeId: people[i % 8]!, minutes: 60, attendanceId: attendances[i % 8]! }),
    )
    const posted: Posted[] = won(await race(thrice))
    expect(posted).toHaveLength(CONNECTIONS)
    expect(new Set(posted.map(({ journalId }) => journalId)).size).toBe(8)
    expect(posted.filter(({ replayed }) => !replayed)).toHaveLength(8)
    expect(await ctx.db.select({ id: journal.id }).from(journal).where(inArray(journal.sourceId, attendances))).toHaveLength(8)
  })

  it('that bring the same key without a lock in front: the unique key alone decides', async () => {
    const people = await openPeople(app, 8)
    const holdings = await inTransaction(ctx, (ctx) => lockBalances(ctx, people))
    const drafts = await Promise.all(people.map((employeeId) => issueDraft(ctx, { employeeId, minutes: 60 }, holdings.get(employeeId)!)))
    const posted = won(await race(times(CONNECTIONS, (i) => (ctx: Ctx) => post(ctx, [drafts[i % 8]!])))).flat()
    expect(posted.filter(({ replayed }) => !replayed)).toHaveLength(8)
    expect(new Set(posted.map(({ journalId }) => journalId)).size).toBe(8)
    for (const employeeId of people) expect(await readHoldings(ctx, employeeId)).toMatchObject({ minutes: 60, creditFen: 10_000 })
  })

  it('that do everything at once leave every invariant intact', async () => {
    const people = await openPeople(app, 5)
    const posted = await Promise.all(people.map((employeeId) => inTransaction(ctx, (ctx) => issue(ctx, { employeeId, minutes: 200 }))))
    const deeds = times(100, (i) => (ctx: Ctx) => {
      const at = i % 5
      const employeeId = people[at]!
      if (i % 4 === 0) return setAside(ctx, employeeId, 7_000)
      if (i % 4 === 1) return takeBack(ctx, employeeId, posted[at]!.journalId)
      return issue(ctx, { employeeId, minutes: 35 })
    })
    const results = await race(deeds)
    expect(new Set(codesOf(results))).toEqual(new Set(['credit-insufficient', 'already-reversed']))
    expect((await proveLedger(ctx, [])).invariants.filter(({ violations }) => violations > 0)).toEqual([])
  })
})
