import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { anotherPlace, asBranchLead, ask, asMe, leaveScene } from '../../../../test/support/leave.ts'
import { actorOf, makeBranch, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { auditRecord } from '../core/tables.ts'
import { getMyJournal } from '../statement/get-my-journal.ts'
import { listMyStatement } from '../statement/list-my-statement.ts'
import { tellers } from '../tellers.ts'
import { decideLeave } from './decide-leave.ts'
import { getMyLeave } from './get-my-leave.ts'
import { listLeave, listLeaveToDecide, listMyLeave } from './list-leave.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'leave' })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('getMyLeave', () => {
  it('shows the allowance before it is first asked of, and what became of it after', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const me = asMe(ctx, scene)
      const rules = { year: 2026, allowanceMinutes: 480, halfDayMinutes: 240, earnsCredit: true }
      expect(await getMyLeave(me)).toMatchObject({ ...rules, leftMinutes: 480, heldMinutes: 0, usedMinutes: 0 })
      await ask(ctx, scene)
      expect(await getMyLeave(me)).toMatchObject({ ...rules, leftMinutes: 240, heldMinutes: 240, usedMinutes: 0 })
      await expect(getMyLeave(actingAs(ctx, { kind: 'anonymous' }))).rejects.toMatchObject({ code: 'login-required' })
    }))
})

describe('lists of leave', () => {
  it('show a person their own, the newest first, page by page', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const first = await ask(ctx, scene)
      const second = await ask(ctx, scene, await anotherPlace(ctx, scene, 3))
      const page = await listMyLeave(asMe(ctx, scene), { limit: 1 })
      expect(page.items.map(({ id }) => id)).toEqual([second.id])
      const rest = await listMyLeave(asMe(ctx, scene), { limit: 1, cursor: page.nextCursor ?? undefined })
      expect(rest).toMatchObject({ items: [{ id: first.id }], nextCursor: null })
      expect((await listMyLeave(actingAs(ctx, actorOf(scene.host)), { limit: 20 })).items).toEqual([])
    }))

  it('show a lead what waits in their branches, HR what waits anywhere, and nobody their own', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await ask(ctx, scene)
      const waiting = async (as: Ctx) => (await listLeaveToDecide(as, { limit: 20 })).items.map((leave) => leave.id)
      const other = await makeBranch(ctx)
      expect(await waiting(asBranchLead(ctx, scene))).toEqual([id])
      expect(await waiting(actingAs(ctx, actorOf(scene.lead, { leads: other }), scene.before))).toEqual([])
      expect(await waiting(actingAs(ctx, actorOf(scene.host, 'hr'), scene.before))).toEqual([id])
      expect(await waiting(actingAs(ctx, actorOf(scene.me, 'hr', { leads: scene.branch }), scene.before))).toEqual([])
      expect(await waiting(asBranchLead(ctx, scene, new Date('2026-11-21T02:00:00.000Z')))).toEqual([])
      await decideLeave(asBranchLead(ctx, scene), id, { decision: 'approved' })
      expect(await waiting(asBranchLead(ctx, scene))).toEqual([])
    }))

  it('show HR a year by its days, narrowed to a state, and record the look', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const first = await ask(ctx, scene)
      const later = await ask(ctx, scene, await anotherPlace(ctx, scene, 3))
      await decideLeave(asBranchLead(ctx, scene), later.id, { decision: 'approved' })
      const hr = await makeEmployee(ctx)
      const asHr = actingAs(ctx, actorOf(hr, 'hr'))
      const idsOf = async (query: object) => (await listLeave(asHr, { year: 2026, limit: 20, ...query })).items.map(({ id }) => id)
      expect(await idsOf({})).toEqual([first.id, later.id])
      expect(await idsOf({ state: 'approved' })).toEqual([later.id])
      expect(await idsOf({ year: 2025 })).toEqual([])
      const page = await listLeave(asHr, { year: 2026, limit: 1 })
      expect(await idsOf({ cursor: page.nextCursor })).toEqual([later.id])
      const looks = (await ctx.db.select().from(auditRecord)).filter(
        ({ actorId, action }) => actorId === hr.id && action === 'leave.listed',
      )
      expect(looks.length).toBeGreaterThan(0)
    }))

  it('refuse the wrong role', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      await expect(listLeaveToDecide(asMe(ctx, scene), { limit: 20 })).rejects.toMatchObject({ code: 'role-required' })
      await expect(listLeave(asBranchLead(ctx, scene), { year: 2026, limit: 20 })).rejects.toMatchObject({ code: 'role-required' })
    }))
})

describe('the statement of leave', () => {
  it('tells the allowance plainly and a request by its session', () =>
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      const { id } = await ask(ctx, scene)
      const me = asMe(ctx, scene)
      const { items } = await listMyStatement(me, { account: 'leave', limit: 20 }, tellers)
      expect(items).toMatchObject([
        { kind: 'leave-held', amount: -240, title: { zh: '深圳湾红树林净滩 · 第 12 场' } },
        { kind: 'leave-granted', amount: 480, title: null },
      ])
      const story = await getMyJournal(me, { journalId: items[0]!.journalId, account: 'leave' }, tellers)
      expect(story).toMatchObject({
        source: { kind: 'leave', leaveId: id, leaveOn: '2026-11-20', minutes: 240, state: 'requested', session: { id: scene.session.id } },
        actor: { id: scene.me.id },
      })
      expect(await getMyJournal(me, { journalId: items[1]!.journalId, account: 'leave' }, tellers)).toMatchObject({
        source: { kind: 'plain' },
        actor: null,
      })
    }))
})
