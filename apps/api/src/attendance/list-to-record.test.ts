import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, attend, makeScene } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { listToRecord } from './list-to-record.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('listToRecord', () => {
  it('goes through everybody who is expected, page by page, people of one name too', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 0 })
      const people = []
      for (const name of ['王伟', '陈小禾', '王伟', '李想', '白露']) people.push(await makeEmployee(ctx, { name }))
      for (const { id } of people) await signUpOf({ ...ctx, now: new Date('2026-11-01T02:00:00.000Z') }, scene.session, id)
      const asHost = actingAs(ctx, actorOf(scene.host))
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await listToRecord(asHost, scene.session.id, { kind: 'in', limit: 2, cursor })
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(seen).toHaveLength(5)
      expect(new Set(seen)).toEqual(new Set(people.map(({ id }) => id)))
    }))

  it('offers for a check-in who is not there yet, for a check-out who is there still, and never the host', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 3 })
      const [came, left, missing] = scene.people
      await signUpOf({ ...ctx, now: new Date('2026-11-01T02:00:00.000Z') }, scene.session, scene.host.id)
      await attend(ctx, scene, { who: came! })
      await attend(ctx, scene, { who: left!, to: 180 })
      const asHost = actingAs(ctx, actorOf(scene.host))
      const ids = async (kind: 'in' | 'out') =>
        (await listToRecord(asHost, scene.session.id, { kind, limit: 20 })).items.map(({ id }) => id)
      expect(await ids('in')).toEqual([missing!.id])
      expect(await ids('out')).toEqual([came!.id])
    }))

  it('finds people by parts of name and department, and takes signs of the database for what they are', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 0 })
      const before = { ...ctx, now: new Date('2026-11-01T02:00:00.000Z') }
      for (const [name, department] of [
        ['陈小禾', '技术工程'],
        ['陈静', '产品设计'],
      ] as const)
        await signUpOf(before, scene.session, (await makeEmployee(ctx, { name, department })).id)
      const found = async (search: string) =>
        (await listToRecord(actingAs(ctx, actorOf(scene.host)), scene.session.id, { kind: 'in', limit: 20, search })).items.map(
          ({ name }) => name,
        )
      expect((await found('陈')).toSorted()).toEqual(['陈小禾', '陈静'].toSorted())
      expect(await found('小禾 技术')).toEqual(['陈小禾'])
      expect(await found('%')).toEqual([])
    }))

  it('refuses the wrong role: who does not host sees no names', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const asked = listToRecord(actingAs(ctx, actorOf(scene.people[0]!)), scene.session.id, { kind: 'in', limit: 20 })
      await expect(asked).rejects.toMatchObject({ code: 'host-required' })
    }))
})
