import type { App } from '@yijian/api/core/app'
import type { Ctx } from '@yijian/api/core/context'
import { correctHours } from '@yijian/api/hours/index'
import { invariants } from '@yijian/api/invariants'
import { proveLedger, readBalances } from '@yijian/api/ledger/index'
import { listMyStatement } from '@yijian/api/statement/list-my-statement'
import { tellers } from '@yijian/api/tellers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setAside } from '../ledger/deeds.ts'
import { actingAs, makeScene, minute } from '../support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../support/database.ts'
import { asLead, issue } from '../support/hours.ts'
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
      await setAside(ctx, who.id, 30_000)

      const { effect } = await correctHours(asLead(ctx, scene), { attendanceId, minutes: 60, reason: '中途离开' })
      expect(effect).toMatchObject({ creditChangeFen: 0, owedChangeFen: 20_000, pointsChange: -40 })
      expect(await readBalances(ctx, who.id)).toMatchObject({ minutes: 60, creditFen: 0, creditHeldFen: 30_000, creditOwedFen: 20_000 })

      const next = { ...scene, session: await openSessionOf(ctx, scene.project, { startsAt: minute(scene, 1440), capacity: null }) }
      await signUpOf(ctx, next.session, who.id)
      expect(await issue(ctx, next, { who })).toMatchObject({ creditFen: 30_000 })
      expect(await readBalances(ctx, who.id)).toMatchObject({ minutes: 240, creditFen: 10_000, creditOwedFen: 0 })

      const { items } = await listMyStatement(actingAs(ctx, actorOf(who)), { account: 'credit', limit: 20 }, tellers)
      expect(items.map(({ amount }) => amount).reduce((sum, amount) => sum + amount, 0)).toBe(10_000)
      expect((await proveLedger(ctx, invariants)).invariants.filter(({ violations }) => violations > 0)).toEqual([])
    }))
})
