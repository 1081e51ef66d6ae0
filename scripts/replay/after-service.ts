import { workOnce } from '@yijian/api/core/jobs/worker'
import { handlers } from '@yijian/api/server'
import { addMinutes, shanghaiInstant } from '@yijian/shared/kernel/time'
import { fundPlans } from '../seed/fund-plans.ts'
import type { Lane } from './perform.ts'
import { PRICE_POINTS, type Programme } from './programme.ts'

const COOLED_MINUTES = 31

/** What follows from service at the end of the year: fund projects that receive, and what everybody gives them. */
export async function listFunds(lane: Lane, year: number, { roles: { operator, checker } }: Programme): Promise<string[]> {
  const ids: string[] = []
  for (const [index, { until: _, reports: __, ...body }] of Object.values(fundPlans).entries()) {
    lane.clocked.setClock(addMinutes(shanghaiInstant(`${year}-12-01`, '09:00'), index * 10))
    const { id } = await handlers.recommendFundProject(await lane.cast.as(operator), { body })
    for (const move of ['check', 'list'] as const)
      await handlers.moveFundProject(await lane.cast.as(checker), { params: { fundProjectId: id }, body: { move, charityShown: body } })
    ids.push(id)
  }
  lane.count(ids.length * 3)
  return ids
}

/** One donation, cooled and settled; every third is split over two projects. */
export async function giveCredit(
  lane: Lane,
  gift: Programme['gifts'][number],
  { fundIds, year, turn }: { fundIds: readonly string[]; year: number; turn: number },
): Promise<void> {
  // The whole company gives within some evenings of December.
  const at = addMinutes(shanghaiInstant(`${year}-12-21`, '08:00'), (turn % 9000) + 1)
  lane.clocked.setClock(at)
  const pick = (offset: number) => ({ fundProjectId: fundIds[(turn + offset) % fundIds.length] ?? '', weight: 1 })
  const parts = turn % 3 === 2 && fundIds.length > 1 && gift.fen > 1 ? [pick(0), pick(1)] : [pick(0)]
  await handlers.createDonation(await lane.cast.as(gift.who), { body: { totalFen: gift.fen, parts } })
  lane.clocked.setClock(addMinutes(at, COOLED_MINUTES))
  await workOnce(lane.clocked.app)
  lane.count(2)
}

/** Whatever still lies in the outbox by the end of the year. */
export async function workOff(lane: Lane, at: Date): Promise<void> {
  lane.clocked.setClock(at)
  while ((await workOnce(lane.clocked.app)) > 0);
}

/** An item of the shop, had by as many as the year says, and handed over. */
export async function shop(lane: Lane, year: number, { shoppers, roles }: Programme): Promise<void> {
  if (shoppers.length === 0) return
  const at = shanghaiInstant(`${year}-12-28`, '10:00')
  lane.clocked.setClock(at)
  const item = {
    name: '益践帆布袋',
    description: '12 安再生棉帆布，内袋可放水杯。',
    category: 'bag' as const,
    pricePoints: PRICE_POINTS,
    stock: shoppers.length,
    perPerson: 1,
    fromOn: `${year}-12-01`,
    untilOn: null,
  }
  const { id: shopItemId } = await handlers.createShopItem(await lane.cast.as(roles.operator), { body: item })
  for (const [index, who] of shoppers.entries()) {
    lane.clocked.setClock(addMinutes(at, index))
    const { pickUpCode } = await handlers.placeOrder(await lane.cast.as(who), { params: { shopItemId } })
    await handlers.pickUpOrder(await lane.cast.as(roles.checker), { params: { code: pickUpCode ?? '' } })
  }
  lane.count(1 + 2 * shoppers.length)
}

/** The award of the year, from the announcement to the published list. */
export async function honourLeaders(lane: Lane, year: number, { leaders, roles }: Programme): Promise<void> {
  if (leaders.length === 0) return
  const set = (day: string, clock = '10:00') => lane.clocked.setClock(shanghaiInstant(`${year}-${day}`, clock))
  const ids = async (numbers: readonly string[]) => Promise.all(numbers.map(async (who) => (await lane.cast.person(who)).employeeId))
  set('11-25')
  const judgeIds = await ids(roles.judges)
  const dates = { nominationOpensOn: `${year}-12-01`, nominationClosesOn: `${year}-12-08`, frozenOn: `${year}-12-08` }
  const weights = { innovation: 25, impact: 30, uniqueness: 20, sustainability: 25 }
  const { id: cycleId } = await handlers.createCycle(await lane.cast.as(roles.operator), {
    body: { year, places: leaders.length, weights, minScores: 1, ...dates, scoringClosesOn: `${year}-12-14`, publicityDays: 5, judgeIds },
  })
  const nominationIds: string[] = []
  for (const who of leaders) {
    set('12-03')
    const [nomineeId = ''] = await ids([who])
    const body = { nomineeId, kind: 'self' as const, reason: '带着同事把一件小事做了一整年，场场都在现场。' }
    nominationIds.push((await handlers.nominate(await lane.cast.as(who), { params: { cycleId }, body })).id)
  }
  await workOff(lane, shanghaiInstant(`${year}-12-09`, '01:00'))
  for (const [index, nominationId] of nominationIds.entries()) {
    set('12-12')
    for (const judge of roles.judges) {
      const asJudge = await lane.cast.as(judge)
      const { conflict } = await handlers.getNomination(asJudge, { params: { nominationId } })
      const marks = { innovation: 10 - (index % 3), impact: 9, uniqueness: 8 - (index % 2), sustainability: 9 }
      if (conflict === null) await handlers.scoreNomination(asJudge, { params: { nominationId }, body: { marks, comment: '' } })
    }
  }
  set('12-15')
  const reasons = nominationIds.map((nominationId) => ({ nominationId, reason: '主理材料扎实，影响了身边很多同事。' }))
  await handlers.proposeLeaders(await lane.cast.as(roles.operator), { params: { cycleId }, body: { leaders: reasons } })
  set('12-21', '09:00')
  await handlers.publishLeaders(await lane.cast.as(roles.operator), { params: { cycleId } })
  lane.count(3 + leaders.length * (1 + roles.judges.length))
}
