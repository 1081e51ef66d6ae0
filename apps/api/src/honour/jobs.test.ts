import { defaultPolicies } from '@yijian/shared/policy/shapes'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scene, actingAs, attend, makeScene } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asHost, asLead, issue, lookAndCorrect } from '../../../../test/support/hours.ts'
import { actorOf } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { completeHours, issueHours } from '../hours/index.ts'
import { honourListeners } from './jobs.ts'
import { listMyBadges } from './list-my-badges.ts'
import { badge } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

/** What the worker would do with a message. */
async function tell(
  ctx: Ctx,
  topic: 'hours.issued' | 'hours.corrected',
  { attendanceId, who }: { attendanceId: string; who: { id: string } },
): Promise<void> {
  for (const listener of honourListeners.filter((one) => one.topic === topic)) {
    await listener.hear(actingAs(ctx, { kind: 'system', job: listener.name }), {
      attendanceId,
      employeeId: who.id,
      journalId: 'jnl_0000000000000',
    })
  }
}
const held = async (ctx: Ctx, { id }: { id: string }) =>
  (await ctx.db.select().from(badge).where(eq(badge.employeeId, id)).orderBy(badge.id)).map(({ code, suspendedAt, timesUnlocked }) => ({
    code,
    suspended: suspendedAt !== null,
    timesUnlocked,
  }))

/** Ten hours in one session, issued. */
async function tenHours(ctx: Ctx): Promise<{ scene: Scene; who: { id: string }; attendanceId: string }> {
  const scene = await makeScene(ctx, { minutes: 600 })
  const who = scene.people[0]!
  const attendanceId = await attend(ctx, scene, { who, from: 0, to: 600 })
  await completeHours(asHost(ctx, scene, 601), scene.session.id, [{ attendanceId, minutes: 600 }])
  await issueHours(asHost(ctx, scene, 601), scene.session.id)
  return { scene, who, attendanceId }
}

describe('badges', () => {
  it('are unlocked for the person and for the host, once however often they are told', () =>
    inTest(async (ctx) => {
      const { scene, who, attendanceId } = await tenHours(ctx)
      for (let time = 0; time < 3; time++) await tell(ctx, 'hours.issued', { attendanceId, who })
      expect(await held(ctx, who)).toEqual([
        { code: 'first-activity', suspended: false, timesUnlocked: 1 },
        { code: 'minutes-600', suspended: false, timesUnlocked: 1 },
      ])
      expect(await held(ctx, scene.host)).toEqual([{ code: 'first-hosted', suspended: false, timesUnlocked: 1 }])
    }))

  it('say in the audit who got which and by what', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { attendanceId } = await issue(ctx, scene, { who })
      await tell(ctx, 'hours.issued', { attendanceId, who })
      const [row] = await ctx.db.select().from(badge).where(eq(badge.employeeId, who.id))
      expect(row).toMatchObject({ code: 'first-activity', earnedBy: attendanceId })
      expect(await tracesOf(ctx, row!.id)).toEqual([
        { action: 'badge.unlocked', actorId: null, detail: { employeeId: who.id, code: 'first-activity', attendanceId } },
      ])
    }))

  it('are suspended when the facts are taken back and restored when they return', () =>
    inTest(async (ctx) => {
      const { scene, who, attendanceId } = await tenHours(ctx)
      await tell(ctx, 'hours.issued', { attendanceId, who })
      const correct = async (minutes: number) => {
        await lookAndCorrect(asLead(ctx, scene, 602), { attendanceId, minutes })
        await tell(ctx, 'hours.corrected', { attendanceId, who })
      }
      await correct(599)
      expect(await held(ctx, who)).toMatchObject([{ suspended: false }, { code: 'minutes-600', suspended: true }])
      await correct(0)
      expect(await held(ctx, who)).toMatchObject([{ suspended: true }, { suspended: true }])
      expect(await held(ctx, scene.host)).toMatchObject([{ code: 'first-hosted', suspended: true }])
      await correct(600)
      expect(await held(ctx, who)).toEqual([
        { code: 'first-activity', suspended: false, timesUnlocked: 2 },
        { code: 'minutes-600', suspended: false, timesUnlocked: 2 },
      ])
      expect(await held(ctx, scene.host)).toEqual([{ code: 'first-hosted', suspended: false, timesUnlocked: 2 }])
    }))

  it('follow the facts, not the message: one that comes late changes nothing', () =>
    inTest(async (ctx) => {
      const { scene, who, attendanceId } = await tenHours(ctx)
      await lookAndCorrect(asLead(ctx, scene, 602), { attendanceId, minutes: 0 })
      await tell(ctx, 'hours.corrected', { attendanceId, who })
      await tell(ctx, 'hours.issued', { attendanceId, who })
      expect(await held(ctx, who)).toEqual([])
    }))

  it('refuses the wrong role: people give themselves no badges', () =>
    inTest(async (ctx) => {
      const [listener] = honourListeners
      const mine = listener!.hear(actingAs(ctx, actorOf({ id: 'emp_0000000000001' })), {
        attendanceId: 'att_0000000000001',
        employeeId: 'emp_0000000000001',
        journalId: 'jnl_0000000000001',
      })
      await expect(mine).rejects.toMatchObject({ code: 'role-required' })
    }))
})

describe('listMyBadges', () => {
  it('shows all badges with my progress, unlocked ones first', () =>
    inTest(async (ctx) => {
      const { who, attendanceId } = await tenHours(ctx)
      await tell(ctx, 'hours.issued', { attendanceId, who })
      const { items } = await listMyBadges(actingAs(ctx, actorOf(who)))
      expect(items.map(({ code, unlockedAt }) => [code, unlockedAt !== null])).toEqual([
        ['first-activity', true],
        ['minutes-600', true],
        ...defaultPolicies.badge.minuteMilestones.slice(1).map((minutes) => [`minutes-${minutes}`, false]),
        ['first-hosted', false],
        ['first-donation', false],
      ])
      expect(items[2]).toMatchObject({ name: { zh: '公益 50 小时' }, progress: { have: 600, need: 3000, unit: 'minutes' } })
    }))

  it('counts a suspended badge as not unlocked', () =>
    inTest(async (ctx) => {
      const { scene, who, attendanceId } = await tenHours(ctx)
      await tell(ctx, 'hours.issued', { attendanceId, who })
      await lookAndCorrect(asLead(ctx, scene, 602), { attendanceId, minutes: 0 })
      await tell(ctx, 'hours.corrected', { attendanceId, who })
      const { items } = await listMyBadges(actingAs(ctx, actorOf(who)))
      expect(items.every(({ unlockedAt, progress }) => unlockedAt === null && progress.have === 0)).toBe(true)
    }))

  it('refuses the wrong role: nobody without a login has badges', () =>
    inTest((ctx) => expect(listMyBadges(actingAs(ctx, { kind: 'anonymous' }))).rejects.toMatchObject({ code: 'login-required' })))
})
