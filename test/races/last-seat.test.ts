import type { App } from '@yijian/api/core/app'
import { seat } from '@yijian/api/project/tables'
import { signUp } from '@yijian/api/signup/index'
import { signup } from '@yijian/api/signup/tables'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { actorOf, makeBranch, makeEmployee, makeEmployees } from '../support/people.ts'
import { openSessionOf, publishedProject } from '../support/projects.ts'

const PEOPLE = 200
const PLACES = 5

let app: App
beforeAll(async () => {
  app = await testApp({ connections: 48 })
})
afterAll(closeApps)

describe('the last places of a session', () => {
  it('go to exactly as many people as there are places, and the rest queue without a gap', async () => {
    const [branch, host, people] = [await makeBranch(app), await makeEmployee(app), await makeEmployees(app, PEOPLE)]
    const project = await publishedProject(app, { hostId: host.id, branchId: branch.id })
    const session = await openSessionOf(app, project, { capacity: PLACES })

    const answers = await Promise.all(people.map(async (person) => signUp(await ctxOf(app, actorOf(person)), session.id)))

    expect(answers.filter(({ state }) => state === 'confirmed')).toHaveLength(PLACES)
    const positions = answers.flatMap(({ waitlistPosition }) => waitlistPosition ?? []).sort((a, b) => a - b)
    expect(positions).toEqual(Array.from({ length: PEOPLE - PLACES }, (_, at) => at + 1))

    const { db } = await systemCtx(app)
    const rows = await db.select().from(signup).where(eq(signup.sessionId, session.id)).orderBy(asc(signup.number))
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: PEOPLE }, (_, at) => at + 1))
    expect(rows.map(({ state }) => state)).toEqual(rows.map((_, at) => (at < PLACES ? 'confirmed' : 'waitlisted')))
    // What each person was told is what is stored.
    const told = new Map(answers.map(({ id, state }) => [id, state]))
    expect(rows.every(({ id, state }) => told.get(id) === state)).toBe(true)
    expect(await db.select().from(seat).where(eq(seat.sessionId, session.id))).toMatchObject([
      { capacity: PLACES, taken: PLACES, waiting: PEOPLE - PLACES, lastNumber: PEOPLE },
    ])
  })
})
