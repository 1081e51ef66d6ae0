import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Scene, actingAs, attend, makeScene, minute } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asLead, issue, lookAndCorrect } from '../../../../test/support/hours.ts'
import { actorOf } from '../../../../test/support/people.ts'
import { makeTask, pointsOf } from '../../../../test/support/points.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { post } from '../ledger/index.ts'
import { cancelSignup } from '../signup/index.ts'
import { signup } from '../signup/tables.ts'
import { pointsListeners } from './jobs.ts'
import { listMyPointTasks } from './list-my-point-tasks.ts'
import { taskAward } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

/** What the worker would do with a message. */
async function tell(ctx: Ctx, topic: string, payload: object): Promise<void> {
  for (const listener of pointsListeners.filter((one) => one.topic === topic)) {
    await listener.hear(actingAs(ctx, { kind: 'system', job: listener.name }), payload as never)
  }
}
const issuedTo = (who: { id: string }) => ({ attendanceId: 'att_0000000000000', employeeId: who.id, journalId: 'jnl_0000000000000' })
const awardsOf = (ctx: Ctx, { id }: { id: string }) => ctx.db.select().from(taskAward).where(eq(taskAward.employeeId, id))

/** A session yesterday or whenever the scene lies, with a task that counts on its day. */
async function withTask(ctx: Ctx, wish: Parameters<typeof makeTask>[1] = {}) {
  const scene: Scene = await makeScene(ctx)
  const servedOn = shanghaiDay(scene.session.startsAt)
  const task = await makeTask(ctx, { fromOn: addDays(servedOn, -7), ...wish })
  return { scene, task, servedOn, who: scene.people[0]! }
}

describe('awards of point tasks', () => {
  it('are given once beside the points of the hours, however often they are told', () =>
    inTest(async (ctx) => {
      const { scene, task, servedOn, who } = await withTask(ctx)
      await issue(ctx, scene, { who })
      const before = await pointsOf(ctx, who)
      for (let time = 0; time < 3; time++) await tell(ctx, 'hours.issued', issuedTo(who))
      expect(await pointsOf(ctx, who)).toBe(before + 50)
      const [award, ...more] = await awardsOf(ctx, who)
      expect(more).toEqual([])
      expect(award).toMatchObject({ taskId: task.id, period: 'once', servedOn, state: 'held', round: 1 })
      expect(await tracesOf(ctx, award!.id)).toMatchObject([{ action: 'task-award.given', detail: { employeeId: who.id, points: 50 } }])
    }))

  it('are taken back when the facts are, and given again when they return', () =>
    inTest(async (ctx) => {
      const { scene, who } = await withTask(ctx, { kind: 'milestone', fact: 'minutes-served', need: 180, points: 80 })
      const { attendanceId } = await issue(ctx, scene, { who })
      await tell(ctx, 'hours.issued', issuedTo(who))
      const correct = async (minutes: number) => {
        await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes })
        const fromHours = await pointsOf(ctx, who)
        await tell(ctx, 'hours.corrected', issuedTo(who))
        return (await pointsOf(ctx, who)) - fromHours
      }
      expect(await correct(179)).toBe(-80)
      expect(await awardsOf(ctx, who)).toMatchObject([{ state: 'taken-back', round: 2, journalId: null }])
      expect(await correct(178)).toBe(0)
      expect(await correct(180)).toBe(80)
      expect(await awardsOf(ctx, who)).toMatchObject([{ state: 'held', round: 3 }])
    }))

  it('may leave a person below zero when what is taken back was spent', () =>
    inTest(async (ctx) => {
      const { scene, who } = await withTask(ctx)
      const { attendanceId } = await issue(ctx, scene, { who })
      await tell(ctx, 'hours.issued', issuedTo(who))
      const all = await pointsOf(ctx, who)
      const entries = [
        { account: `${who.id}/points`, amount: -all },
        { account: 'system/points', amount: all },
      ]
      const deed = { kind: 'points-spent' as const, sourceId: 'ord_0000000000000', policyIds: [], scope: 'test', idempotencyKey: who.id }
      await post(ctx, [{ ...deed, servedOn: shanghaiDay(ctx.now), asked: {}, entries }])
      await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes: 0 })
      await tell(ctx, 'hours.corrected', issuedTo(who))
      expect(await pointsOf(ctx, who)).toBe(-all)
    }))

  it('leave alone what lies outside the dates of the task', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      await makeTask(ctx, { fromOn: addDays(shanghaiDay(scene.session.startsAt), 1) })
      await issue(ctx, scene, { who })
      await tell(ctx, 'hours.issued', issuedTo(who))
      expect(await awardsOf(ctx, who)).toEqual([])
    }))

  it('come with a check-in, each day once', () =>
    inTest(async (ctx) => {
      const { scene, servedOn, who } = await withTask(ctx, { kind: 'daily', fact: 'checked-in', points: 5, timesInAll: 10 })
      await attend(ctx, scene, { who, to: 180 })
      for (let time = 0; time < 2; time++) await tell(ctx, 'person.checked-in', issuedTo(who))
      expect(await awardsOf(ctx, who)).toMatchObject([{ period: `${servedOn}/1`, points: 5, state: 'held' }])
      expect(await pointsOf(ctx, who)).toBe(5)
    }))

  it('go when a sign-up is given back', () =>
    inTest(async (ctx) => {
      const { scene, who } = await withTask(ctx, { fact: 'signup-confirmed', points: 10, fromOn: '2026-09-01' })
      const [mine] = await ctx.db.select().from(signup).where(eq(signup.employeeId, who.id))
      await tell(ctx, 'signup.confirmed', { signupId: mine!.id })
      expect(await pointsOf(ctx, who)).toBe(10)
      await cancelSignup(actingAs(ctx, actorOf(who), minute(scene, -1440)), mine!.id)
      await tell(ctx, 'signup.cancelled', { signupId: mine!.id })
      expect(await pointsOf(ctx, who)).toBe(0)
    }))

  it('follow the ledger for own donations, whose person the claim’s journal names', () =>
    inTest(async (ctx) => {
      const { who, servedOn } = await withTask(ctx, { fact: 'gift-matched', points: 30 })
      const claimId = ctx.app.newId('claim')
      const entries = [
        { account: `${who.id}/gift`, amount: 10_000 },
        { account: 'system/gift', amount: -10_000 },
      ]
      const deed = { kind: 'gift-matched' as const, sourceId: claimId, policyIds: [], scope: 'test', idempotencyKey: claimId }
      await tell(ctx, 'claim.decided', { claimId, decision: 'rejected' })
      expect(await pointsOf(ctx, who)).toBe(0)
      const [gift] = await post(ctx, [{ ...deed, servedOn, asked: {}, entries }])
      await tell(ctx, 'claim.decided', { claimId, decision: 'approved' })
      expect(await pointsOf(ctx, who)).toBe(30)
      const back = entries.map(({ account, amount }) => ({ account, amount: -amount }))
      const refund = { ...deed, kind: 'gift-refunded' as const, idempotencyKey: `${claimId}/back`, reverses: gift!.journalId }
      await post(ctx, [{ ...refund, servedOn, asked: {}, entries: back }])
      await tell(ctx, 'claim.refunded', { claimId })
      expect(await pointsOf(ctx, who)).toBe(0)
    }))

  it('refuses the wrong role: people give themselves no awards', () =>
    inTest(async (ctx) => {
      const [listener] = pointsListeners.filter(({ topic }) => topic === 'hours.issued')
      const mine = listener!.hear(actingAs(ctx, actorOf({ id: 'emp_0000000000001' })), issuedTo({ id: 'emp_0000000000001' }) as never)
      await expect(mine).rejects.toMatchObject({ code: 'role-required' })
    }))
})

describe('listMyPointTasks', () => {
  it('shows what counts today, how far I am, and what is done', () =>
    inTest(async (ctx) => {
      const { scene, task, who } = await withTask(ctx, { kind: 'milestone', fact: 'minutes-served', need: 600 })
      const done = await makeTask(ctx, { fromOn: task.fromOn, points: 20 })
      const over = await makeTask(ctx, { fromOn: task.fromOn, untilOn: task.fromOn })
      await issue(ctx, scene, { who })
      await tell(ctx, 'hours.issued', issuedTo(who))
      const { items } = await listMyPointTasks(actingAs(ctx, actorOf(who)), { limit: 100 })
      const mine = items.filter((item) => [task.id, done.id, over.id].includes(item.task.id))
      expect(mine).toMatchObject([
        { task: { id: task.id }, state: 'open', have: 180, times: 0, pointsEarned: 0 },
        { task: { id: done.id }, state: 'done', have: 1, times: 1, pointsEarned: 20 },
      ])
    }))

  it('refuses the wrong role: nobody without a login has tasks', () =>
    inTest((ctx) =>
      expect(listMyPointTasks(actingAs(ctx, { kind: 'anonymous' }), { limit: 1 })).rejects.toMatchObject({ code: 'login-required' }),
    ))
})
