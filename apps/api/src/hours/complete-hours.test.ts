import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scene, actingAs, attend, makeScene, minute } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf } from '../../../../test/support/people.ts'
import { openSessionOf, signUpOf } from '../../../../test/support/projects.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { cancelSession } from '../project/cancel-session.ts'
import { completeHours } from './complete-hours.ts'
import { issueHours } from './issue-hours.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)
const byHost = (ctx: Ctx, scene: Scene, after = 181) => actingAs(ctx, actorOf(scene.host), minute(scene, after))

describe('completeHours', () => {
  it('confirms the proposed minutes of everybody at once', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      const whole = await attend(ctx, scene, { who: scene.people[0]!, to: 185 })
      const half = await attend(ctx, scene, { who: scene.people[1]!, from: 60, to: 185 })
      const { items } = await completeHours(byHost(ctx, scene), scene.session.id, [
        { attendanceId: whole, minutes: 180 },
        { attendanceId: half, minutes: 120 },
      ])
      expect(items).toMatchObject([
        { attendanceId: whole, proposedMinutes: 180, minutes: 180, grade: 'A', state: 'completed', ownHours: false, reasonNeededFor: [] },
        { attendanceId: half, proposedMinutes: 120, minutes: 120, state: 'completed', completedBy: { id: scene.host.id }, issuedAt: null },
      ])
      expect(await tracesOf(ctx, scene.session.id)).toMatchObject([
        { action: 'hours.completed', actorId: scene.host.id, detail: { items: [{ minutes: 180 }, { attendanceId: half, minutes: 120 }] } },
      ])
    }))

  it('asks for a reason below sixty percent, for a forgotten check-out and for other minutes', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 3 })
      const short = await attend(ctx, scene, { who: scene.people[0]!, from: 0, to: 107 })
      const forgot = await attend(ctx, scene, { who: scene.people[1]!, from: 0 })
      const whole = await attend(ctx, scene, { who: scene.people[2]!, from: 0, to: 180 })
      const confirm = (attendanceId: string, minutes: number, reason?: string) =>
        completeHours(byHost(ctx, scene), scene.session.id, [{ attendanceId, minutes, ...(reason === undefined ? {} : { reason }) }])
      await expect(confirm(short, 107)).rejects.toMatchObject({ code: 'minutes-reason-required', data: { cause: 'short-presence' } })
      await expect(confirm(forgot, 180)).rejects.toMatchObject({ code: 'minutes-reason-required', data: { cause: 'no-check-out' } })
      await expect(confirm(whole, 170)).rejects.toMatchObject({ code: 'minutes-reason-required', data: { cause: 'changed' } })
      expect((await confirm(short, 107, '临时接孩子')).items).toMatchObject([
        { minutes: 107, reason: '临时接孩子', reasonNeededFor: ['short-presence'] },
      ])
      expect((await confirm(forgot, 180, '全程在场，忘记签退')).items).toMatchObject([{ minutes: 180, grade: 'B' }])
    }))

  it('confirms all or none', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx, { people: 2 })
      const fine = await attend(ctx, scene, { who: scene.people[0]!, to: 180 })
      const faulty = await attend(ctx, scene, { who: scene.people[1]!, to: 180 })
      const items = [
        { attendanceId: fine, minutes: 180 },
        { attendanceId: faulty, minutes: 181, reason: '加班' },
      ]
      await expect(completeHours(byHost(ctx, scene), scene.session.id, items)).rejects.toMatchObject({
        code: 'minutes-above-session',
        data: { minutes: 181, sessionMinutes: 180 },
      })
      await expect(issueHours(byHost(ctx, scene), scene.session.id)).rejects.toMatchObject({ code: 'nothing-to-issue' })
    }))

  it('confirms anew until the hours are issued', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const attendanceId = await attend(ctx, scene, { who: scene.people[0]!, to: 180 })
      const confirm = (minutes: number) =>
        completeHours(byHost(ctx, scene), scene.session.id, [{ attendanceId, minutes, reason: '核对后调整' }])
      await confirm(170)
      expect((await confirm(160)).items).toMatchObject([{ minutes: 160, state: 'completed' }])
      await issueHours(byHost(ctx, scene), scene.session.id)
      await expect(confirm(150)).rejects.toMatchObject({ code: 'hours-state', data: { state: 'issued' } })
    }))

  it('opens at the end of the session', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const attendanceId = await attend(ctx, scene, { who: scene.people[0]!, to: 170 })
      const confirm = (after: number) => completeHours(byHost(ctx, scene, after), scene.session.id, [{ attendanceId, minutes: 170 }])
      await expect(confirm(179)).rejects.toMatchObject({ code: 'session-not-over', data: { endsAt: minute(scene, 180).toISOString() } })
      expect((await confirm(180)).items).toHaveLength(1)
    }))

  it('refuses a session that was cancelled', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const attendanceId = await attend(ctx, scene, { who: scene.people[0]!, from: -20 })
      await cancelSession(byHost(ctx, scene, -10), scene.session.id, { reason: '台风' })
      await expect(completeHours(byHost(ctx, scene), scene.session.id, [{ attendanceId, minutes: 0 }])).rejects.toMatchObject({
        code: 'session-cancelled',
      })
    }))

  it('counts the whole day of a person, over all sessions, up to the daily maximum', () =>
    inTest(async (ctx) => {
      const morning = await makeScene(ctx, { startsAt: new Date('2026-11-19T16:00:00.000Z'), minutes: 600 })
      const who = morning.people[0]!
      const evening = {
        ...morning,
        session: await openSessionOf(ctx, morning.project, { startsAt: minute(morning, 600), minutes: 600, capacity: null }),
      }
      await signUpOf(ctx, evening.session, who.id)
      const [first, second] = [await attend(ctx, morning, { who, to: 600 }), await attend(ctx, evening, { who, from: 0, to: 600 })]
      const late = (minutes: number) =>
        completeHours(byHost(ctx, evening, 601), evening.session.id, [{ attendanceId: second, minutes, reason: '实际服务' }])
      await completeHours(byHost(ctx, morning, 601), morning.session.id, [{ attendanceId: first, minutes: 600 }])
      await expect(late(361)).rejects.toMatchObject({
        code: 'daily-limit',
        data: { name: who.name, day: '2026-11-20', limitMinutes: 960, wouldBeMinutes: 961 },
      })
      expect((await late(360)).items).toMatchObject([{ minutes: 360 }])
    }))

  it('knows only who checked in at this session', () =>
    inTest(async (ctx) => {
      const [scene, other] = [await makeScene(ctx), await makeScene(ctx)]
      const attendanceId = await attend(ctx, other, { who: other.people[0]!, to: 180 })
      await expect(completeHours(byHost(ctx, scene), scene.session.id, [{ attendanceId, minutes: 180 }])).rejects.toMatchObject({
        code: 'not-found',
      })
    }))

  it('refuses the wrong role: neither participant nor branch lead confirms', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const attendanceId = await attend(ctx, scene, { who: scene.people[0]!, to: 180 })
      for (const actor of [actorOf(scene.people[0]!), actorOf(scene.lead, { leads: scene.branch })]) {
        const asked = completeHours(actingAs(ctx, actor, minute(scene, 181)), scene.session.id, [{ attendanceId, minutes: 180 }])
        await expect(asked).rejects.toMatchObject({ code: 'host-required' })
      }
    }))
})
