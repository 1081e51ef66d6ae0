import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, makeScene } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { asLead, issue, lookAndCorrect } from '../../../../test/support/hours.ts'
import { actorOf } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { type Teller, readBalances } from '../ledger/index.ts'
import { tellers } from '../tellers.ts'
import { listMyStatement } from './list-my-statement.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

type Asked = Parameters<typeof listMyStatement>[1]
const list = (ctx: Ctx, asked: Asked) => listMyStatement(ctx, asked, tellers)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)

describe('listMyStatement', () => {
  it('shows each movement with the session it comes from, the newest first', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { attendanceId, journalId } = await issue(ctx, scene, { who })
      await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes: 90 })
      const { items } = await list(actingAs(ctx, actorOf(who)), { account: 'credit', limit: 20 })
      const common = { account: 'credit', servedOn: '2026-11-20', title: { zh: '深圳湾红树林净滩 · 第 12 场' } }
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
      for (const minutes of [120, 60]) await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes })
      const me = actingAs(ctx, actorOf(who))
      const amounts = []
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await list(me, { account, limit: 2, cursor })
        amounts.push(...page.items.map((line) => line.amount))
        cursor = page.nextCursor
      }
      const { minutes, creditFen, points } = await readBalances(ctx, who.id)
      expect(amounts.length).toBe(5)
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe({ hours: minutes, credit: creditFen, points }[account])
    }),
  )

  it('asks each teller once for a page, however many sources it has', () =>
    inTest(async (ctx) => {
      const scene = await makeScene(ctx)
      const who = scene.people[0]!
      const { attendanceId } = await issue(ctx, scene, { who })
      await lookAndCorrect(asLead(ctx, scene), { attendanceId, minutes: 90 })
      const asked: (readonly string[])[] = []
      const teller: Teller = {
        source: 'attendance',
        titles: async (_ctx, sourceIds) => {
          asked.push(sourceIds)
          return new Map([[attendanceId, { zh: '净滩', en: 'Beach' }]])
        },
        tell: async () => ({ kind: 'plain' }),
      }
      const silent: Teller = { ...teller, source: 'order', titles: () => Promise.reject(new Error('nothing to tell')) }
      const { items } = await listMyStatement(actingAs(ctx, actorOf(who)), { account: 'hours', limit: 20 }, [silent, teller])
      expect(asked).toEqual([[attendanceId]])
      expect(items.map(({ title }) => title?.en)).toEqual(['Beach', 'Beach', 'Beach'])
    }))

  it('refuses the wrong role: nobody without a login has an account', () =>
    inTest((ctx) =>
      expect(list(actingAs(ctx, { kind: 'anonymous' }), { account: 'hours', limit: 20 })).rejects.toMatchObject({
        code: 'login-required',
      }),
    ))
})
