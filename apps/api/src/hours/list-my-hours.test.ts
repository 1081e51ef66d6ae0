import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, attend, makeScene, minute } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { issue } from '../../../../test/support/hours.ts'
import { actorOf } from '../../../../test/support/people.ts'
import { openSessionOf, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { listMyHours } from './list-my-hours.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('listMyHours', () => {
  it('shows my sessions from scan to ledger, the newest first, page by page', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      const who = scene.people[0]!
      const next = { ...scene, session: await openSessionOf(ctx, scene.project, { startsAt: minute(scene, 1440), capacity: null }) }
      await signUpOf(ctx, next.session, who.id)
      const { journalId } = await issue(ctx, scene, { who })
      await issue(ctx, scene, { who: scene.people[1]! })
      await attend(ctx, next, { who, from: 0 })
      const me = actingAs(ctx, actorOf(who))
      const first = await listMyHours(me, { limit: 1 })
      expect(first.items).toMatchObject([{ sessionId: next.session.id, state: 'attended', grade: 'B', minutes: null, journalId: null }])
      const second = await listMyHours(me, { limit: 1, cursor: first.nextCursor! })
      expect(second).toMatchObject({
        items: [{ sessionId: scene.session.id, state: 'issued', grade: 'A', minutes: 180, journalId }],
        nextCursor: null,
      })
    }))

  it('refuses the wrong role: nobody without a login has hours', () =>
    inTest((ctx) =>
      expect(listMyHours(actingAs(ctx, { kind: 'anonymous' }), { limit: 20 })).rejects.toMatchObject({ code: 'login-required' }),
    ))
})
