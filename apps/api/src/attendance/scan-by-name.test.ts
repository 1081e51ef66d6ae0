import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scene, actingAs, attend, makeScene, minute } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { arrivalsOf } from './read.ts'
import { scanByName } from './scan-by-name.ts'
import { scan as scanTable } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

interface Naming {
  employeeId: string
  kind?: 'in' | 'out'
  after?: number
  by?: { id: string }
}
const name = (ctx: Ctx, scene: Scene, { employeeId, kind = 'in', after = 0, by = scene.host }: Naming) =>
  scanByName(actingAs(ctx, actorOf(by), minute(scene, after)), { sessionId: scene.session.id, employeeId, kind, reason: '手机没电' })

describe('scanByName', () => {
  it('records somebody in and out without loss of grade, with the host and the reason', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const employeeId = scene.people[0]!.id
      expect(await name(ctx, scene, { employeeId })).toMatchObject({ repeated: false, inAt: minute(scene, 0).toISOString() })
      await name(ctx, scene, { employeeId, kind: 'out', after: 200 })
      expect((await arrivalsOf(ctx, scene.session.id)).items).toMatchObject([{ grade: 'A', named: true }])
      const [row] = await ctx.db.select().from(scanTable).where(eq(scanTable.employeeId, employeeId)).orderBy(scanTable.id)
      expect(row).toMatchObject({ means: 'named', byEmployeeId: scene.host.id, reason: '手机没电', accepted: true })
      expect(await tracesOf(ctx, row!.id)).toMatchObject([
        { action: 'person.recorded', actorId: scene.host.id, detail: { employeeId, reason: '手机没电' } },
      ])
    }))

  it('answers a repeat like a scan does', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const attendanceId = await attend(ctx, scene, { who: scene.people[0]! })
      expect(await name(ctx, scene, { employeeId: scene.people[0]!.id })).toMatchObject({
        attendanceId,
        repeated: true,
        inAt: minute(scene, -5).toISOString(),
      })
    }))

  it('records an arrival as long as check-out goes on, with the lesser grade', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const employeeId = scene.people[0]!.id
      await expect(name(ctx, scene, { employeeId, after: 300 })).rejects.toMatchObject({ code: 'too-late' })
      await expect(name(ctx, scene, { employeeId, after: -31 })).rejects.toMatchObject({ code: 'too-early' })
      await name(ctx, scene, { employeeId, after: 299 })
      expect((await arrivalsOf(ctx, scene.session.id)).items).toMatchObject([{ grade: 'B', named: true }])
    }))

  it('refuses the host’s own name, and records the attempt', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await signUpOf(ctx, scene.session, scene.host.id)
      await expect(name(ctx, scene, { employeeId: scene.host.id })).rejects.toMatchObject({ code: 'own-check-in', keepsWrites: true })
      const rows = await ctx.db.select().from(scanTable).where(eq(scanTable.employeeId, scene.host.id))
      expect(rows).toMatchObject([{ accepted: false, refusal: 'own-check-in' }])
    }))

  it('refuses what a scan would refuse, and names the person', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { capacity: 1 })
      const waiting = await makeEmployee(ctx, { name: '何同学' })
      await signUpOf(ctx, scene.session, waiting.id)
      const stranger = await makeEmployee(ctx, { name: '吴同学' })
      await expect(name(ctx, scene, { employeeId: waiting.id })).rejects.toMatchObject({
        code: 'still-waitlisted',
        data: { name: '何同学' },
      })
      await expect(name(ctx, scene, { employeeId: stranger.id })).rejects.toMatchObject({ code: 'not-signed-up', data: { name: '吴同学' } })
      await expect(name(ctx, scene, { employeeId: scene.people[0]!.id, kind: 'out' })).rejects.toMatchObject({ code: 'not-checked-in' })
    }))

  it('refuses a person who does not exist', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await expect(name(ctx, scene, { employeeId: 'emp_0000000000000' })).rejects.toMatchObject({
        code: 'not-found',
        data: { what: 'employee' },
      })
    }))

  it('refuses the wrong role: a lead of the branch is no host', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await expect(name(ctx, scene, { employeeId: scene.people[0]!.id, by: scene.lead })).rejects.toMatchObject({ code: 'host-required' })
    }))
})
