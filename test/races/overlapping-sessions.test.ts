import type { App } from '@yijian/api/core/app'
import { signUp } from '@yijian/api/signup/index'
import { signup } from '@yijian/api/signup/tables'
import { addMinutes } from '@yijian/shared/kernel/time'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { actorOf, makeBranch, makeEmployee, makeEmployees } from '../support/people.ts'
import { openSessionOf, publishedProject } from '../support/projects.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ connections: 24 })
})
afterAll(closeApps)

describe('one person in two places', () => {
  it('gets one of three sessions that overlap, however the taps fall', async () => {
    const [branch, host, people] = [await makeBranch(app), await makeEmployee(app), await makeEmployees(app, 30)]
    const project = await publishedProject(app, { hostId: host.id, branchId: branch.id })
    const first = await openSessionOf(app, project)
    const sessions = [first]
    for (const shift of [30, 60]) sessions.push(await openSessionOf(app, project, { startsAt: addMinutes(first.startsAt, shift) }))

    const taps = people.flatMap((person) =>
      sessions.map(async ({ id }) => signUp(await ctxOf(app, actorOf(person)), id).catch((error: { code: string }) => error.code)),
    )
    const answers = await Promise.all(taps)
    expect(answers.filter((answer) => typeof answer !== 'string')).toHaveLength(people.length)
    expect(answers.filter((answer) => answer === 'overlapping-session')).toHaveLength(people.length * 2)

    const { db } = await systemCtx(app)
    const rows = await db
      .select({ employeeId: signup.employeeId })
      .from(signup)
      .where(
        inArray(
          signup.sessionId,
          sessions.map(({ id }) => id),
        ),
      )
    expect(new Set(rows.map(({ employeeId }) => employeeId)).size).toBe(people.length)
    expect(rows).toHaveLength(people.length)
    expect(await db.select().from(signup).where(eq(signup.employeeId, people[0]!.id))).toHaveLength(1)
  })
})
