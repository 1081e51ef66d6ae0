import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { makeEmployee } from '../../../../test/support/people.ts'
import { as, openSessionOf, projectScene, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import { cancelSignup } from './cancel-sign-up.ts'
import { listRoster } from './list-roster.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

describe('listRoster', () => {
  it('lists confirmed people by name, the queue in order, then who cancelled late, cut into pages', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'published')
      const session = await openSessionOf(ctx, project, { capacity: 3, lateCancelAt: addMinutes(ctx.now, -1) })
      const inTime = await makeEmployee(ctx, { name: 'Z' })
      const { id } = await signUpOf(ctx, session, inTime.id)
      await cancelSignup({ ...as(ctx, inTime), now: addMinutes(ctx.now, -2) }, id)
      for (const name of ['C', 'L', 'A', 'Q', 'B', 'P']) {
        const person = await makeEmployee(ctx, { name })
        const made = await signUpOf(ctx, session, person.id)
        if (name === 'L') await cancelSignup(as(ctx, person), made.id)
      }
      const lines = []
      let cursor: string | undefined
      do {
        const page = await listRoster(asHost, session.id, { limit: 2, cursor })
        lines.push(...page.items)
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(lines.map(({ person, state, waitlistPosition, lateCancel }) => [person.name, state, waitlistPosition, lateCancel])).toEqual([
        ['A', 'confirmed', null, false],
        ['C', 'confirmed', null, false],
        ['Q', 'confirmed', null, false],
        ['B', 'waitlisted', 1, false],
        ['P', 'waitlisted', 2, false],
        ['L', 'cancelled', null, true],
      ])
    }))

  it('tells people of one name apart', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, asHost } = await projectScene(ctx, 'published')
      const session = await openSessionOf(ctx, project)
      const made: string[] = []
      for (let n = 0; n < 3; n++) made.push((await signUpOf(ctx, session, (await makeEmployee(ctx, { name: '王伟' })).id)).id)
      const first = await listRoster(asHost, session.id, { limit: 2 })
      const second = await listRoster(asHost, session.id, { limit: 2, cursor: first.nextCursor ?? undefined })
      expect([...first.items, ...second.items].map(({ signupId }) => signupId)).toEqual(made)
    }))

  it('refuses the wrong role', () =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      const { project, stranger, asLead, asStranger } = await projectScene(ctx, 'published')
      const session = await openSessionOf(ctx, project)
      await signUpOf(ctx, session, stranger.id)
      await expect(listRoster(asLead, session.id, { limit: 20 })).rejects.toMatchObject({ code: 'host-required' })
      await expect(listRoster(asStranger, session.id, { limit: 20 })).rejects.toMatchObject({ code: 'host-required' })
    }))
})
