import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, makeScene, minute } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { cancelSession } from '../project/cancel-session.ts'
import { getSessionCode } from './get-session-code.ts'
import { scanCode } from './scan-code.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('getSessionCode', () => {
  it('shows a code that checks people in, and says when the next one is due', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const now = new Date(minute(scene, 0).getTime() + 7000)
      const shown = await getSessionCode(actingAs(ctx, actorOf(scene.host), now), { sessionId: scene.session.id, kind: 'in' })
      expect(shown).toMatchObject({
        now: '2026-11-20T06:00:07.000Z',
        nextAt: '2026-11-20T06:00:15.000Z',
        goodUntil: '2026-11-20T06:00:45.000Z',
        opensAt: '2026-11-20T05:30:00.000Z',
        closesAt: '2026-11-20T09:00:00.000Z',
      })
      expect(await scanCode(actingAs(ctx, actorOf(scene.people[0]!), now), { code: shown.code })).toMatchObject({
        kind: 'in',
        repeated: false,
      })
    }))

  it('shows check-out its own code and window', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const host = actingAs(ctx, actorOf(scene.host), minute(scene, 170))
      const [into, out] = [
        await getSessionCode(host, { sessionId: scene.session.id, kind: 'in' }),
        await getSessionCode(host, { sessionId: scene.session.id, kind: 'out' }),
      ]
      expect(out).toMatchObject({ kind: 'out', closesAt: '2026-11-20T11:00:00.000Z' })
      expect(out.code).not.toBe(into.code)
    }))

  it('shows nothing for a session that was cancelled', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const host = actingAs(ctx, actorOf(scene.host), minute(scene, -60))
      await cancelSession(host, scene.session.id, { reason: '台风' })
      await expect(getSessionCode(host, { sessionId: scene.session.id, kind: 'in' })).rejects.toMatchObject({ code: 'session-cancelled' })
    }))

  it('refuses the wrong role: participants and leads see no code', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      for (const person of [scene.people[0]!, scene.lead]) {
        const asked = getSessionCode(actingAs(ctx, actorOf(person, { leads: scene.branch })), { sessionId: scene.session.id, kind: 'in' })
        await expect(asked).rejects.toMatchObject({ code: 'host-required' })
      }
    }))
})
