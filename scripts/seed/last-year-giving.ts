import { handlers } from '@yijian/api/server'
import { addMinutes, shanghaiInstant } from '@yijian/shared/kernel/time'
import type { FundMoveInput, FundProjectDraft } from '@yijian/shared/fund/shapes'
import { claimed } from './claims.ts'
import { lastYearOf } from './last-year.ts'
import { askFor } from './leave.ts'
import { type Moment, type World, donated } from './world.ts'

/** Two operators: what one does the other looks at. */
const [keeper, second] = ['D0018', 'D0032'] as const

/** Reached what it wanted within one winter, and closed. */
const coats: FundProjectDraft = {
  name: '高原孩子的冬衣',
  field: 'poverty-relief',
  city: '甘孜',
  summary: '入冬之前，给寄宿的孩子每人一件羽绒服',
  story: '海拔三千八百米的寄宿学校，十一月早晨已是零下十度。项目按校服尺码统一采购羽绒服，由班主任当面发放、家长签收。',
  effect: '半件羽绒服',
  charity: '成都市雪山下公益服务中心',
  charityCode: '52510100MJQ3152245',
  charityAccount: '成都银行武侯支行 1001 3000 0921 0033',
  coverFileId: null,
  targetFen: 100_000,
  reportEveryDays: 180,
}

const gifts = [
  { on: '11-18', who: 'D0023', fen: 20_000 },
  { on: '11-18', who: 'D0026', fen: 30_000 },
  { on: '11-26', who: 'D0037', fen: 10_000 },
  { on: '12-06', who: 'D0008', fen: 20_000 },
  { on: '12-14', who: 'D0030', fen: 30_000 },
] as const

/** What last year's volunteers gave: own money, credit for one fund project from its listing to its end, and one leave. */
export function lastYearsGiving(world: World): Moment[] {
  const year = lastYearOf(world)
  const on = (monthDay: string, time = '10:00') => shanghaiInstant(`${year}-${monthDay}`, time)
  const { as } = world.cast
  let fundProjectId = ''
  let payoutIds: string[] = []
  const recommend = async () => void (fundProjectId = (await handlers.recommendFundProject(await as(keeper), { body: coats })).id)
  const move = (body: FundMoveInput) => async () => handlers.moveFundProject(await as(second), { params: { fundProjectId }, body })
  const payOut = (deed: (payoutId: string, index: number) => Promise<unknown>) => async () => {
    for (const [index, payoutId] of payoutIds.entries()) await deed(payoutId, index)
  }
  const moments = [
    { at: on('09-20'), happens: recommend },
    { at: on('09-21'), happens: move({ move: 'check', charityShown: coats }) },
    { at: on('09-21', '11:00'), happens: move({ move: 'list' }) },
    ...claimed(
      world,
      { who: 'D0026', platform: 'tencent-gongyi', purpose: '困境儿童冬季包裹', yuan: 300, decision: 'approve' },
      on('11-03'),
    ),
    ...claimed(world, { who: 'D0040', platform: 'alipay', purpose: '独居老人年夜饭', yuan: 200, decision: 'approve' }, on('12-08')),
    ...gifts.flatMap(({ on: monthDay, who, fen }, index) =>
      donated(world, { at: addMinutes(on(monthDay, '20:15'), index * 13), happens: () => give(world, { who, fen, fundProjectId }) }),
    ),
    { at: on('11-28'), happens: () => askFor(world, { who: 'D0033', part: 'afternoon', decision: 'approved' }) },
    { at: on('12-17'), happens: async () => void (payoutIds = await build(world)) },
    { at: on('12-18'), happens: payOut(async (payoutId) => handlers.approvePayout(await as(second), { params: { payoutId } })) },
    { at: on('12-19'), happens: payOut(async (payoutId, index) => send(world, payoutId, `${year}1219-000${index + 1}`)) },
    {
      at: on('12-24'),
      happens: payOut(async (payoutId) =>
        handlers.confirmPayout(await as(second), { params: { payoutId }, body: { note: '款项已收到，冬衣赶在元旦前发到孩子手里。' } }),
      ),
    },
    { at: shanghaiInstant(`${year + 1}-01-15`, '10:00'), happens: () => report(world, fundProjectId) },
    {
      at: shanghaiInstant(`${year + 1}-01-20`, '10:00'),
      happens: move({ move: 'close', reason: '今冬的冬衣已全部发放，项目结项。' }),
    },
  ]
  return moments.filter(({ at }) => at < world.now)
}

/** Nobody gives what they have not earned. */
async function give({ cast }: World, { who, fen, fundProjectId }: { who: string; fen: number; fundProjectId: string }): Promise<void> {
  const ctx = await cast.as(who)
  if ((await handlers.getGivingTerms(ctx, {})).availableFen < fen) return
  await handlers.createDonation(ctx, { body: { totalFen: fen, parts: [{ fundProjectId, weight: 1 }] } })
}

async function build({ cast }: World): Promise<string[]> {
  const ctx = await cast.as(keeper)
  if ((await handlers.listPayoutCandidates(ctx, {})).items.length === 0) return []
  return (await handlers.buildPayouts(ctx, { body: {} })).items.map(({ id }) => id)
}

async function send({ cast }: World, payoutId: string, bankReference: string): Promise<void> {
  await handlers.sendPayout(await cast.as(keeper), { params: { payoutId }, body: { bankReference } })
}

/** All that was paid out has become coats. */
async function report({ cast }: World, fundProjectId: string): Promise<void> {
  const [ctx, params] = [await cast.as(keeper), { fundProjectId }]
  const { transparency } = await handlers.getFundProject(ctx, { params })
  const year = Number(ctx.now.toISOString().slice(0, 4)) - 1
  const period = { periodFrom: `${year}-10-01`, periodUntil: `${year}-12-31` }
  const text = '羽绒服全部由班主任当面发放，尺码不合的当周调换完毕。发放表由家长签字，存放在学校。\n感谢每一位同事，这个项目到此结项。'
  const body = { title: '结项反馈：孩子们穿上了新冬衣', text, ...period, spentFen: transparency.paidFen, imageIds: [] }
  await handlers.publishFundReport(ctx, { params, body })
}
