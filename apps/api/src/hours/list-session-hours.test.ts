import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, attend, makeScene, minute } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asHost, issue } from '../../../../test/support/hours.ts'
import { actorOf } from '../../../../test/support/people.ts'
import { signUpOf } from '../../../../test/support/projects.ts'
import { effortOf } from '../../../../test/support/statements.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { listSessionHours } from './list-session-hours.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('listSessionHours', () => {
  it('shows everybody in order of arrival, with what is proposed and what needs a word', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      await signUpOf(ctx, scene.session, scene.host.id)
      await attend(ctx, scene, { who: scene.people[0]!, from: 60, to: 100 })
      await attend(ctx, scene, { who: scene.people[1]!, from: 90 })
      await attend(ctx, scene, { who: scene.host, from: 0, to: 180 })
      const { items, nextCursor } = await listSessionHours(asHost(ctx, scene), scene.session.id, { limit: 20 })
      expect(nextCursor).toBeNull()
      expect(items).toMatchObject([
        { proposedMinutes: 40, minutes: null, state: 'attended', grade: 'A', reasonNeededFor: ['short-presence'], ownHours: false },
        { proposedMinutes: 90, outAt: null, grade: 'B', reasonNeededFor: ['short-presence', 'no-check-out'], ownHours: false },
        { proposedMinutes: 180, person: { id: scene.host.id }, reasonNeededFor: [], ownHours: true },
      ])
    }))

  it('follows hours to their issue', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await issue(ctx, scene, { who: scene.people[0]!, minutes: 150 })
      const { items } = await listSessionHours(asHost(ctx, scene), scene.session.id, { limit: 20 })
      expect(items).toMatchObject([
        {
          state: 'issued',
          minutes: 150,
          reason: '核对后确认',
          completedBy: { id: scene.host.id },
          issuedBy: { id: scene.host.id },
          issuedAt: minute(scene, 181).toISOString(),
        },
      ])
    }))

  it('comes in pages, at the same cost whatever their number', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 5 })
      const arrived = []
      for (const who of scene.people) arrived.push(await attend(ctx, scene, { who }))
      const first = await listSessionHours(asHost(ctx, scene), scene.session.id, { limit: 3 })
      const second = await listSessionHours(asHost(ctx, scene), scene.session.id, { limit: 3, cursor: first.nextCursor! })
      expect([...first.items, ...second.items].map((line) => line.attendanceId)).toEqual(arrived)
      expect(second.nextCursor).toBeNull()
      const cost = (limit: number) => effortOf(ctx, () => listSessionHours(asHost(ctx, scene), scene.session.id, { limit }))
      expect((await cost(5)).statements).toBe((await cost(1)).statements)
    }))

  it('refuses the wrong role: participants do not see each other’s hours', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const asked = listSessionHours(actingAs(ctx, actorOf(scene.people[0]!)), scene.session.id, { limit: 20 })
      await expect(asked).rejects.toMatchObject({ code: 'host-required' })
    }))
})
