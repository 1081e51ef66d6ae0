import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { anotherPlace, ask, asMe, askAndApprove, leaveScene } from '../../../../test/support/leave.ts'
import type { App } from '../core/app.ts'
import { type Ctx, connectionOf } from '../core/context.ts'
import { invariants } from '../invariants.ts'
import { proveLedger } from '../ledger/index.ts'
import { cancelLeave } from './cancel-leave.ts'
import { endLeaveDay } from './end-leave-day.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'leave', asOwner: true })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)
const broken = async (ctx: Ctx) =>
  (await proveLedger(ctx, invariants)).invariants.flatMap(({ name, violations }) => (violations > 0 ? [name] : []))

/** Leave that was taken, cancelled and is open. */
async function busyYear(ctx: Ctx) {
  const scene = await leaveScene(ctx)
  const used = await askAndApprove(ctx, scene)
  await endLeaveDay(actingAs(ctx, { kind: 'system', job: 'test' }, new Date('2026-11-21T02:00:00.000Z')), { leaveId: used.id })
  const later = await anotherPlace(ctx, scene, 3)
  await cancelLeave(asMe(ctx, scene), (await ask(ctx, scene, later)).id)
  const open = await ask(ctx, scene, later)
  return { scene, used, open }
}

describe('leaveInvariants', () => {
  it('hold of leave that was used, cancelled and asked for', () =>
    inTest(async (ctx) => {
      await busyYear(ctx)
      expect(await broken(ctx)).toEqual([])
    }))

  it.each([
    ['leave-held-is-open', "UPDATE leave_request SET minutes = 120 WHERE id = ':open'"],
    ['leave-is-journals', "UPDATE leave_request SET end_journal_id = ':held' WHERE id = ':used'"],
    ['leave-within-allowance', "UPDATE leave_allowance SET minutes = 240 WHERE employee_id = ':me'"],
    ['leave-left-is-allowance', "UPDATE leave_allowance SET minutes = 960 WHERE employee_id = ':me'"],
    ['leave-granted-once', "UPDATE leave_allowance SET minutes = 960 WHERE employee_id = ':me'"],
    ['leave-of-the-person', "UPDATE leave_request SET session_id = ':session' WHERE id = ':open'"],
  ])('%s finds its fault', (name, fault) =>
    inTest(async (ctx) => {
      const { scene, used, open } = await busyYear(ctx)
      const [rows] = await connectionOf(ctx).query('SELECT held_journal_id AS held FROM leave_request WHERE id = ?', [open.id])
      const [{ held } = { held: '' }] = rows as { held: string }[]
      const values = { open: open.id, used: used.id, me: scene.me.id, session: scene.session.id, held }
      await connectionOf(ctx).query(fault.replaceAll(/:(\w+)/g, (_, key: keyof typeof values) => values[key]))
      const { invariants: proven } = await proveLedger(ctx, invariants)
      const ids = proven.find((invariant) => invariant.name === name)?.examples.map(({ id }) => id)
      const damaged = [open.id, used.id, scene.me.id, `${scene.me.id}/leave`, `${scene.me.id}/leave-held`]
      expect(damaged.filter((id) => ids?.includes(id))).toHaveLength(1)
    }),
  )
})
