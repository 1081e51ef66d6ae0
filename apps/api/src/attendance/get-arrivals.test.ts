import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, attend, makeScene, minute } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf } from '../../../../test/support/people.ts'
import { effortOf } from '../../../../test/support/statements.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { getArrivals } from './get-arrivals.ts'
import { arrivalsOf } from './read.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('getArrivals', () => {
  it('shows who came, the newest first, and how many are expected and gone', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 3 })
      const [first, second] = scene.people
      await attend(ctx, scene, { who: first!, from: -10, to: 100 })
      await attend(ctx, scene, { who: second!, from: 0 })
      const arrivals = await getArrivals(actingAs(ctx, actorOf(scene.host)), scene.session.id)
      expect(arrivals).toMatchObject({ arrived: 2, left: 1, confirmed: 3 })
      expect(arrivals.items).toMatchObject([
        { person: { id: second!.id }, inAt: minute(scene, 0).toISOString(), outAt: null, grade: 'B', named: false },
        { person: { id: first!.id }, outAt: minute(scene, 100).toISOString(), grade: 'A' },
      ])
    }))

  it('shows an empty room too', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      expect(await getArrivals(actingAs(ctx, actorOf(scene.host)), scene.session.id)).toEqual({
        arrived: 0,
        left: 0,
        confirmed: 2,
        items: [],
      })
    }))

  it('takes two statements, however many came', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 5 })
      for (const who of scene.people) await attend(ctx, scene, { who })
      expect((await effortOf(ctx, () => arrivalsOf(ctx, scene.session.id))).statements).toBe(2)
    }))

  it('refuses the wrong role: who does not host sees no names', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await expect(getArrivals(actingAs(ctx, actorOf(scene.people[0]!)), scene.session.id)).rejects.toMatchObject({ code: 'host-required' })
    }))
})
