import { randomUUID } from 'node:crypto'
import { hoursEntries } from '@yijian/shared/ledger/rules'
import { defaultPolicies } from '@yijian/shared/policy/shapes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { lockBalances, openAccounts, post, readBalances } from './index.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const system = { kind: 'system', job: 'test' } as const

async function issue(ctx: Ctx, employeeId: string, minutes: number, key = randomUUID()) {
  const holdings = (await lockBalances(ctx, [employeeId])).get(employeeId)!
  const entries = hoursEntries({ employeeId, minutes, grade: 'A', holdings }, defaultPolicies)
  return post(ctx, [
    {
      kind: 'hours-issued',
      sourceId: 'att_0000000000001',
      servedOn: '2026-11-20',
      policyIds: ['pol_0000000000001'],
      scope: 'test',
      idempotencyKey: key,
      asked: { employeeId, minutes },
      entries,
    },
  ])
}

describe('post', () => {
  it('turns ninety minutes into one unit of credit and thirty carried minutes', () =>
    rolledBack(app, system, async (ctx) => {
      const employeeId = app.newId('employee')
      await openAccounts(ctx, [employeeId])
      await issue(ctx, employeeId, 90)
      expect(await readBalances(ctx, employeeId)).toMatchObject({ minutes: 90, creditFen: 10_000, carriedMinutes: 30, points: 20 })
    }))
})
