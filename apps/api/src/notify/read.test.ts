import { noticeWords } from '@yijian/shared/notify/text'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { makeClaim, spend } from '../../../../test/support/claims.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { hear, inboxOf } from '../../../../test/support/notices.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { asOperator, givePoints, makeItem } from '../../../../test/support/points.ts'
import { projectScene } from '../../../../test/support/projects.ts'
import { approveClaim } from '../claim/decide-claim.ts'
import { refundClaim } from '../claim/refund-claim.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { cancelOrder } from '../points/cancel-order.ts'
import { placeOrder } from '../points/place-order.ts'
import { reviewProject } from '../project/review-project.ts'
import { submitProject } from '../project/submit-project.ts'
import { makeNotices } from './make-notices.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'claim' })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<unknown>) => () =>
  rolledBack(app, { kind: 'system', job: 'test' }, fn, '2026-11-20T06:00:00.000Z')
const twice = async (ctx: Ctx, name: string, payload: Record<string, unknown>) => {
  for (let time = 0; time < 2; time++) await hear(ctx, name, payload)
}

it(
  'tells of a refund with what went back, what of it is owed, and why',
  inTest(async (ctx) => {
    const [me, operator] = [await makeEmployee(ctx), await makeEmployee(ctx)]
    const desk = actingAs(ctx, actorOf(operator, 'operator'))
    const { id: claimId } = await makeClaim(ctx, me)
    await approveClaim(desk, claimId, { round: 1 })
    await hear(ctx, 'notify.refund', { claimId })
    expect(await inboxOf(ctx, me)).toEqual([])
    await spend(ctx, me, 15_000)
    await refundClaim(desk, claimId, { reason: '平台已退款' })
    await twice(ctx, 'notify.refund', { claimId })
    expect(await inboxOf(ctx, me)).toMatchObject([
      {
        kind: 'claim-refunded',
        facts: {
          title: null,
          gift: { platform: 'tencent-gongyi', amountFen: 25_000 },
          amountFen: 20_000,
          owedFen: 15_000,
          reason: '平台已退款',
        },
        opens: { page: 'claim', id: claimId },
      },
    ])
  }),
)

it(
  'tells those who host a project of each review once, and nobody else',
  inTest(async (ctx) => {
    const { project, host, stranger, asHost, asLead } = await projectScene(ctx, 'in-review')
    await reviewProject(asLead, project.id, { decision: 'returned', reason: '请补充安全须知' })
    await twice(ctx, 'notify.review', { projectId: project.id, decision: 'returned' })
    await submitProject(asHost, project.id)
    await reviewProject({ ...asLead, now: new Date(asLead.now.getTime() + 1000) }, project.id, { decision: 'published' })
    await twice(ctx, 'notify.review', { projectId: project.id, decision: 'published' })
    const opens = { page: 'project', id: project.id }
    expect(await inboxOf(ctx, host)).toMatchObject([
      { kind: 'project-reviewed', facts: { decision: 'approved', reason: null }, opens },
      { kind: 'project-reviewed', facts: { decision: 'returned', reason: '请补充安全须知' }, opens },
    ])
    expect(await inboxOf(ctx, stranger)).toEqual([])
  }),
)

it(
  'tells of an order that the desk cancelled, not of one that its person did',
  inTest(async (ctx) => {
    const me = await makeEmployee(ctx)
    await givePoints(ctx, me, 200)
    const mine = actingAs(ctx, actorOf(me))
    const item = await makeItem(ctx)
    const [own, other] = [await placeOrder(mine, item.id), await placeOrder(mine, item.id)]
    await cancelOrder(mine, own.id, {})
    await cancelOrder(asOperator(ctx), other.id, { reason: '断货' })
    for (const { id } of [own, other]) await twice(ctx, 'notify.order', { orderId: id, outcome: 'cancelled' })
    expect(await inboxOf(ctx, me)).toMatchObject([
      { kind: 'order-cancelled', facts: { title: item.name, reason: '断货' }, opens: { page: 'order', id: other.id } },
    ])
  }),
)

it(
  'congratulates whoever becomes a leader, once a year',
  inTest(async (ctx) => {
    const me = await makeEmployee(ctx)
    await twice(ctx, 'notify.leader', { cycleId: ctx.app.newId('cycle'), year: 2026, employeeId: me.id })
    expect(await inboxOf(ctx, me)).toMatchObject([
      { kind: 'leader-announced', facts: { title: null, year: 2026 }, opens: { page: 'honour' } },
    ])
  }),
)

it(
  'shows a message made when only words were kept, in those words',
  inTest(async (ctx) => {
    const me = await makeEmployee(ctx)
    const kept = { title: '2025 年度益践领袖', at: null, place: null, minutes: null, amountFen: null, decision: null, reason: null }
    const opens = { page: 'honour' as const, id: me.id }
    await makeNotices(ctx, [{ employeeId: me.id, kind: 'leader-announced', subject: ctx.app.newId('cycle'), facts: kept, opens }])
    const [told] = await inboxOf(ctx, me)
    expect(told).toMatchObject({ facts: { ...kept, names: null, gift: null, year: null } })
    expect(noticeWords(told!.kind, told!.facts, 'zh').sentence).toBe('你获评 2025 年度益践领袖，勋章已经挂在你的荣誉页上。')
  }),
)
