import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Actor } from '../core/context.ts'
import { recordDeparture } from './record-departure.ts'
import { startLogin } from './start-login.ts'
import { login } from './tables.ts'

let app: App
let hr: Actor
beforeAll(async () => {
  app = await testApp()
  hr = actorOf(await makeEmployee(app), 'hr')
})
afterAll(closeApps)

describe('recordDeparture', () => {
  it('records a last day to come and leaves logins open until then', () =>
    rolledBack(app, hr, async (ctx) => {
      const person = await makeEmployee(ctx)
      const { loginId } = await startLogin(ctx, person.id, 'demo')
      const leftOn = addDays(shanghaiDay(ctx.now), 10)
      expect(await recordDeparture(ctx, { employeeId: person.id, leftOn })).toMatchObject({ id: person.id, leftOn })
      expect(await ctx.db.select({ endedAt: login.endedAt }).from(login).where(eq(login.id, loginId))).toEqual([{ endedAt: null }])
      expect(await tracesOf(ctx, person.id)).toMatchObject([{ action: 'employee.departed', detail: { leftOn } }])
    }))

  it('takes today as a day of work', () =>
    rolledBack(app, hr, async (ctx) => {
      const person = await makeEmployee(ctx)
      const { loginId } = await startLogin(ctx, person.id, 'demo')
      await recordDeparture(ctx, { employeeId: person.id, leftOn: shanghaiDay(ctx.now) })
      expect(await ctx.db.select({ endedAt: login.endedAt }).from(login).where(eq(login.id, loginId))).toEqual([{ endedAt: null }])
    }))

  it('ends every login at once when the last day is past', () =>
    rolledBack(app, hr, async (ctx) => {
      const person = await makeEmployee(ctx)
      await startLogin(ctx, person.id, 'demo')
      await startLogin(ctx, person.id, 'wecom')
      await recordDeparture(ctx, { employeeId: person.id, leftOn: addDays(shanghaiDay(ctx.now), -1) })
      const rows = await ctx.db.select().from(login).where(eq(login.employeeId, person.id))
      expect(rows.map(({ endedAt }) => endedAt)).toEqual([ctx.now, ctx.now])
    }))

  it('refuses a day before the hire date', () =>
    rolledBack(app, hr, async (ctx) => {
      const { id: employeeId } = await makeEmployee(ctx, { hiredOn: '2026-03-01' })
      const refusal = { code: 'departure-too-early', data: { hiredOn: '2026-03-01' } }
      await expect(recordDeparture(ctx, { employeeId, leftOn: '2026-02-28' })).rejects.toMatchObject(refusal)
    }))

  it('refuses a second departure and an id nobody has', () =>
    rolledBack(app, hr, async (ctx) => {
      const { id: employeeId } = await makeEmployee(ctx, { leftOn: '2026-10-31' })
      const refusal = { code: 'departure-recorded', data: { leftOn: '2026-10-31' } }
      await expect(recordDeparture(ctx, { employeeId, leftOn: '2026-11-30' })).rejects.toMatchObject(refusal)
      await expect(recordDeparture(ctx, { employeeId: 'emp_0000000000000', leftOn: '2026-11-30' })).rejects.toMatchObject({
        code: 'not-found',
      })
    }))

  it('refuses the wrong role', async () => {
    const { id: employeeId } = await makeEmployee(app)
    await rolledBack(app, actorOf({ id: employeeId }, 'operator'), (ctx) =>
      expect(recordDeparture(ctx, { employeeId, leftOn: '2026-11-30' })).rejects.toMatchObject({ code: 'role-required' }),
    )
  })
})
