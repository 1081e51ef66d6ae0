import { defaultPolicies } from '@yijian/shared/policy/shapes'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import type { App } from '../core/app.ts'
import type { Actor, Ctx } from '../core/context.ts'
import { auditRecord } from '../core/tables.ts'
import { policyOn } from './index.ts'
import { publishPolicy } from './publish-policy.ts'
import { newestPolicy } from './repo.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const operator: Actor = {
  kind: 'employee',
  employeeId: 'emp_0000000000001',
  loginId: 'lgn_0000000000001',
  roles: [{ role: 'operator', branchId: null }],
}
const hr: Actor = { ...operator, roles: [{ role: 'hr', branchId: null }] }
const now = '2026-11-20T04:00:00.000Z'
const input = {
  kind: 'points' as const,
  label: 'test-1',
  inForceFrom: '2026-12-01',
  settings: { ...defaultPolicies.points, unitPoints: 30 },
}

/** Written from what is the newest now. */
async function publish(ctx: Ctx, wish: Partial<typeof input> = {}) {
  const { id: follows } = await newestPolicy(ctx, 'points')
  return publishPolicy(ctx, { ...input, ...wish, follows })
}

describe('publishPolicy', () => {
  it('puts a version in force from its day on and leaves the days before as they were', () =>
    rolledBack(
      app,
      operator,
      async (ctx) => {
        const version = await publish(ctx)
        expect((await policyOn(ctx, 'points', '2026-12-01')).id).toBe(version.id)
        expect((await policyOn(ctx, 'points', '2026-12-31')).settings.unitPoints).toBe(30)
        expect((await policyOn(ctx, 'points', '2026-11-30')).settings).toEqual(defaultPolicies.points)
      },
      now,
    ))

  it('leaves a trace with the settings', () =>
    rolledBack(
      app,
      operator,
      async (ctx) => {
        const version = await publish(ctx)
        const [trace] = await ctx.db.select().from(auditRecord).where(eq(auditRecord.subject, version.id))
        expect(trace).toMatchObject({
          action: 'policy.published',
          actorId: 'emp_0000000000001',
          detail: { label: 'test-1', settings: { unitPoints: 30 } },
        })
      },
      now,
    ))

  it('refuses a day that has begun', () =>
    rolledBack(
      app,
      operator,
      (ctx) =>
        expect(publish(ctx, { inForceFrom: '2026-11-20' })).rejects.toMatchObject({
          code: 'policy-in-the-past',
          data: { earliest: '2026-11-21' },
        }),
      now,
    ))

  it('refuses a second version for the same day', () =>
    rolledBack(
      app,
      operator,
      async (ctx) => {
        await publish(ctx)
        await expect(publish(ctx, { label: 'test-2' })).rejects.toMatchObject({ code: 'policy-day-taken' })
      },
      now,
    ))

  it('refuses a version written from one that is no longer the newest, and names the newest', () =>
    rolledBack(
      app,
      operator,
      async (ctx) => {
        const { id: follows } = await newestPolicy(ctx, 'points')
        await publish(ctx)
        const mine = { ...input, label: 'test-2', inForceFrom: '2027-01-01', follows }
        await expect(publishPolicy(ctx, mine)).rejects.toMatchObject({
          code: 'policy-published-since',
          data: { label: 'test-1', inForceFrom: '2026-12-01' },
        })
      },
      now,
    ))

  it('refuses the wrong role', () =>
    rolledBack(app, hr, (ctx) => expect(publish(ctx)).rejects.toMatchObject({ code: 'role-required' }), now))
})
