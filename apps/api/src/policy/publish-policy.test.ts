import { defaultPolicies } from '@yijian/shared/policy/shapes'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import type { App } from '../core/app.ts'
import type { Actor } from '../core/context.ts'
import { auditRecord } from '../core/tables.ts'
import { policyOn } from './index.ts'
import { publishPolicy } from './publish-policy.ts'

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

describe('publishPolicy', () => {
  it('puts a version in force from its day on and leaves the days before as they were', () =>
    rolledBack(
      app,
      operator,
      async (ctx) => {
        const version = await publishPolicy(ctx, input)
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
        const version = await publishPolicy(ctx, input)
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
        expect(publishPolicy(ctx, { ...input, inForceFrom: '2026-11-20' })).rejects.toMatchObject({
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
        await publishPolicy(ctx, input)
        await expect(publishPolicy(ctx, { ...input, label: 'test-2' })).rejects.toMatchObject({ code: 'policy-day-taken' })
      },
      now,
    ))

  it('refuses the wrong role', () =>
    rolledBack(app, hr, (ctx) => expect(publishPolicy(ctx, input)).rejects.toMatchObject({ code: 'role-required' }), now))
})
