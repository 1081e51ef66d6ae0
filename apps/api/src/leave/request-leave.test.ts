import { addMinutes } from '@yijian/shared/kernel/time'
import { leave } from '@yijian/shared/leave/shapes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { actingAs } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { anotherPlace, ask, asMe, leaveScene } from '../../../../test/support/leave.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances } from '../ledger/index.ts'
import { cancelSession } from '../project/cancel-session.ts'
import { getMyLeave } from './get-my-leave.ts'
import { requestLeave } from './request-leave.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('leave.requested', 'leave.day-over', 'leave.year-over') })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('requestLeave', () => {
  it('sets the minutes aside, leaves a trace, and lets a message wait for the end of the day', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const asked = await ask(ctx, scene)
      expect(z.parse(leave, asked)).toEqual(asked)
      expect(asked).toMatchObject({ state: 'requested', leaveOn: '2026-11-20', part: 'afternoon', minutes: 240, signupId: scene.signup.id })
      expect(await readBalances(ctx, scene.me.id)).toMatchObject({ leaveMinutes: 240, leaveHeldMinutes: 240 })
      expect(await tracesOf(ctx, asked.id)).toMatchObject([{ action: 'leave.requested', detail: { minutes: 240 } }])
      expect(await messagesOf(ctx, 'leave.requested', asked.id)).toHaveLength(1)
      expect(await messagesOf(ctx, 'leave.day-over', asked.id)).toHaveLength(1)
    }))

  it('grants the allowance of a year once, and lets what is left of the former year lapse', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      await ask(ctx, scene)
      const next = await leaveScene(ctx, new Date('2027-03-05T06:00:00.000Z'))
      const there = { ...next, me: scene.me }
      const { signup, session } = await anotherPlace(ctx, there, 1)
      await ask(ctx, there, { part: 'day', signup, session })
      // 240 of 2026 are set aside still, 240 lapsed, 480 of 2027 are asked for.
      expect(await readBalances(ctx, scene.me.id)).toMatchObject({ leaveMinutes: 0, leaveHeldMinutes: 720 })
      expect(await getMyLeave(asMe(ctx, there))).toMatchObject({ year: 2027, allowanceMinutes: 480, leftMinutes: 0, heldMinutes: 480 })
    }))

  it('refuses more than is left, and a second request for one sign-up', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      await ask(ctx, scene)
      await expect(ask(ctx, scene, { part: 'morning' })).rejects.toMatchObject({ code: 'leave-already-asked' })
      const later = await anotherPlace(ctx, scene, 3)
      await expect(ask(ctx, scene, { part: 'day', ...later })).rejects.toMatchObject({
        code: 'leave-insufficient',
        data: { wantedMinutes: 480, availableMinutes: 240, year: 2026 },
      })
      expect(await ask(ctx, scene, { part: 'morning', ...later })).toMatchObject({ minutes: 240 })
    }))

  it('refuses a day too far ahead, a day that is over, and another day than the session’s', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const body = { signupId: scene.signup.id, leaveOn: '2026-11-20', part: 'day' as const }
      await expect(requestLeave(asMe(ctx, scene), { ...body, leaveOn: '2026-11-21' })).rejects.toMatchObject({ code: 'leave-day-mismatch' })
      const over = asMe(ctx, scene, addMinutes(scene.session.startsAt, 1440))
      await expect(requestLeave(over, body)).rejects.toMatchObject({ code: 'leave-day-passed' })
      const far = await leaveScene(ctx, new Date('2028-01-05T06:00:00.000Z'))
      const asked = requestLeave(asMe(ctx, far, scene.before), { signupId: far.signup.id, leaveOn: '2028-01-05', part: 'day' })
      await expect(asked).rejects.toMatchObject({ code: 'leave-year-ahead', data: { from: '2027-01-01' } })
    }))

  it('refuses what is no confirmed place: a cancelled session, or somebody else’s sign-up', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const other = await makeEmployee(ctx)
      const theirs = requestLeave(actingAs(ctx, actorOf(other), scene.before), {
        signupId: scene.signup.id,
        leaveOn: '2026-11-20',
        part: 'day',
      })
      await expect(theirs).rejects.toMatchObject({ code: 'not-found' })
      await cancelSession(actingAs(ctx, actorOf(scene.host), scene.before), scene.session.id, { reason: '台风' })
      await expect(ask(ctx, scene)).rejects.toMatchObject({ code: 'session-cancelled', data: { reason: '台风' } })
    }))

  it('refuses the wrong role: nobody without a login has leave', () =>
    inTest((ctx) =>
      expect(
        requestLeave(actingAs(ctx, { kind: 'anonymous' }), { signupId: 'sgn_0000000000000', leaveOn: '2026-11-20', part: 'day' }),
      ).rejects.toMatchObject({ code: 'login-required' }),
    ))
})
