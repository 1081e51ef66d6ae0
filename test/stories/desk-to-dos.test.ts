import { listToDos } from '@yijian/api/home/list-to-dos'
import { placeOrder } from '@yijian/api/points/place-order'
import { buildPayouts } from '@yijian/api/payout/build-payouts'
import type { App } from '@yijian/api/core/app'
import type { Ctx } from '@yijian/api/core/context'
import { waiting } from '@yijian/api/waiting'
import { listeners } from '@yijian/api/listeners'
import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { fundProject } from '@yijian/api/fund/tables'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../support/database.ts'
import { makeFund } from '../support/giving.ts'
import { ask, asBranchLead, leaveScene } from '../support/leave.ts'
import { arrivedDonation } from '../support/payouts.ts'
import { makeEmployee } from '../support/people.ts'
import { givePoints, makeItem } from '../support/points.ts'
import { as } from '../support/projects.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ listeners, database: 'desk_to_dos' })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => () => rolledBack(app, { kind: 'anonymous' }, fn)
const heapsOf = async (ctx: Ctx) =>
  (await listToDos(ctx, waiting)).filter(({ projectId }) => projectId === null).map(({ kind, count }) => [kind, count])

describe('the to-do list of the desk', () => {
  it(
    'is empty for operators, HR and auditors while nothing waits',
    inTest(async (ctx) => {
      const person = await makeEmployee(ctx)
      for (const role of ['operator', 'hr', 'auditor', 'judge'] as const)
        expect(await listToDos(as(ctx, person, role), waiting)).toEqual([])
    }),
  )

  it(
    'gathers what an operator may do, and leaves out what needs a second person',
    inTest(async (ctx) => {
      const [operator, buyer] = [await makeEmployee(ctx), await makeEmployee(ctx)]
      const fund = await makeFund(ctx)
      await arrivedDonation(ctx, [fund])
      const asOperator = as(ctx, operator, 'operator')
      await buildPayouts(asOperator, { fundProjectIds: [fund.id] })
      await givePoints(ctx, buyer, 100)
      const item = await makeItem(ctx)
      await placeOrder(as(ctx, buyer), item.id)
      expect(await heapsOf(asOperator)).toEqual([['orders-to-hand-out', 1]])
      expect(await heapsOf(as(ctx, await makeEmployee(ctx), 'operator'))).toEqual(
        expect.arrayContaining([
          ['orders-to-hand-out', 1],
          ['payouts-to-approve', 1],
        ]),
      )
      expect(await heapsOf(as(ctx, buyer, 'operator'))).toEqual([['payouts-to-approve', 1]])
      expect(await heapsOf(as(ctx, operator, 'hr'))).toEqual([])
    }),
  )

  it(
    'tells of a report that did not come by its day',
    inTest(async (ctx) => {
      const operator = as(ctx, await makeEmployee(ctx), 'operator')
      const fund = await makeFund(ctx)
      const due = async (day: string) => ctx.db.update(fundProject).set({ reportDueOn: day }).where(eq(fundProject.id, fund.id))
      await due(shanghaiDay(ctx.now))
      expect(await heapsOf(operator)).toEqual([])
      await due(addDays(shanghaiDay(ctx.now), -1))
      expect(await heapsOf(operator)).toEqual([['fund-reports-overdue', 1]])
    }),
  )

  it(
    'shows leave to HR and to the lead of the branch, never to the one who asked',
    inTest(async (ctx) => {
      const scene = await leaveScene(ctx)
      await ask(ctx, scene)
      const at = { ...ctx, now: scene.before }
      expect(await heapsOf(as(at, await makeEmployee(ctx), 'hr'))).toEqual([['leave-to-decide', 1]])
      expect(await heapsOf(asBranchLead(ctx, scene))).toEqual([['leave-to-decide', 1]])
      expect(await heapsOf(as(at, scene.me, 'hr'))).toEqual([])
      expect(await heapsOf(as(at, await makeEmployee(ctx), 'operator'))).toEqual([])
    }),
  )
})
