import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '@yijian/api/core/app'
import { changeCapacity } from '@yijian/api/signup/change-capacity'
import { findBroken } from '@yijian/api/ledger/index'
import { cancelSignup, seatInvariants, signUp } from '@yijian/api/signup/index'
import { signup } from '@yijian/api/signup/tables'
import { seat } from '@yijian/api/project/tables'
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { actorOf, makeBranch, makeEmployee, makeEmployees } from '../support/people.ts'
import { openSessionOf, publishedProject } from '../support/projects.ts'

const OPERATIONS = 2_000
const AT_ONCE = 48
const PEOPLE = 120

let app: App
beforeAll(async () => {
  app = await testApp({ connections: AT_ONCE + 2 })
})
afterAll(closeApps)

/** The same mix of deeds in each run; in which order they land is up to the connections. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

async function brokenInvariants(): Promise<Record<string, number>> {
  const ctx = await systemCtx(app)
  const counts = await Promise.all(
    seatInvariants.map(async (invariant) => [invariant.name, (await findBroken(ctx, invariant)).violations] as const),
  )
  return Object.fromEntries(counts.filter(([, count]) => count !== 0))
}

/** Refusals a crowd rightly meets; anything else is a fault of the storm. */
const expected = new Set(['already-signed-up', 'signup-cancelled', 'capacity-below-confirmed'])

async function crowd() {
  const [branch, host, people] = [await makeBranch(app), await makeEmployee(app), await makeEmployees(app, PEOPLE)]
  const project = await publishedProject(app, { hostId: host.id, branchId: branch.id })
  return { host, people, session: await openSessionOf(app, project, { capacity: 20 }) }
}

describe('a storm of sign-ups, cancellations and new capacities', () => {
  it('never overbooks, leaves no place idle while somebody waits, and moves the queue in order', async () => {
    const { host, people, session } = await crowd()
    const roll = dice(20_261_120)
    const met: Record<string, number> = {}
    const known = new Map<string, string>()
    let sent = 0
    let watching = true

    const act = async (): Promise<string> => {
      const person = people[roll(PEOPLE)]!
      const ctx = await ctxOf(app, actorOf(person))
      const chance = roll(100)
      if (chance < 6) {
        await changeCapacity(await ctxOf(app, actorOf(host)), session.id, { capacity: 20 + roll(60) })
        return 'resized'
      }
      const mine = known.get(person.id)
      if (chance < 50 && mine !== undefined) {
        await cancelSignup(ctx, mine)
        return 'cancelled'
      }
      const { id, state } = await signUp(ctx, session.id)
      known.set(person.id, id)
      return state
    }
    const worker = async () => {
      while (sent++ < OPERATIONS) {
        const outcome = await act().catch((error: { code?: string }) => {
          if (!expected.has(error.code ?? '')) throw error
          return error.code!
        })
        met[outcome] = (met[outcome] ?? 0) + 1
      }
    }
    // Every committed moment is sound, not only the last one.
    const watcher = (async () => {
      for (; watching; await sleep(20)) expect(await brokenInvariants()).toEqual({})
    })()
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    watching = false
    await watcher

    expect(await brokenInvariants()).toEqual({})
    const { db } = await systemCtx(app)
    const promoted = await db
      .select({ number: signup.number })
      .from(signup)
      .where(and(eq(signup.sessionId, session.id), isNotNull(signup.promotion)))
      .orderBy(asc(signup.promotion))
    const numbers = promoted.map(({ number }) => number)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    // The storm blew: all of it happened often enough to mean something.
    expect(numbers.length).toBeGreaterThan(50)
    for (const outcome of ['confirmed', 'waitlisted', 'cancelled', 'resized']) expect(met[outcome]).toBeGreaterThan(10)
  }, 120_000)

  it('fills places that are added while people arrive, each once and in order', async () => {
    const { host, people, session } = await crowd()
    const steps = [25, 40, 55, 70, 85, 100]
    const answers = await Promise.all([
      ...people.map(async (person) => signUp(await ctxOf(app, actorOf(person)), session.id)),
      ...steps.map(async (capacity) => changeCapacity(await ctxOf(app, actorOf(host)), session.id, { capacity }).catch(() => null)),
    ])
    expect(answers).toHaveLength(PEOPLE + steps.length)
    await changeCapacity(await ctxOf(app, actorOf(host)), session.id, { capacity: 100 })
    const { db } = await systemCtx(app)
    expect(await db.select().from(seat).where(eq(seat.sessionId, session.id))).toMatchObject([{ capacity: 100, taken: 100, waiting: 20 }])
    const rows = await db.select().from(signup).where(eq(signup.sessionId, session.id)).orderBy(asc(signup.number))
    expect(rows.map(({ state }) => state)).toEqual(rows.map((_, at) => (at < 100 ? 'confirmed' : 'waitlisted')))
    expect(await brokenInvariants()).toEqual({})
  })
})
