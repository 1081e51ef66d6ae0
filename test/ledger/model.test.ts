import type { App } from '@yijian/api/core/app'
import { type Ctx, inTransaction } from '@yijian/api/core/context'
import { post, proveLedger, readHoldings } from '@yijian/api/ledger/index'
import { month } from '@yijian/api/ledger/tables'
import type { Grade } from '@yijian/shared/kernel/grade'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, systemCtx, testApp } from '../support/database.ts'
import { holdingsOf, issue, issueDraft, matchGift, openPeople, publishExactMode, refundGift, setAside, takeBack } from './deeds.ts'
import { type Fact, ModelPerson } from './reference-model.ts'

/** A failure prints its seed and path; `LEDGER_SEED` replays it, or tries another history. */
const SEED = Number(process.env['LEDGER_SEED'] ?? 20_261_120)
const DAYS = {
  step: ['2026-01-05', '2026-06-30', '2026-07-01', '2026-11-20'],
  exact: ['2090-01-01', '2090-06-30', '2090-07-01', '2090-12-31'],
}

let app: App
let ctx: Ctx
beforeAll(async () => {
  app = await testApp({ database: 'ledger', connections: 4 })
  ctx = await systemCtx(app)
  await publishExactMode(app)
})
afterAll(closeApps)

type People = ModelPerson[]
type Command = fc.AsyncCommand<People, Ctx>

/** A step: what it does to database and model, after which every person must hold what the model says. */
function step(name: string, run: (people: People, ctx: Ctx) => Promise<void>): Command {
  return {
    check: () => true,
    async run(people, ctx) {
      await run(people, ctx)
      for (const person of people) await expectEqual(ctx, person)
    },
    toString: () => name,
  }
}

async function expectEqual(ctx: Ctx, person: ModelPerson): Promise<void> {
  expect(await readHoldings(ctx, person.employeeId)).toEqual(person.holdings())
  const months = await ctx.db
    .select({ ym: month.ym, amount: sql<number>`sum(${month.amount})` })
    .from(month)
    .where(eq(month.accountId, `${person.employeeId}/hours`))
    .groupBy(month.ym)
  expect(new Map(months.map(({ ym, amount }) => [ym, amount]))).toEqual(person.months())
}

interface Serve {
  who: number
  minutes: number
  grade: Grade
  day: number
}

const personAt = (people: People, who: number) => people[who % people.length]!
const nth = <T>(list: readonly T[], at: number): T | undefined => (list.length === 0 ? undefined : list[at % list.length])
const servedOn = (person: ModelPerson, day: number) => nth(DAYS[person.mode], day)!

/** What `issue` is told; the same again for a repeat. */
function served(person: ModelPerson, fact: Pick<Fact, 'minutes' | 'grade' | 'servedOn' | 'attendanceId'>) {
  return {
    employeeId: person.employeeId,
    minutes: fact.minutes,
    grade: fact.grade,
    servedOn: fact.servedOn,
    attendanceId: fact.attendanceId,
  }
}

const serveOne = ({ who, minutes, grade, day }: Serve): Command =>
  step(`serve(${who}, ${minutes}, ${grade}, ${day})`, async (people, ctx) => {
    const person = personAt(people, who)
    const fact = { minutes, grade, servedOn: servedOn(person, day), attendanceId: ctx.app.newId('attendance'), reversalId: null }
    const { journalId } = await inTransaction(ctx, (ctx) => issue(ctx, served(person, fact)))
    person.facts.push({ ...fact, journalId })
  })

/** A whole session at once: one list, one person each. */
const serveAll = ({ minutes, grade, day }: Serve): Command =>
  step(`serveAll(${minutes}, ${grade}, ${day})`, async (people, ctx) => {
    const facts = people.map((person, index) => ({
      minutes: minutes + index,
      grade,
      servedOn: servedOn(person, day),
      attendanceId: ctx.app.newId('attendance'),
      reversalId: null,
    }))
    const posted = await inTransaction(ctx, async (ctx) => {
      const drafts = []
      for (const [index, person] of people.entries()) {
        drafts.push(await issueDraft(ctx, served(person, facts[index]!), await holdingsOf(ctx, person.employeeId)))
      }
      return post(ctx, drafts)
    })
    for (const [index, person] of people.entries()) person.facts.push({ ...facts[index]!, journalId: posted[index]!.journalId })
  })

const takeOneBack = (who: number, which: number): Command =>
  step(`takeBack(${who}, ${which})`, async (people, ctx) => {
    const person = personAt(people, who)
    const fact = nth(person.standing, which)
    if (fact === undefined) return
    fact.reversalId = (await inTransaction(ctx, (ctx) => takeBack(ctx, person.employeeId, fact.journalId))).journalId
  })

const give = (who: number, giftFen: number, day: number): Command =>
  step(`give(${who}, ${giftFen} fen, ${day})`, async (people, ctx) => {
    const person = personAt(people, who)
    const gift = { giftFen, servedOn: servedOn(person, day), claimId: ctx.app.newId('claim'), refundId: null }
    const { journalId } = await inTransaction(ctx, (ctx) => matchGift(ctx, { employeeId: person.employeeId, ...gift }))
    person.gifts.push({ ...gift, journalId })
  })

const refundOne = (who: number, which: number): Command =>
  step(`refund(${who}, ${which})`, async (people, ctx) => {
    const person = personAt(people, who)
    const gift = nth(person.standingGifts, which)
    if (gift === undefined) return
    gift.refundId = (await inTransaction(ctx, (ctx) => refundGift(ctx, person.employeeId, gift.journalId))).journalId
  })

const setSomeAside = (who: number, percent: number): Command =>
  step(`setAside(${who}, ${percent} %)`, async (people, ctx) => {
    const person = personAt(people, who)
    const fen = Math.floor((person.holdings().creditFen * percent) / 100)
    if (fen === 0) return
    await inTransaction(ctx, (ctx) => setAside(ctx, person.employeeId, fen))
    person.asideFen += fen
  })

/** Steps that must change nothing, each for its own reason. */
const refused = (who: number, which: number): Command =>
  step(`refused(${who}, ${which})`, async (people, ctx) => {
    const person = personAt(people, who)
    const attempt = (deed: (ctx: Ctx) => Promise<unknown>) => expect(inTransaction(ctx, deed)).rejects
    const available = person.holdings().creditFen
    await attempt((ctx) => setAside(ctx, person.employeeId, available + 1)).toMatchObject({
      code: 'credit-insufficient',
      data: { wantedFen: available + 1, availableFen: available },
    })
    const gift = nth(person.gifts, which)
    if (gift !== undefined) {
      const { claimId, giftFen, servedOn, journalId, refundId } = gift
      const given = { employeeId: person.employeeId, claimId, giftFen, servedOn }
      expect(await inTransaction(ctx, (ctx) => matchGift(ctx, given))).toEqual({ journalId, replayed: true })
      await attempt((ctx) => matchGift(ctx, { ...given, giftFen: giftFen + 1 })).toMatchObject({ code: 'idempotency-key-reused' })
      if (refundId !== null) {
        await attempt((ctx) => refundGift(ctx, person.employeeId, journalId)).toMatchObject({ code: 'already-reversed' })
      }
    }
    const fact = nth(person.facts, which)
    if (fact === undefined) return
    const repeat = await inTransaction(ctx, (ctx) => issue(ctx, served(person, fact)))
    expect(repeat).toEqual({ journalId: fact.journalId, replayed: true })
    await attempt((ctx) => issue(ctx, { ...served(person, fact), minutes: fact.minutes + 1 })).toMatchObject({
      code: 'idempotency-key-reused',
    })
    if (fact.reversalId === null) return
    const { reversalId } = fact
    await attempt((ctx) => takeBack(ctx, person.employeeId, fact.journalId)).toMatchObject({ code: 'already-reversed' })
    await attempt((ctx) => takeBack(ctx, person.employeeId, reversalId)).toMatchObject({ errno: 1452 })
  })

const who = fc.nat({ max: 3 })
const serve = fc.record({ who, minutes: fc.integer({ min: 1, max: 400 }), grade: fc.constantFrom<Grade>('A', 'B', 'C', 'D'), day: who })
const history = fc.commands<People, Ctx, false>(
  [
    serve.map(serveOne),
    serve.map(serveAll),
    fc.tuple(who, fc.nat({ max: 50 })).map(([who, which]) => takeOneBack(who, which)),
    fc.tuple(who, fc.nat({ max: 50 })).map(([who, which]) => takeOneBack(who, which)),
    fc.tuple(who, fc.integer({ min: 1, max: 60_000 }), who).map(([who, giftFen, day]) => give(who, giftFen, day)),
    fc.tuple(who, fc.nat({ max: 50 })).map(([who, which]) => refundOne(who, which)),
    fc.tuple(who, fc.integer({ min: 1, max: 100 })).map(([who, percent]) => setSomeAside(who, percent)),
    fc.tuple(who, fc.nat({ max: 50 })).map(([who, which]) => refused(who, which)),
  ] as fc.Arbitrary<Command>[],
  { maxCommands: 60, size: 'max' },
)

describe('the ledger and a model of it', () => {
  it('agree after every step of random histories', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(history, async (commands) => {
        const ids = await openPeople(app, 4)
        const people = ids.map((employeeId, index) => new ModelPerson(employeeId, index % 2 === 0 ? 'step' : 'exact'))
        await fc.asyncModelRun(() => ({ model: people, real: ctx }), commands as Iterable<Command>)
      }),
      { seed: SEED, numRuns: 20, endOnFailure: true },
    )
  })

  it('leave every invariant intact', async () => {
    expect((await proveLedger(ctx, [])).invariants.filter(({ violations }) => violations > 0)).toEqual([])
  })
})
