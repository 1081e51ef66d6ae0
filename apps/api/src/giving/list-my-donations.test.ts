import { addMinutes } from '@yijian/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs } from '../../../../test/support/attendance.ts'
import { closeApps, rolledBack, testApp } from '../../../../test/support/database.ts'
import { giveCredit, makeFund } from '../../../../test/support/giving.ts'
import { actorOf, makeEmployee } from '../../../../test/support/people.ts'
import { effortOf } from '../../../../test/support/statements.ts'
import type { App } from '../core/app.ts'
import type { Ctx } from '../core/context.ts'
import { readJournal } from '../ledger/index.ts'
import { donate } from './donate.ts'
import { getMyDonation } from './get-my-donation.ts'
import { listMyDonations } from './list-my-donations.ts'
import { donationTeller } from './teller.ts'

let app: App
beforeAll(async () => {
  app = await testApp({ database: 'giving' })
})
afterAll(closeApps)

const now = '2026-11-20T06:00:00.000Z'

/** Five donations, a minute apart, each to one project more. */
async function scene(ctx: Ctx) {
  const me = await makeEmployee(ctx)
  await giveCredit(ctx, me, 30_000)
  const funds = []
  for (const name of ['山区儿童营养午餐', '候鸟守护', '乡村图书角']) funds.push(await makeFund(ctx, { name }))
  const mine = actingAs(ctx, actorOf(me))
  const ids: string[] = []
  for (const count of [1, 2, 3, 1, 2]) {
    const parts = funds.slice(0, count).map(({ id }) => ({ fundProjectId: id, weight: 1 }))
    ids.push((await donate({ ...mine, now: addMinutes(now, ids.length) }, { totalFen: 1000, parts })).id)
  }
  return { ctx, me, funds, mine, ids }
}
const inScene = (test: (s: Awaited<ReturnType<typeof scene>>) => Promise<void>) =>
  rolledBack(app, { kind: 'system', job: 'test' }, async (ctx) => test(await scene(ctx)), now)

describe('listMyDonations', () => {
  it('pages from the newest to the oldest, each with its parts', () =>
    inScene(async ({ mine, ids }) => {
      const first = await listMyDonations(mine, { limit: 3 })
      expect(first.items.map(({ id, parts }) => [id, parts.map(({ amountFen }) => amountFen)])).toEqual([
        [ids[4], [500, 500]],
        [ids[3], [1000]],
        [ids[2], [334, 333, 333]],
      ])
      const second = await listMyDonations(mine, { limit: 3, cursor: first.nextCursor! })
      expect(second.items.map(({ id }) => id)).toEqual([ids[1], ids[0]])
      expect(second.nextCursor).toBeNull()
    }))

  it('asks the database twice, however long the page', () =>
    inScene(async ({ ctx, mine }) => {
      expect((await effortOf(ctx, () => listMyDonations(mine, { limit: 1 }))).statements).toBe(2)
      expect((await effortOf(ctx, () => listMyDonations(mine, { limit: 20 }))).statements).toBe(2)
    }))

  it('shows nobody else’s', () =>
    inScene(async ({ ctx, ids }) => {
      const other = actingAs(ctx, actorOf(await makeEmployee(ctx), 'auditor'))
      expect(await listMyDonations(other, { limit: 20 })).toEqual({ items: [], nextCursor: null })
      await expect(getMyDonation(other, ids[0]!)).rejects.toMatchObject({ code: 'not-found' })
    }))
})

describe('a statement', () => {
  it('names the projects of a donation, and how many', () =>
    inScene(async ({ ctx, ids }) => {
      const titles = await donationTeller.titles(ctx, ids.slice(0, 3))
      expect(ids.slice(0, 3).map((id) => titles.get(id))).toEqual([
        { zh: '山区儿童营养午餐', en: '山区儿童营养午餐' },
        { zh: '山区儿童营养午餐等 2 个项目', en: '山区儿童营养午餐 and 1 more' },
        { zh: '山区儿童营养午餐等 3 个项目', en: '山区儿童营养午餐 and 2 more' },
      ])
    }))

  it('opens a journal into the parts and the cooling time', () =>
    inScene(async ({ ctx, me, mine, ids, funds }) => {
      const { journals } = await getMyDonation(mine, ids[1]!)
      const journal = await readJournal(ctx, journals[0]!.id)
      expect(await donationTeller.tell(ctx, journal!, me.id)).toEqual({
        kind: 'donation',
        donationId: ids[1],
        parts: funds.slice(0, 2).map(({ id, name }) => ({ fundProjectId: id, fundProjectName: name, amountFen: 500, state: 'held' })),
        coolsAt: addMinutes(now, 31).toISOString(),
        settledAt: null,
      })
    }))
})
