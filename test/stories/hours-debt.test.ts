import type { App } from '@yijian/api/core/app'
import type { Ctx } from '@yijian/api/core/context'
import { cancelDonation, donate } from '@yijian/api/giving/index'
import { getGivingTerms } from '@yijian/api/giving/get-giving-terms'
import { invariants } from '@yijian/api/invariants'
import { proveLedger, readBalances } from '@yijian/api/ledger/index'
import { listMyStatement } from '@yijian/api/statement/list-my-statement'
import { tellers } from '@yijian/api/tellers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, makeScene, minute } from '../support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../support/database.ts'
import { makeFund } from '../support/giving.ts'
import { asLead, issue, lookAndCorrect } from '../support/hours.ts'
import { actorOf } from '../support/people.ts'
import { openSessionOf, signUpOf } from '../support/projects.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'hours' })
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('hours corrected after their credit was given away', () => {
  it('leave a debt that the person sees and that later hours pay first', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { attendanceId } = await issue(ctx, scene, { who })
      const mine = actingAs(ctx, actorOf(who))
      await donate(mine, { totalFen: 'all', parts: [{ fundProjectId: (await makeFund(ctx)).id, weight: 1 }] })

      const effect = await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes: 60, reason: '中途离开' })
      expect(effect).toMatchObject({ creditChangeFen: 0, owedChangeFen: 20_000, pointsChange: -40 })
      expect(await readBalances(ctx, who.id)).toMatchObject({ minutes: 60, creditFen: 0, creditHeldFen: 30_000, creditOwedFen: 20_000 })

      const next = { ...scene, session: await openSessionOf(ctx, scene.project, { startsAt: minute(scene, 1440), capacity: null }) }
      await signUpOf(ctx, next.session, who.id)
      expect(await issue(ctx, next, { who })).toMatchObject({ creditFen: 30_000 })
      expect(await readBalances(ctx, who.id)).toMatchObject({ minutes: 240, creditFen: 10_000, creditOwedFen: 0 })

      const { items } = await listMyStatement(mine, { account: 'credit', limit: 20 }, tellers)
      // Issued 300, all of it given, 300 taken back and 100 posted anew, then 300 of which 200 pay the debt.
      expect(items.map(({ amount }) => amount)).toEqual([30_000, 10_000, -30_000, -30_000, 30_000])
      expect((await proveLedger(ctx, invariants)).invariants.filter(({ violations }) => violations > 0)).toEqual([])
    }))
  it('cannot be given away by undoing the donation: what is owed stays out of reach', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const mine = actingAs(ctx, actorOf(who))
      const { attendanceId } = await issue(ctx, scene, { who })
      const parts = [{ fundProjectId: (await makeFund(ctx)).id, weight: 1 }]
      const { id } = await donate(mine, { totalFen: 'all', parts })
      await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes: 60, reason: '中途离开' })
      await cancelDonation(mine, id)
      expect(await readBalances(ctx, who.id)).toMatchObject({ creditFen: 30_000, creditHeldFen: 0, creditOwedFen: 20_000 })
      expect(await getGivingTerms(mine)).toMatchObject({ availableFen: 10_000, owedFen: 20_000 })
      await expect(donate(mine, { totalFen: 10_001, parts })).rejects.toMatchObject({
        code: 'credit-insufficient',
        data: { wantedFen: 10_001, availableFen: 10_000 },
      })
      expect(await donate(mine, { totalFen: 'all', parts })).toMatchObject({ totalFen: 10_000 })
      expect((await proveLedger(ctx, invariants)).invariants.filter(({ violations }) => violations > 0)).toEqual([])
    }))
})
