import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { getHonourOf } from './get-honour-of.ts'
import { giveLeaderBadge } from './give-leader-badge.ts'
import { listMyBadges } from './list-my-badges.ts'
import { setHonourConsent } from './set-honour-consent.ts'

let app: App
beforeAll(async () => {
  app = await testApp()
})
afterAll(closeApps)

const inTest = (fn: (ctx: Ctx) => Promise<void>) => rolledBack(app, { kind: 'system', job: 'test' }, fn)
const cycleId = 'cyc_0000000000001'

describe('giveLeaderBadge', () => {
  it('gives a title once a year, however often it is told', () =>
    inTest(async (ctx) => {
      const { id: employeeId } = await makeEmployee(ctx)
      for (const year of [2025, 2026, 2026]) await giveLeaderBadge(ctx, { cycleId, year, employeeId })
      const { items } = await listMyBadges(actingAs(ctx, actorOf({ id: employeeId })))
      const titles = items.filter(({ unlockedAt }) => unlockedAt !== null)
      expect(titles.map(({ code, name, progress }) => [code, name.zh, progress])).toEqual([
        ['leader-2025', '益践领袖 2025', { have: 1, need: 1, unit: 'titles' }],
        ['leader-2026', '益践领袖 2026', { have: 1, need: 1, unit: 'titles' }],
      ])
    }))

  it('makes a title a field of its own: who shows badges has not shown it', () =>
    inTest(async (ctx) => {
      const [{ id: employeeId }, colleague] = [await makeEmployee(ctx), await makeEmployee(ctx)]
      await giveLeaderBadge(ctx, { cycleId, year: 2026, employeeId })
      const [mine, theirs] = [actingAs(ctx, actorOf({ id: employeeId })), actingAs(ctx, actorOf(colleague))]
      await setHonourConsent(mine, { field: 'badges', shown: true })
      expect(await getHonourOf(theirs, employeeId)).toMatchObject({ badges: [], leaderYears: null })
      await setHonourConsent(mine, { field: 'leader', shown: true })
      expect(await getHonourOf(theirs, employeeId)).toMatchObject({ badges: [], leaderYears: [2026] })
    }))

  it('refuses the wrong role: people give themselves no titles', () =>
    inTest((ctx) =>
      expect(
        giveLeaderBadge(actingAs(ctx, actorOf({ id: 'emp_0000000000001' }, 'operator')), {
          cycleId,
          year: 2026,
          employeeId: 'emp_0000000000001',
        }),
      ).rejects.toMatchObject({ code: 'role-required' }),
    ))
})
