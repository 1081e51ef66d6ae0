import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, attend, codeAt, makeScene, minute, scan } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { openSessionOf, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { cancelSession } from '../project/cancel-session.ts'
import { cancelSignup } from '../signup/index.ts'
import { attendancesOf, scansOf } from './index.ts'
import { scanCode } from './scan-code.ts'
import { scan as scanTable } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)
const attempts = async (ctx: Ctx, employeeId: string) => {
  const rows = await ctx.db.select().from(scanTable).where(eq(scanTable.employeeId, employeeId)).orderBy(scanTable.id)
  return rows.map(({ kind, accepted, refusal }) => ({ kind, accepted, refusal }))
}

describe('scanCode', () => {
  it('checks a person in and out, and records both scans under their login', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const [who] = scene.people
      const arrived = await scan(ctx, scene, { by: who!, kind: 'in', after: -10 })
      expect(arrived).toMatchObject({
        kind: 'in',
        repeated: false,
        sessionId: scene.session.id,
        inAt: minute(scene, -10).toISOString(),
        outAt: null,
      })
      const left = await scan(ctx, scene, { by: who!, kind: 'out', after: 185 })
      expect(left).toMatchObject({ attendanceId: arrived.attendanceId, repeated: false, outAt: minute(scene, 185).toISOString() })
      const [first] = await ctx.db.select().from(scanTable).where(eq(scanTable.employeeId, who!.id)).orderBy(scanTable.id)
      expect(first).toMatchObject({ means: 'code', accepted: true, loginId: actorOf(who!).loginId, byEmployeeId: null })
      expect(await tracesOf(ctx, first!.id)).toMatchObject([{ action: 'code.scanned', actorId: who!.id }])
    }))

  it('answers a repeat with the first time, and changes nothing', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const [who] = scene.people
      const first = await scan(ctx, scene, { by: who!, kind: 'in', after: -10 })
      expect(await scan(ctx, scene, { by: who!, kind: 'in', after: 5 })).toEqual({ ...first, repeated: true })
      const left = await scan(ctx, scene, { by: who!, kind: 'out', after: 100 })
      expect(await scan(ctx, scene, { by: who!, kind: 'out', after: 170 })).toEqual({ ...left, repeated: true })
      expect(await scansOf(ctx, { sessionId: scene.session.id, employeeId: who!.id })).toHaveLength(4)
    }))

  it('takes somebody who left by mistake back in, and keeps the first arrival and the last leaving', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const [who] = scene.people
      await attend(ctx, scene, { who: who!, from: 0, to: 5 })
      const back = await scan(ctx, scene, { by: who!, kind: 'in', after: 6 })
      expect(back).toMatchObject({ repeated: false, inAt: minute(scene, 0).toISOString(), outAt: null })
      await scan(ctx, scene, { by: who!, kind: 'out', after: 180 })
      expect(await attendancesOf(ctx, scene.session.id)).toMatchObject([{ inAt: minute(scene, 0), outAt: minute(scene, 180) }])
    }))

  it('refuses what is no code of ours, and records even that', () =>
    inTest(async (ctx) => {
      const who = await makeEmployee(ctx)
      await expect(scanCode(actingAs(ctx, actorOf(who)), { code: 'https://example.com' })).rejects.toMatchObject({
        code: 'code-unreadable',
        keepsWrites: true,
      })
      expect(await attempts(ctx, who.id)).toEqual([{ kind: null, accepted: false, refusal: 'code-unreadable' }])
    }))

  it('refuses a screenshot older than its life', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const actor = actorOf(scene.people[0]!)
      const shown = minute(scene, 0)
      const code = codeAt(ctx, scene.session, { kind: 'in', at: shown })
      const after = (seconds: number) => actingAs(ctx, actor, new Date(shown.getTime() + seconds * 1000))
      await expect(scanCode(after(45), { code })).rejects.toMatchObject({ code: 'code-expired' })
      expect(await scanCode(after(44), { code })).toMatchObject({ repeated: false })
    }))

  it('refuses people without a place, each with the reason', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { capacity: 1 })
      const [stranger, waiting] = [await makeEmployee(ctx), await makeEmployee(ctx)]
      await signUpOf(ctx, scene.session, (await makeEmployee(ctx)).id)
      await signUpOf(ctx, scene.session, waiting.id)
      await expect(scan(ctx, scene, { by: stranger, kind: 'in', after: 0 })).rejects.toMatchObject({ code: 'not-signed-up' })
      await expect(scan(ctx, scene, { by: waiting, kind: 'in', after: 0 })).rejects.toMatchObject({
        code: 'still-waitlisted',
        data: { position: 2 },
      })
      expect(await attempts(ctx, waiting.id)).toEqual([{ kind: 'in', accepted: false, refusal: 'still-waitlisted' }])
      expect(await attendancesOf(ctx, scene.session.id)).toEqual([])
    }))

  it('refuses a place given back, until the person has signed up again', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 0 })
      const who = await makeEmployee(ctx)
      const { id } = await signUpOf(ctx, scene.session, who.id)
      await cancelSignup(actingAs(ctx, actorOf(who), minute(scene, -60)), id)
      await expect(scan(ctx, scene, { by: who, kind: 'in', after: 0 })).rejects.toMatchObject({ code: 'place-given-back' })
      await signUpOf(ctx, scene.session, who.id)
      expect(await scan(ctx, scene, { by: who, kind: 'in', after: 0 })).toMatchObject({ repeated: false })
    }))

  it('keeps the place of whoever is checked in', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 0 })
      const who = await makeEmployee(ctx)
      const { id } = await signUpOf(ctx, scene.session, who.id)
      await attend(ctx, scene, { who, from: -20 })
      await expect(cancelSignup(actingAs(ctx, actorOf(who), minute(scene, -10)), id)).rejects.toMatchObject({ code: 'already-checked-in' })
    }))

  it('holds to the windows of the policy', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      const [who, late] = scene.people
      await expect(scan(ctx, scene, { by: who!, kind: 'in', after: -31 })).rejects.toMatchObject({
        code: 'too-early',
        data: { opensAt: minute(scene, -30).toISOString() },
      })
      await expect(scan(ctx, scene, { by: late!, kind: 'in', after: 180 })).rejects.toMatchObject({
        code: 'too-late',
        data: { closedAt: minute(scene, 180).toISOString() },
      })
      await attend(ctx, scene, { who: who!, from: -30 })
      await expect(scan(ctx, scene, { by: who!, kind: 'out', after: 300 })).rejects.toMatchObject({ code: 'too-late' })
    }))

  it('refuses a check-out without a check-in', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await expect(scan(ctx, scene, { by: scene.people[0]!, kind: 'out', after: 60 })).rejects.toMatchObject({ code: 'not-checked-in' })
    }))

  it('lets nobody be in two places, and lets a check-out forgotten there hold nobody up once it is over', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const [who] = scene.people
      const next = { session: await openSessionOf(ctx, scene.project, { startsAt: minute(scene, 180), capacity: null }) }
      await signUpOf(ctx, next.session, who!.id)
      await attend(ctx, scene, { who: who! })
      await expect(scan(ctx, next, { by: who!, kind: 'in', after: -1 })).rejects.toMatchObject({
        code: 'checked-in-elsewhere',
        data: { inAt: minute(scene, -5).toISOString() },
      })
      expect(await scan(ctx, next, { by: who!, kind: 'in', after: 0 })).toMatchObject({ repeated: false })
      expect(await scan(ctx, scene, { by: who!, kind: 'out', after: 190 })).toMatchObject({ outAt: minute(scene, 190).toISOString() })
    }))

  it('holds nobody to a session that was cancelled while they stood there', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const [who] = scene.people
      const next = { session: await openSessionOf(ctx, scene.project, { startsAt: minute(scene, 200), capacity: null }) }
      await signUpOf(ctx, next.session, who!.id)
      await attend(ctx, scene, { who: who!, from: -20 })
      await cancelSession(actingAs(ctx, actorOf(scene.host), minute(scene, -10)), scene.session.id, { reason: '暴雨' })
      expect(await scan(ctx, next, { by: who!, kind: 'in', after: 175 })).toMatchObject({ repeated: false })
    }))

  it('refuses a session that was cancelled', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      await cancelSession(actingAs(ctx, actorOf(scene.host), minute(scene, -60)), scene.session.id, { reason: '台风' })
      await expect(scan(ctx, scene, { by: scene.people[0]!, kind: 'in', after: 0 })).rejects.toMatchObject({
        code: 'session-cancelled',
        data: { reason: '台风' },
      })
    }))

  it('refuses the wrong role: nobody scans without a login', () =>
    inTest((ctx) =>
      expect(scanCode(actingAs(ctx, { kind: 'anonymous' }), { code: 'YJ1' })).rejects.toMatchObject({ code: 'login-required' }),
    ))
})
