import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asBranchLead, ask, leaveScene } from '../../../../test/support/leave.ts'
import { listenersTo, messagesOf } from '../../../../test/support/outbox.ts'
import { actorOf, makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances } from '../ledger/index.ts'
import { decideLeave } from './decide-leave.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners: listenersTo('leave.decided') })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('decideLeave', () => {
  it('is approved by a lead of the person’s branch; the minutes stay set aside', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await ask(ctx, scene)
      expect(await decideLeave(asBranchLead(ctx, scene), id, { decision: 'approved' })).toMatchObject({
        state: 'approved',
        decidedBy: { id: scene.lead.id, name: '林负责人' },
      })
      expect(await readBalances(ctx, scene.me.id)).toMatchObject({ leaveMinutes: 240, leaveHeldMinutes: 240 })
      expect(await messagesOf(ctx, 'leave.decided', id)).toEqual([{ leaveId: id, decision: 'approved' }])
    }))

  it('is declined with a reason by HR; the minutes go back', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await ask(ctx, scene)
      const hr = await makeEmployee(ctx)
      const asHr = actingAs(ctx, actorOf(hr, 'hr'), scene.before)
      await expect(decideLeave(asHr, id, { decision: 'declined' })).rejects.toMatchObject({ code: 'reason-required' })
      expect(await decideLeave(asHr, id, { decision: 'declined', reason: '当天有版本发布' })).toMatchObject({
        state: 'declined',
        reason: '当天有版本发布',
      })
      expect(await readBalances(ctx, scene.me.id)).toMatchObject({ leaveMinutes: 480, leaveHeldMinutes: 0 })
      expect(await tracesOf(ctx, id)).toMatchObject([{ action: 'leave.requested' }, { action: 'leave.declined', actorId: hr.id }])
      await expect(decideLeave(asHr, id, { decision: 'approved' })).rejects.toMatchObject({ code: 'leave-state' })
    }))

  it('is nobody’s own to decide, whatever roles they hold', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await ask(ctx, scene)
      const asMyself = actingAs(ctx, actorOf(scene.me, 'hr', { leads: scene.branch }), scene.before)
      await expect(decideLeave(asMyself, id, { decision: 'approved' })).rejects.toMatchObject({ code: 'own-leave' })
    }))

  it('refuses the wrong role: another branch, a host, an operator', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await ask(ctx, scene)
      const elsewhere = actingAs(ctx, actorOf(scene.lead, { leads: await makeBranch(ctx) }), scene.before)
      await expect(decideLeave(elsewhere, id, { decision: 'approved' })).rejects.toMatchObject({
        code: 'other-branch',
        data: { branch: scene.branch.name },
      })
      for (const actor of [actorOf(scene.host), actorOf(scene.host, 'operator')])
        await expect(decideLeave(actingAs(ctx, actor, scene.before), id, { decision: 'approved' })).rejects.toMatchObject({
          code: 'role-required',
        })
    }))
})
