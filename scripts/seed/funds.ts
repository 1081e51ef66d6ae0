import { handlers } from '@yijian/api/server'
import { addDays, addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import { crews, some } from './crews.ts'
import { type FundKey, type FundPlan, fundPlans } from './fund-plans.ts'
import { handIn } from './pictures.ts'
import { type Moment, type World, donated, idOf } from './world.ts'

const DAY_MINUTES = 1440
/** Two operators: what one does the other looks at. */
const [keeper, second] = ['D0018', 'D0032'] as const
const BEGAN_DAYS_AGO = 265
const HUNDRED_YUAN_FEN = 10_000

const keys = Object.keys(fundPlans) as FundKey[]
const planOf = (key: FundKey): FundPlan => fundPlans[key]
const listed = keys.filter((key) => planOf(key).until === 'listed')

/** What people gave, week by week; whoever has not earned as much gives what there is. */
const gifts = Array.from({ length: 33 }, (_, turn) => ({
  // The last of them came after the newest batch and waits for the next.
  daysAgo: turn === 32 ? 1 : 196 - turn * 6,
  people: some([...crews.shore, ...crews.online, ...crews.testers], 4, turn),
  to: givenTo(turn),
  fen: (1 + (turn % 3)) * HUNDRED_YUAN_FEN,
}))

/** In turn, now and then two at once; the last of them was only given to before it paused. */
function givenTo(turn: number): readonly FundKey[] {
  if (turn === 1) return ['elders']
  return turn % 5 === 4 ? ['lunch', 'readers'] : [listed[turn % (listed.length - 1)] ?? 'lunch']
}

/** Fund projects, what they were given, what was paid out and what their charities reported. */
export function fundsAndPayouts(world: World): Moment[] {
  return [
    ...keys.flatMap((key, index) => beginning(world, key, BEGAN_DAYS_AGO - index)),
    ...gifts.flatMap((gift) =>
      gift.people.flatMap((who, index) =>
        donated(world, { at: ago(world, gift.daysAgo, index * 47), happens: () => give(world, who, gift) }),
      ),
    ),
    ...payout(world, { daysAgo: 118, builder: keeper, end: 'confirmed' }),
    ...payout(world, { daysAgo: 40, builder: second, end: 'confirmed' }),
    ...payout(world, { daysAgo: 12, builder: keeper, end: 'sent' }),
    ...payout(world, { daysAgo: 3, builder: second, end: 'built' }),
    ...listed.flatMap((key) => reporting(world, key)),
  ]
}

function ago({ now }: World, days: number, minutesLater = 0): Date {
  return addMinutes(now, -days * DAY_MINUTES + minutesLater)
}

function beginning(world: World, key: FundKey, daysAgo: number): Moment[] {
  const { until, reports: _, ...body } = planOf(key)
  // The newest recommendation waits for the operator of the demo to check it.
  const isNew = until === 'recommended'
  const from = isNew ? 2 : daysAgo
  const creator = isNew ? second : keeper
  const move = (name: 'check' | 'list') => async () =>
    handlers.moveFundProject(await world.cast.as(second), {
      params: { fundProjectId: idOf(world.fundIds, key) },
      body: { move: name, charityShown: body },
    })
  const create = async () => {
    const { id } = await handlers.recommendFundProject(await world.cast.as(creator), { body })
    world.fundIds.set(key, id)
  }
  if (isNew) return [{ at: ago(world, from), happens: create }]
  return [
    { at: ago(world, from), happens: create },
    { at: ago(world, from, DAY_MINUTES), happens: move('check') },
    { at: ago(world, from, DAY_MINUTES + 60), happens: move('list') },
  ]
}

async function give(world: World, who: string, { to, fen }: { to: readonly FundKey[]; fen: number }): Promise<void> {
  const ctx = await world.cast.as(who)
  const { availableFen } = await handlers.getGivingTerms(ctx, {})
  const totalFen = Math.min(availableFen, fen)
  if (totalFen < HUNDRED_YUAN_FEN) return
  const parts = to.map((key) => ({ fundProjectId: idOf(world.fundIds, key), weight: 1 }))
  await handlers.createDonation(ctx, { body: { totalFen, parts } })
}

interface PayoutPlan {
  daysAgo: number
  builder: string
  end: 'built' | 'sent' | 'confirmed'
}

function payout(world: World, { daysAgo, builder, end }: PayoutPlan): Moment[] {
  const other = builder === keeper ? second : keeper
  let ids: string[] = []
  const forEach = (deed: (payoutId: string, index: number) => Promise<unknown>) => async () => {
    for (const [index, payoutId] of ids.entries()) await deed(payoutId, index)
  }
  const day = shanghaiDay(ago(world, daysAgo)).replaceAll('-', '')
  const build = async () => {
    const ctx = await world.cast.as(builder)
    const waiting = await handlers.listPayoutCandidates(ctx, {})
    if (waiting.items.length > 0) ids = (await handlers.buildPayouts(ctx, { body: {} })).items.map(({ id }) => id)
  }
  const steps: Moment[] = [{ at: ago(world, daysAgo), happens: build }]
  if (end === 'built') return steps
  const approve = forEach(async (payoutId) => handlers.approvePayout(await world.cast.as(other), { params: { payoutId } }))
  const send = forEach(async (payoutId, index) =>
    handlers.sendPayout(await world.cast.as(builder), {
      params: { payoutId },
      body: { bankReference: `${day}-${String(index + 1).padStart(4, '0')}` },
    }),
  )
  steps.push({ at: ago(world, daysAgo - 1), happens: approve }, { at: ago(world, daysAgo - 2), happens: send })
  if (end === 'sent') return steps
  const confirm = forEach(async (payoutId) =>
    handlers.confirmPayout(await world.cast.as(other), {
      params: { payoutId },
      body: { note: '款项已收到，捐赠票据已开具，感谢每一位同事。' },
    }),
  )
  return [...steps, { at: ago(world, daysAgo - 5), happens: confirm }]
}

function reporting(world: World, key: FundKey): Moment[] {
  return planOf(key).reports.map(({ daysAgo, title, text, spentPercent, picture }) => ({
    at: ago(world, daysAgo),
    happens: async () => {
      const ctx = await world.cast.as(keeper)
      const params = { fundProjectId: idOf(world.fundIds, key) }
      const { transparency } = await handlers.getFundProject(ctx, { params })
      const open = transparency.paidFen - transparency.spentFen
      const spentFen = Math.floor((open * spentPercent) / 100 / HUNDRED_YUAN_FEN) * HUNDRED_YUAN_FEN
      const until = shanghaiDay(ago(world, daysAgo))
      const imageIds = picture === undefined ? [] : [await handIn(world, keeper, { name: picture, purpose: 'report' })]
      const body = { title, text, periodFrom: addDays(until, -89), periodUntil: until, spentFen, imageIds }
      await handlers.publishFundReport(ctx, { params, body })
    },
  }))
}
