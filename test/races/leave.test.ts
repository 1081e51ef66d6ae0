import type { App } from '@yijian/api/core/app'
import { invariants } from '@yijian/api/invariants'
import { cancelLeave } from '@yijian/api/leave/cancel-leave'
import { decideLeave } from '@yijian/api/leave/decide-leave'
import { requestLeave } from '@yijian/api/leave/request-leave'
import { proveLedger, readBalances } from '@yijian/api/ledger/index'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clockedApp } from '../../scripts/lib/clocked.ts'
import { START } from '../support/attendance.ts'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { type LeaveScene, anotherPlace, leaveScene } from '../support/leave.ts'
import { actorOf } from '../support/people.ts'
import { race } from '../support/race.ts'

/** The first minute of 2027 in Shanghai. */
const NEW_YEAR = new Date('2026-12-31T16:00:00.000Z')

let app: App
beforeAll(async () => {
  app = clockedApp(await testApp({ connections: 24, database: 'leave' }), addMinutes(START, -10 * 1440)).app
})
afterAll(closeApps)

async function asking({ me }: LeaveScene, signupId: string, startsAt: Date) {
  const ctx = await ctxOf(app, actorOf(me))
  return () => requestLeave(ctx, { signupId, leaveOn: shanghaiDay(startsAt), part: 'afternoon' })
}

it('gives the last half day of a year to one of the requests that come at once', async () => {
  const made = await leaveScene(app)
  await (
    await asking(made, made.signup.id, made.session.startsAt)
  )()
  const places = []
  for (let days = 1; days <= 6; days++) places.push(await anotherPlace(await systemCtx(app), made, days))
  const deeds = await Promise.all(places.map(({ signup, session }) => asking(made, signup.id, session.startsAt)))
  const { won, refused } = await race(deeds)
  expect(won).toHaveLength(1)
  expect(new Set(refused)).toEqual(new Set(['leave-insufficient']))
  expect(await readBalances(await systemCtx(app), made.me.id)).toMatchObject({ leaveMinutes: 0, leaveHeldMinutes: 480 })
})

it('asks once for a sign-up, however often it is tapped', async () => {
  const made = await leaveScene(app)
  const deeds = await Promise.all(Array.from({ length: 6 }, () => asking(made, made.signup.id, made.session.startsAt)))
  const { won, refused } = await race(deeds)
  expect(won).toHaveLength(1)
  expect(new Set(refused)).toEqual(new Set(['leave-already-asked']))
})

it('ends in one state when it is approved and cancelled at once, with the minutes back', async () => {
  const made = await leaveScene(app)
  const { id } = await (await asking(made, made.signup.id, made.session.startsAt))()
  const [me, lead] = [await ctxOf(app, actorOf(made.me)), await ctxOf(app, actorOf(made.lead, { leads: made.branch }))]
  const { won, refused } = await race([
    () => cancelLeave(me, id),
    () => decideLeave(lead, id, { decision: 'approved' }),
    () => cancelLeave(me, id),
  ])
  expect(won.filter(({ state }) => state === 'cancelled')).toHaveLength(1)
  expect(refused.every((code) => code === 'leave-state')).toBe(true)
  const ctx = await systemCtx(app)
  expect(await readBalances(ctx, made.me.id)).toMatchObject({ leaveMinutes: 480, leaveHeldMinutes: 0 })
  expect((await proveLedger(ctx, invariants)).invariants.filter(({ violations }) => violations > 0)).toEqual([])
})

it('grants the allowance of next year once, and no more than it, to requests that come at once in December', async () => {
  const clocked = clockedApp(app, addMinutes(NEW_YEAR, -5 * 1440)).app
  const made = await leaveScene(app, addMinutes(NEW_YEAR, 4 * 1440))
  const places = []
  for (let days = 1; days <= 6; days++) places.push(await anotherPlace(await systemCtx(app), made, days))
  const deeds = await Promise.all(
    places.map(async ({ signup, session }) => {
      const ctx = await ctxOf(clocked, actorOf(made.me))
      return () => requestLeave(ctx, { signupId: signup.id, leaveOn: shanghaiDay(session.startsAt), part: 'afternoon' })
    }),
  )
  const { won, refused } = await race(deeds)
  expect(won).toHaveLength(2)
  expect(new Set(refused)).toEqual(new Set(['leave-insufficient']))
  const ctx = await systemCtx(app)
  expect(await readBalances(ctx, made.me.id)).toMatchObject({ leaveMinutes: 0, leaveHeldMinutes: 480 })
  expect((await proveLedger(ctx, invariants)).invariants.filter(({ violations }) => violations > 0)).toEqual([])
})
