import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, makeScene } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asLead, issue } from '../../../../test/support/hours.ts'
import { actorOf } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readBalances } from '../ledger/index.ts'
import { correctHours } from './correct-hours.ts'
import { listMyStatement } from './list-my-statement.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('listMyStatement', () => {
  it('shows each movement with the session it comes from, the newest first', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { attendanceId, journalId } = await issue(ctx, scene, { who })
      await correctHours(asLead(ctx, scene), { attendanceId, minutes: 90, reason: '核对' })
      const { items } = await listMyStatement(actingAs(ctx, actorOf(who)), { account: 'credit', limit: 20 })
      const common = { account: 'credit', servedOn: '2026-11-20', title: '深圳湾红树林净滩 · 第 12 场' }
      expect(items).toMatchObject([
        { ...common, kind: 'hours-corrected', amount: 10_000, reversal: false },
        { ...common, kind: 'hours-corrected', amount: -30_000, reversal: true },
        { ...common, kind: 'hours-issued', amount: 30_000, reversal: false, journalId },
      ])
    }))

  it.each(['hours', 'credit', 'points'] as const)('adds up to the balance of %s, over all pages', (account) =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { attendanceId } = await issue(ctx, scene, { who })
      for (const minutes of [120, 60]) await correctHours(asLead(ctx, scene), { attendanceId, minutes, reason: '核对' })
      const me = actingAs(ctx, actorOf(who))
      const amounts = []
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await listMyStatement(me, { account, limit: 2, cursor })
        amounts.push(...page.items.map((line) => line.amount))
        cursor = page.nextCursor
      }
      const { minutes, creditFen, points } = await readBalances(ctx, who.id)
      expect(amounts.length).toBe(5)
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe({ hours: minutes, credit: creditFen, points }[account])
    }),
  )

  it('refuses the wrong role: nobody without a login has an account', () =>
    inTest((ctx) =>
      expect(listMyStatement(actingAs(ctx, { kind: 'anonymous' }), { account: 'hours', limit: 20 })).rejects.toMatchObject({
        code: 'login-required',
      }),
    ))
})
