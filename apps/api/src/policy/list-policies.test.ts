import { policyKinds } from '@yijian/shared/policy/shapes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { listPolicies } from './read.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => () => rolledBack(app, { kind: 'anonymous' }, fn)

describe('listPolicies', () => {
  it(
    'goes through all versions page by page, none twice',
    inTest(async (ctx) => {
      const all = (await listPolicies(ctx, { limit: 100 })).items.map(({ id }) => id)
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const { items, nextCursor } = await listPolicies(ctx, { limit: 3, cursor })
        seen.push(...items.map(({ id }) => id))
        cursor = nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(seen).toEqual(all)
      expect(seen.length).toBeGreaterThanOrEqual(policyKinds.length)
    }),
  )

  it.each(['政策', 'pol_0000000000001', 'W10', 'WyLmlL_nrZYiXQ'])('refuses what is no cursor of it: %s', (cursor) =>
    rolledBack(app, { kind: 'anonymous' }, async (ctx) => {
      await expect(listPolicies(ctx, { limit: 3, cursor })).rejects.toMatchObject({ code: 'invalid-request' })
    }),
  )
})
