import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { makeClaim } from '../../../../test/support/claims.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { listenersTo } from '../../../../test/support/outbox.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import { approveClaim } from './decide-claim.ts'
import { getMyClaim } from './get-claim.ts'
import { claimsOf } from './read.ts'
import { refundClaim } from './refund-claim.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'claim', listeners: listenersTo('claim.decided', 'claim.refunded') })
})
afterAll(closeApps)

describe('a claim', () => {
  it('says what of the gift was kept, and what of earlier ones it used', () =>
    rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => {
      const [me, operator] = [await makeEmployee(ctx), await makeEmployee(ctx)]
      const [mine, desk] = [actingAs(ctx, actorOf(me)), actingAs(ctx, actorOf(operator, 'operator'))]
      const ids: string[] = []
      for (const amountFen of [6600, 15_050, 8350]) {
        const { id, carriedFen } = await makeClaim(ctx, me, { amountFen })
        expect(carriedFen).toBeNull()
        await approveClaim(desk, id, { round: 1 })
        ids.push(id)
      }
      const told = await Promise.all(ids.map((id) => getMyClaim(mine, id)))
      expect(told.map(({ creditFen, carriedFen }) => [creditFen, carriedFen])).toEqual([
        [0, 6600],
        [20_000, -4950],
        [10_000, -1650],
      ])
      await refundClaim(desk, ids[0]!, { reason: '平台已退款' })
      expect(await getMyClaim(mine, ids[0]!)).toMatchObject({ state: 'refunded', creditFen: 0, carriedFen: 6600, refundFen: 10_000 })
      const { items } = await claimsOf(ctx, me.id, { limit: 20 })
      expect(items.map(({ creditFen }) => creditFen)).toEqual([10_000, 20_000, 0])
    }))
})
