import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { type LeaveScene, anotherPlace, ask, asMe, leaveScene } from '../../../../test/support/leave.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { invariants } from '../invariants.ts'
import { proveLedger, readBalances } from '../ledger/index.ts'
import { policyVersion } from '../policy/tables.ts'
import { cancelLeave } from './cancel-leave.ts'
import { endLeaveYear } from './end-leave-year.ts'
import { getMyLeave } from './get-my-leave.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'leave', listeners: listenersTo('leave.year-over') })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => () => rolledBack(app, { kind: 'system', job: 'test' }, fn)
const broken = async (ctx: Ctx) =>
  (await proveLedger(ctx, invariants)).invariants.flatMap(({ name, violations }) => (violations > 0 ? [name] : []))

/** A place on 5 January 2027; people ask ten days before, on 26 December. */
const january = (ctx: Ctx) => leaveScene(ctx, new Date('2027-01-05T06:00:00.000Z'))
const inDecember = async (ctx: Ctx, scene: LeaveScene) => anotherPlace(ctx, scene, -7)

async function publish(ctx: Ctx, allowanceMinutes: number): Promise<void> {
  await ctx.db.insert(policyVersion).values({
    id: ctx.app.newId('policy'),
    kind: 'leave',
    label: `2027 · ${allowanceMinutes}`,
    inForceFrom: '2027-01-01',
    settings: { allowanceMinutes, halfDayMinutes: 240, earnsCredit: true },
    // After what was recorded so far.
    publishedAt: new Date('2026-12-28T02:00:00.000Z'),
  })
}

describe('leave of next year, asked for in December', () => {
  it(
    'takes from the allowance of its own year, and leaves this year’s alone',
    inTest(async (ctx) => {
      const scene = await january(ctx)
      await ask(ctx, scene)
      await ask(ctx, scene, { part: 'day', ...(await inDecember(ctx, scene)) })
      expect(await getMyLeave(asMe(ctx, scene))).toMatchObject({
        year: 2026,
        leftMinutes: 0,
        heldMinutes: 480,
        next: { year: 2027, allowanceMinutes: 480, leftMinutes: 240, heldMinutes: 240, usedMinutes: 0 },
      })
      const later = await anotherPlace(ctx, scene, 2)
      await expect(ask(ctx, scene, { part: 'day', ...later })).rejects.toMatchObject({
        code: 'leave-insufficient',
        data: { wantedMinutes: 480, availableMinutes: 240, year: 2027 },
      })
      expect(await readBalances(ctx, scene.me.id)).toMatchObject({ leaveMinutes: 240, leaveHeldMinutes: 720 })
      expect(await messagesOf(ctx, 'leave.year-over', scene.me.id)).toHaveLength(2)
      expect(await broken(ctx)).toEqual([])
    }),
  )

  it(
    'comes back to its own year, which the end of this one leaves alone',
    inTest(async (ctx) => {
      const scene = await january(ctx)
      const { id } = await ask(ctx, scene)
      await ask(ctx, scene, await inDecember(ctx, scene))
      await cancelLeave(asMe(ctx, scene), id)
      const newYear = actingAs(ctx, { kind: 'system', job: 'test' }, new Date('2026-12-31T16:00:00.000Z'))
      for (let told = 0; told < 2; told++) await endLeaveYear(newYear, { employeeId: scene.me.id })
      // Half a day of December is set aside still; what else was left of 2026 has lapsed.
      expect(await readBalances(ctx, scene.me.id)).toMatchObject({ leaveMinutes: 480, leaveHeldMinutes: 240 })
      expect(await broken(ctx)).toEqual([])
    }),
  )

  it(
    'ends no year before its end, and refuses people',
    inTest(async (ctx) => {
      const scene = await january(ctx)
      await ask(ctx, scene, await inDecember(ctx, scene))
      const lastMinute = actingAs(ctx, { kind: 'system', job: 'test' }, new Date('2026-12-31T15:59:00.000Z'))
      await endLeaveYear(lastMinute, { employeeId: scene.me.id })
      expect(await readBalances(ctx, scene.me.id)).toMatchObject({ leaveMinutes: 240 })
      await expect(endLeaveYear(asMe(ctx, scene), { employeeId: scene.me.id })).rejects.toMatchObject({ code: 'role-required' })
    }),
  )

  it(
    'grows with a policy published afterwards',
    inTest(async (ctx) => {
      const scene = await january(ctx)
      await ask(ctx, scene, { part: 'day' })
      await publish(ctx, 960)
      const inJanuary = { ...scene, before: new Date('2027-01-02T02:00:00.000Z') }
      const later = await anotherPlace(ctx, inJanuary, 2)
      await ask(ctx, inJanuary, { part: 'day', ...later })
      expect(await getMyLeave(asMe(ctx, inJanuary))).toMatchObject({ year: 2027, allowanceMinutes: 960, leftMinutes: 0 })
      expect(await broken(ctx)).toEqual([])
    }),
  )

  it(
    'keeps what was granted when a policy published afterwards gives less',
    inTest(async (ctx) => {
      const scene = await january(ctx)
      await ask(ctx, scene)
      await publish(ctx, 240)
      const inJanuary = { ...scene, before: new Date('2027-01-02T02:00:00.000Z') }
      await ask(ctx, inJanuary, await anotherPlace(ctx, inJanuary, 2))
      expect(await getMyLeave(asMe(ctx, inJanuary))).toMatchObject({ allowanceMinutes: 480, leftMinutes: 0 })
      expect(await broken(ctx)).toEqual([])
    }),
  )
})
