import type { App } from '@yijian/api/core/app'
import { once } from '@yijian/api/core/http/idempotency'
import { auditRecord } from '@yijian/api/core/tables'
import { signUp } from '@yijian/api/signup/index'
import { signup } from '@yijian/api/signup/tables'
import type { Signup } from '@yijian/shared/signup/shapes'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { actorOf, makeBranch, makeEmployee } from '../support/people.ts'
import { openSessionOf, publishedProject } from '../support/projects.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ connections: 16 })
})
afterAll(closeApps)

async function scene() {
  const [branch, host, me] = [await makeBranch(app), await makeEmployee(app), await makeEmployee(app)]
  const project = await publishedProject(app, { hostId: host.id, branchId: branch.id })
  return { me, session: await openSessionOf(app, project, { capacity: 1 }) }
}

describe('a double tap', () => {
  it('with one key is one sign-up, and every tap gets the same answer', async () => {
    const { me, session } = await scene()
    const request = { scope: `${me.id}:createSignup`, key: `tap-${session.id}`, requestHash: 'the same request' }
    const tap = async () => once(await ctxOf(app, actorOf(me)), request, 201, (ctx) => signUp(ctx, session.id))
    const answers = await Promise.all(Array.from({ length: 8 }, tap))

    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    const ids = answers.map(({ reply }) => (reply as Signup).id)
    expect(new Set(ids).size).toBe(1)
    expect(answers.every(({ status }) => status === 201)).toBe(true)
    const { db } = await systemCtx(app)
    const rows = await db.select().from(signup).where(eq(signup.sessionId, session.id))
    expect(rows).toMatchObject([{ employeeId: me.id, state: 'confirmed', number: 1 }])
    const traces = await db
      .select()
      .from(auditRecord)
      .where(and(eq(auditRecord.subject, rows[0]!.id), eq(auditRecord.action, 'signup.confirmed')))
    expect(traces).toHaveLength(1)
  })

  it('with different keys is one sign-up too: the other taps are told that they are in already', async () => {
    const { me, session } = await scene()
    const taps = Array.from({ length: 8 }, async () => signUp(await ctxOf(app, actorOf(me)), session.id))
    const settled = await Promise.allSettled(taps)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refusals = settled.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
    expect(refusals).toEqual(Array.from({ length: 7 }, () => 'already-signed-up'))
  })
})
