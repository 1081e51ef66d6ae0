import { addMinutes } from '@yijian/shared/kernel/time'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { tracesOf } from '../../../../test/support/audit.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { giveCredit, makeFund } from '../../../../test/support/giving.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { donate, givingListeners } from '../giving/index.ts'
import { honourListeners } from './jobs.ts'
import { listMyBadges } from './list-my-badges.ts'
import { renewGivingBadges } from './renew-giving-badges.ts'
import { badge } from './tables.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'giving' })
})
afterAll(closeApps)

const now = '2026-11-20T06:00:00.000Z'

async function scene(ctx: Ctx) {
  const me = await makeEmployee(ctx)
  await giveCredit(ctx, me, 30_000)
  const fund = await makeFund(ctx)
  const mine = actingAs(ctx, actorOf(me))
  const give = async () => (await donate(mine, { totalFen: 1000, parts: [{ fundProjectId: fund.id, weight: 1 }] })).id
  /** What the worker would do with the message of a topic. */
  const tell = async (topic: 'donation.cooled' | 'donation.settled', donationId: string) => {
    const system = { ...ctx, now: addMinutes(now, 30) }
    for (const { topic: heard, hear } of [...givingListeners, ...honourListeners])
      if (heard === topic) await hear(system, { donationId, employeeId: me.id } as never)
  }
  const held = () => ctx.db.select().from(badge).where(eq(badge.employeeId, me.id))
  return { ctx, me, mine, give, tell, held }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>) =>
  rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => test(await scene(ctx)), now)

describe('the badge of the first donation', () => {
  it('is unlocked by the first that arrives, once however many follow', () =>
    inScene(async ({ ctx, me, mine, give, tell, held }) => {
      const [first, second] = [await give(), await give()]
      for (const id of [first, second]) await tell('donation.cooled', id)
      for (const id of [first, first, second]) await tell('donation.settled', id)
      const [row, ...others] = await held()
      expect([row, others]).toMatchObject([{ code: 'first-donation', earnedBy: first, suspendedAt: null, timesUnlocked: 1 }, []])
      expect(await tracesOf(ctx, row!.id)).toEqual([
        { action: 'badge.unlocked', actorId: null, detail: { employeeId: me.id, code: 'first-donation', donationId: first } },
      ])
      const [shown] = (await listMyBadges(mine)).items
      expect(shown).toMatchObject({ code: 'first-donation', progress: { have: 2, need: 1, unit: 'donations' } })
    }))

  it('is not unlocked by one that can still be undone', () =>
    inScene(async ({ give, tell, held }) => {
      await tell('donation.settled', await give())
      expect(await held()).toEqual([])
    }))

  it('is given by the system alone', () =>
    inScene(async ({ me, mine, give }) => {
      const donationId = await give()
      await expect(renewGivingBadges(mine, { donationId, employeeId: me.id })).rejects.toMatchObject({ code: 'role-required' })
    }))
})
