import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { anotherPlace, ask, asMe, askAndApprove, leaveScene } from '../../../../test/support/leave.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { actorOf } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances } from '../ledger/index.ts'
import { cancelSession } from '../project/cancel-session.ts'
import { updateSession } from '../project/repo.ts'
import { cancelSignup } from '../signup/index.ts'
import { endLeaveDay } from './end-leave-day.ts'
import { leaveById } from './read.ts'
import { returnForSession, returnForSignup, returnIfMoved } from './return-leave.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('leave.returned') })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)
const system = { kind: 'system', job: 'test' } as const

describe('leave follows its reason', () => {
  it('comes back when the sign-up is cancelled, once', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await askAndApprove(ctx, scene)
      const signupId = scene.signup.id
      await cancelSignup(asMe(ctx, scene), signupId)
      for (let told = 0; told < 2; told++) await returnForSignup(actingAs(ctx, system, scene.before), { signupId })
      expect(await leaveById(ctx, id)).toMatchObject({ state: 'returned', returnCause: 'signup-cancelled' })
      expect(await readBalances(ctx, scene.me.id)).toMatchObject({ leaveMinutes: 480, leaveHeldMinutes: 0 })
      expect(await messagesOf(ctx, 'leave.returned', id)).toEqual([{ leaveId: id }])
    }))

  it('comes back when the session is cancelled', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await ask(ctx, scene)
      await cancelSession(actingAs(ctx, actorOf(scene.host), scene.before), scene.session.id, { reason: '台风' })
      await returnForSession(actingAs(ctx, system, scene.before), { sessionId: scene.session.id })
      expect(await leaveById(ctx, id)).toMatchObject({ state: 'returned', returnCause: 'session-cancelled' })
    }))

  it('comes back when the session moves to another day, and stays when only the hour changes', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await ask(ctx, scene)
      const sessionId = scene.session.id
      const told = actingAs(ctx, system, scene.before)
      const { startsAt, endsAt } = scene.session
      await updateSession(ctx, sessionId, { startsAt: addMinutes(startsAt, 60), endsAt: addMinutes(endsAt, 60) })
      await returnIfMoved(told, { sessionId })
      expect(await leaveById(ctx, id)).toMatchObject({ state: 'requested' })
      await updateSession(ctx, sessionId, { startsAt: addMinutes(startsAt, 1440), endsAt: addMinutes(endsAt, 1440) })
      await returnIfMoved(told, { sessionId })
      expect(await leaveById(ctx, id)).toMatchObject({ state: 'returned', returnCause: 'session-moved' })
    }))

  it('refuses people: only the system returns leave', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await ask(ctx, scene)
      await expect(returnForSignup(asMe(ctx, scene), { signupId: scene.signup.id })).rejects.toMatchObject({ code: 'role-required' })
      await expect(endLeaveDay(asMe(ctx, scene), { leaveId: id })).rejects.toMatchObject({ code: 'role-required' })
    }))
})

describe('the end of the day', () => {
  it('uses what was approved, once', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id: leaveId } = await askAndApprove(ctx, scene)
      const after = actingAs(ctx, system, addMinutes(scene.session.startsAt, 1440))
      for (let told = 0; told < 2; told++) await endLeaveDay(after, { leaveId })
      expect(await leaveById(ctx, leaveId)).toMatchObject({ state: 'used' })
      expect(await readBalances(ctx, scene.me.id)).toMatchObject({ leaveMinutes: 240, leaveHeldMinutes: 0 })
    }))

  it('returns what nobody decided; to a year that has gone it comes back too late', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx, new Date('2026-12-31T06:00:00.000Z'))
      const { id: leaveId } = await ask(ctx, scene)
      // The new year has begun for the person before the message is heard.
      const next = await leaveScene(ctx, new Date('2027-01-20T06:00:00.000Z'))
      await ask(ctx, { ...next, me: scene.me }, await anotherPlace(ctx, { ...next, me: scene.me }, 1))
      await endLeaveDay(actingAs(ctx, system, new Date('2027-01-12T06:00:00.000Z')), { leaveId })
      expect(await leaveById(ctx, leaveId)).toMatchObject({ state: 'returned', returnCause: 'undecided' })
      expect(await readBalances(ctx, scene.me.id)).toMatchObject({ leaveMinutes: 240, leaveHeldMinutes: 240 })
    }))

  it('leaves alone what ended before', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id: leaveId } = await ask(ctx, scene)
      await returnForSignup(actingAs(ctx, system, scene.before), { signupId: scene.signup.id })
      await endLeaveDay(actingAs(ctx, system, addMinutes(scene.session.startsAt, 1440)), { leaveId })
      expect(await leaveById(ctx, leaveId)).toMatchObject({ state: 'returned', returnCause: 'signup-cancelled' })
    }))
})
