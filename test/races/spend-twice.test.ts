import { randomUUID } from 'node:crypto'
import type { App } from '@yijian/api/core/app'
import { moveFundProject } from '@yijian/api/fund/move-fund-project'
import { donate, givingInvariants } from '@yijian/api/giving/index'
import { donation } from '@yijian/api/giving/tables'
import { proveLedger, readBalances } from '@yijian/api/ledger/index'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi } from '../support/api.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { type MadeFund, giveCredit, makeFund } from '../support/giving.ts'
import { actorOf, makeEmployee, makeEmployees } from '../support/people.ts'
import { race, times } from '../support/race.ts'

const CONNECTIONS = 12

let app: App
let fund: MadeFund
beforeAll(async () => {
  app = await testApp({ database: 'giving', connections: CONNECTIONS })
  fund = await makeFund(app)
})
afterAll(async () => {
  const { invariants } = await proveLedger(await systemCtx(app), givingInvariants)
  expect(invariants.filter(({ violations }) => violations > 0)).toEqual([])
  await closeApps()
})

const to = (...funds: { id: string }[]) => funds.map(({ id }) => ({ fundProjectId: id, weight: 1 }))
async function rich(fen: number) {
  const person = await makeEmployee(app)
  await giveCredit(app, person, fen)
  return person
}
const donationsOf = async (who: { id: string }) => (await systemCtx(app)).db.select().from(donation).where(eq(donation.employeeId, who.id))

describe('one balance on many devices', () => {
  it('is given whole exactly once; the others hear what is left', async () => {
    const me = await rich(160_000)
    const { won, refused } = await race(
      times(CONNECTIONS, () => async () => donate(await ctxOf(app, actorOf(me)), { totalFen: 160_000, parts: to(fund) })),
    )
    expect(won).toHaveLength(1)
    expect(refused).toEqual(times(CONNECTIONS - 1, () => 'credit-insufficient'))
    expect(await donationsOf(me)).toHaveLength(1)
    expect(await readBalances(await systemCtx(app), me.id)).toMatchObject({ creditFen: 0, creditHeldFen: 160_000 })
  })

  it('tells the loser what was wanted and what is available', async () => {
    const me = await rich(10_000)
    const errors: unknown[] = []
    await Promise.all(
      times(2, async () => {
        await donate(await ctxOf(app, actorOf(me)), { totalFen: 7000, parts: to(fund) }).catch((error: unknown) => errors.push(error))
      }),
    )
    expect(errors).toMatchObject([{ code: 'credit-insufficient', data: { wantedFen: 7000, availableFen: 3000 } }])
  })

  it('asked for all of it by all of them gives it once', async () => {
    const me = await rich(10_000)
    const { won, refused } = await race(
      times(CONNECTIONS, () => async () => donate(await ctxOf(app, actorOf(me)), { totalFen: 'all', parts: to(fund) })),
    )
    expect(won.map(({ totalFen }) => totalFen)).toEqual([10_000])
    expect(new Set(refused)).toEqual(new Set(['credit-insufficient']))
  })

  it('is given in as many thirds as there are, and not one more', async () => {
    const me = await rich(30_000)
    const { won, refused } = await race(
      times(CONNECTIONS, () => async () => donate(await ctxOf(app, actorOf(me)), { totalFen: 10_000, parts: to(fund) })),
    )
    expect([won.length, refused.length]).toEqual([3, CONNECTIONS - 3])
  })
})

describe('one request sent many times', () => {
  it('with one key is one donation with one answer', async () => {
    const me = await rich(30_000)
    const api = await startApi(app)
    try {
      const client = await api.as(me)
      const key = randomUUID()
      const body = { totalFen: 10_000, parts: to(fund) }
      const answers = await Promise.all(times(8, () => client.createDonation({ body }, { key })))
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
      await expect(client.createDonation({ body: { ...body, totalFen: 9999 } }, { key })).rejects.toMatchObject({
        code: 'idempotency-key-reused',
      })
      expect(await readBalances(await systemCtx(app), me.id)).toMatchObject({ creditFen: 20_000, creditHeldFen: 10_000 })
    } finally {
      await api.close()
    }
  })
})

describe('a crowd that gives to one project', () => {
  it('loses nothing and nobody', async () => {
    const people = await makeEmployees(app, 60)
    for (const person of people) await giveCredit(app, person, 10_000)
    const hot = await makeFund(app)
    const { won, refused } = await race(
      people.map((person) => async () => donate(await ctxOf(app, actorOf(person)), { totalFen: 'all', parts: to(hot, fund) })),
    )
    expect([won.length, refused]).toEqual([60, []])
    for (const { parts } of won) expect(parts.map(({ amountFen }) => amountFen)).toEqual([5000, 5000])
  })
})

describe('a project that is paused while people give', () => {
  it('takes donations before the pause and none after it', async () => {
    const people = await makeEmployees(app, 10)
    for (const person of people) await giveCredit(app, person, 10_000)
    const operator = await makeEmployee(app)
    const closing = await makeFund(app)
    const pause = async () => {
      const ctx = await ctxOf(app, actorOf(operator, 'operator'))
      await moveFundProject(ctx, closing.id, { move: 'pause', reason: '核对信息' })
    }
    const { won, refused } = await race<unknown>([
      ...people.slice(0, 5).map((person) => async () => donate(await ctxOf(app, actorOf(person)), { totalFen: 'all', parts: to(closing) })),
      pause,
      ...people.slice(5).map((person) => async () => donate(await ctxOf(app, actorOf(person)), { totalFen: 'all', parts: to(closing) })),
    ])
    expect(won.length + refused.length).toBe(11)
    expect(refused.filter((code) => code !== 'fund-project-not-listed')).toEqual([])
    await expect(donate(await ctxOf(app, actorOf(people[9]!)), { totalFen: 1, parts: to(closing) })).rejects.toMatchObject({
      code: 'fund-project-not-listed',
    })
  })
})
