import { addMinutes } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt, makeScene } from '../../../../test/support/attendance.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import { type Ctx, inTransaction } from '../core/context.ts'
import { once } from '../core/http/idempotency.ts'
import { attendanceHandlers } from './routes.ts'
import { scan } from './tables.ts'

let app: App
let ctx: Ctx
beforeAll(async () => {
  app = await testApp()
  ctx = await systemCtx(app)
})
afterAll(closeApps)

/** A request as the mount hands it on: the same key is the same scan. */
async function request(who: { id: string }, code: string) {
  const keyed = { scope: `${who.id}:scanCode`, key: `scan-${who.id}`, requestHash: code }
  return once(await ctxOf(app, actorOf(who)), keyed, 201, (ctx) => attendanceHandlers.scanCode(ctx, { body: { code } }))
}
const scansBy = (who: { id: string }) => ctx.db.select().from(scan).where(eq(scan.employeeId, who.id))

describe('scanCode over the wire', () => {
  it('answers a request that is sent again with the first result, and records one scan', async () => {
    const { now } = await systemCtx(app)
    const { session, people } = await inTransaction(ctx, (ctx) => makeScene(ctx, { startsAt: addMinutes(now, -10) }))
    const code = codeAt(ctx, session, { kind: 'in', at: now })
    const first = await request(people[0]!, code)
    expect(first).toMatchObject({ replayed: false, reply: { repeated: false } })
    expect(await request(people[0]!, code)).toMatchObject({ replayed: true, reply: first.reply })
    expect(await scansBy(people[0]!)).toHaveLength(1)
  })

  it('keeps a refused scan, and refuses its repeat alike without a second record', async () => {
    const { now } = await systemCtx(app)
    const { session } = await inTransaction(ctx, (ctx) => makeScene(ctx, { startsAt: addMinutes(now, -10) }))
    const stranger = await makeEmployee(app)
    const code = codeAt(ctx, session, { kind: 'in', at: now })
    for (let time = 0; time < 2; time++) {
      await expect(request(stranger, code)).rejects.toMatchObject({ code: 'not-signed-up', data: { name: null } })
    }
    expect(await scansBy(stranger)).toMatchObject([{ accepted: false, refusal: 'not-signed-up', sessionId: session.id }])
  })
})
