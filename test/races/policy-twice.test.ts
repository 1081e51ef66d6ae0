import type { App } from '@yijian/api/core/app'
import { publishPolicy } from '@yijian/api/policy/publish-policy'
import { newestPolicy } from '@yijian/api/policy/repo'
import { addDays, shanghaiDay } from '@yijian/shared/kernel/time'
import { defaultPolicies } from '@yijian/shared/policy/shapes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeApps, ctxOf, systemCtx, testApp } from '../support/database.ts'
import { actorOf, makeEmployee } from '../support/people.ts'
import { race, times } from '../support/race.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'policy', connections: 10 })
})
afterAll(closeApps)

it('publishes one of ten versions that were written from the same one, each for a day of its own', async () => {
  const { id } = await makeEmployee(app)
  const ctx = await systemCtx(app)
  const { id: follows } = await newestPolicy(ctx, 'points')
  const { won, refused } = await race(
    times(10, (n) => async () => {
      const version = { kind: 'points' as const, label: `race-${n}`, inForceFrom: addDays(shanghaiDay(ctx.now), 1 + n), follows }
      return publishPolicy(await ctxOf(app, actorOf({ id }, 'operator')), { ...version, settings: defaultPolicies.points })
    }),
  )
  expect([won.length, refused]).toEqual([1, times(9, () => 'policy-published-since')])
  expect((await newestPolicy(ctx, 'points')).id).toBe(won[0]!.id)
})
