import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { ask, asMe, askAndApprove, leaveScene } from '../../../../test/support/leave.ts'
import { actorOf } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances } from '../ledger/index.ts'
import { cancelLeave } from './cancel-leave.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('cancelLeave', () => {
  it('gives the minutes back, whether decided or not, and lets the person ask again', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await askAndApprove(ctx, scene, 'day')
      expect(await cancelLeave(asMe(ctx, scene), id)).toMatchObject({ state: 'cancelled' })
      expect(await readBalances(ctx, scene.me.id)).toMatchObject({ leaveMinutes: 480, leaveHeldMinutes: 0 })
      expect(await ask(ctx, scene)).toMatchObject({ state: 'requested', minutes: 240 })
    }))

  it('is refused once the day has begun, and a second time', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await ask(ctx, scene)
      const sameDay = asMe(ctx, scene, addMinutes(scene.session.startsAt, -300))
      await expect(cancelLeave(sameDay, id)).rejects.toMatchObject({ code: 'leave-day-passed' })
      await cancelLeave(asMe(ctx, scene), id)
      await expect(cancelLeave(asMe(ctx, scene), id)).rejects.toMatchObject({ code: 'leave-state', data: { state: 'cancelled' } })
    }))

  it('finds nobody else’s, and refuses who has no login', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await ask(ctx, scene)
      await expect(cancelLeave(actingAs(ctx, actorOf(scene.host), scene.before), id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(cancelLeave(actingAs(ctx, { kind: 'anonymous' }), id)).rejects.toMatchObject({ code: 'login-required' })
    }))
})
