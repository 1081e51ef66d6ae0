import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { openSessionOf, projectScene, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { cancelSignup } from './cancel-sign-up.ts'
import { listMySignups } from './list-my-signups.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

describe('listMySignups', () => {
  it('lists what lies ahead soonest first and what is over newest first, cut into pages', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, host, stranger, asStranger } = await projectScene(ctx, 'published')
      const ids = new Map<number, string>()
      for (const hours of [50, -1, 20, -30, 90, -60]) {
        const session = await openSessionOf(ctx, project, { startsAt: addMinutes(ctx.now, hours * 60), capacity: 1 })
        if (hours === 90) await signUpOf(ctx, session, host.id)
        ids.set(hours, (await signUpOf(ctx, session, stranger.id)).id)
      }
      const listed = async (when: 'coming' | 'past') => {
        const first = await listMySignups(asStranger, { when, limit: 2 })
        const rest = first.nextCursor === null ? [] : (await listMySignups(asStranger, { when, limit: 9, cursor: first.nextCursor })).items
        return [...first.items, ...rest]
      }
      // The one that began an hour ago still runs.
      const coming = await listed('coming')
      expect(coming.map(({ signup }) => signup.id)).toEqual([-1, 20, 50, 90].map((hours) => ids.get(hours)))
      expect(coming.map(({ signup }) => signup.waitlistPosition)).toEqual([null, null, null, 1])
      expect(coming[0]?.session).toMatchObject({ projectId: project.id, confirmed: 1, capacity: 1 })
      expect((await listed('past')).map(({ signup }) => signup.id)).toEqual([-30, -60].map((hours) => ids.get(hours)))
    }))

  it('takes what I gave back from what lies ahead, and keeps it in the past', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, stranger, asStranger } = await projectScene(ctx, 'published')
      const session = await openSessionOf(ctx, project)
      const { id } = await signUpOf(ctx, session, stranger.id)
      await cancelSignup(asStranger, id)
      expect((await listMySignups(asStranger, { when: 'coming', limit: 20 })).items).toEqual([])
      const afterwards = { ...asStranger, now: session.endsAt }
      expect((await listMySignups(afterwards, { when: 'past', limit: 20 })).items).toMatchObject([{ signup: { id, state: 'cancelled' } }])
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, (ctx) =>
      expect(listMySignups(ctx, { when: 'coming', limit: 20 })).rejects.toMatchObject({ code: 'login-required' }),
    ))
})
