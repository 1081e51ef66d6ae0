import { drawSvg } from '@yijian/api/core/drawing/draw-svg'
import { fontFamily } from '@yijian/api/core/drawing/fonts'
import { handlers } from '@yijian/api/server'
import { claimPlatformNames } from '@yijian/shared/claim/text'
import { addMinutes, shanghaiDay } from '@yijian/shared/kernel/time'
import { chen } from './crews.ts'
import type { Moment, World } from './world.ts'

const DAY_MINUTES = 1440
const operator = 'D0018'

interface Gift {
  who: string
  platform: 'tencent-gongyi' | 'alipay'
  /** What it was given for, as the receipt says. */
  purpose: string
  yuan: number
  /** Left out: it still waits. */
  decision?: 'approve' | 'return' | 'reject' | 'refund'
}

const gifts: readonly (Gift & { daysAgo: number })[] = [
  { who: 'D0012', daysAgo: 64, platform: 'tencent-gongyi', purpose: '山区儿童免费午餐', yuan: 300, decision: 'approve' },
  { who: 'D0007', daysAgo: 41, platform: 'alipay', purpose: '乡村图书馆计划', yuan: 250, decision: 'approve' },
  { who: 'D0026', daysAgo: 35, platform: 'tencent-gongyi', purpose: '候鸟栖息地守护', yuan: 100, decision: 'refund' },
  { who: chen, daysAgo: 30, platform: 'tencent-gongyi', purpose: '一起捐 · 免费午餐', yuan: 66, decision: 'approve' },
  { who: 'D0030', daysAgo: 12, platform: 'alipay', purpose: '蚂蚁庄园 · 助残', yuan: 50, decision: 'reject' },
  { who: chen, daysAgo: 6, platform: 'alipay', purpose: '珍珠生助学', yuan: 200, decision: 'return' },
  { who: 'D0011', daysAgo: 3, platform: 'tencent-gongyi', purpose: '听障儿童康复', yuan: 500 },
  { who: 'D0028', daysAgo: 1, platform: 'tencent-gongyi', purpose: '流浪动物绝育', yuan: 120 },
]

const reasons = {
  return: '截图里看不到捐赠日期，请补一张完整的收据。',
  reject: '这是平台的活动奖励，不是个人捐款。',
  refund: '平台通知：项目停止，款项已原路退回。',
}

/** Own donations that colleagues claimed: some verified, some that wait, one that came back, one that was refunded. */
export function claimsMade(world: World): Moment[] {
  return gifts.flatMap((gift, index) => claimed(world, gift, addMinutes(world.now, -gift.daysAgo * DAY_MINUTES - index * 11)))
}

/** One claim and what became of it. */
export function claimed(world: World, gift: Gift, at: Date): Moment[] {
  let claimId = ''
  const claim = async () => void (claimId = await submit(world, gift, at))
  const decided = { at: addMinutes(at, 26 * 60), happens: () => decide(world, gift, claimId) }
  const refunded = { at: addMinutes(at, 12 * DAY_MINUTES), happens: () => refund(world, claimId) }
  return [{ at, happens: claim }, ...(gift.decision === undefined ? [] : [decided]), ...(gift.decision === 'refund' ? [refunded] : [])]
}

async function submit({ cast }: World, gift: Gift, at: Date): Promise<string> {
  const ctx = await cast.as(gift.who)
  const giftOn = shanghaiDay(addMinutes(at, -DAY_MINUTES))
  const orderNo = `${gift.platform === 'alipay' ? '2088' : 'TXGY'} ${giftOn.replaceAll('-', '')} ${gift.who.slice(1)}${gift.yuan}`
  const bytes = await receipt({ ...gift, giftOn, orderNo })
  const { id: fileId } = await handlers.uploadImage(ctx, { query: { purpose: 'receipt' }, file: { type: 'image/png', bytes } })
  const { platform, yuan } = gift
  const body = { platform, platformName: null, orderNo, giftOn, amountFen: yuan * 100, imageIds: [fileId] }
  return (await handlers.submitClaim(ctx, { body })).id
}

async function decide({ cast }: World, { decision }: Gift, claimId: string): Promise<void> {
  const [ctx, params] = [await cast.as(operator), { claimId }]
  const round = 1
  if (decision === 'return') await handlers.returnClaim(ctx, { params, body: { reason: reasons.return, round } })
  else if (decision === 'reject') await handlers.rejectClaim(ctx, { params, body: { reason: reasons.reject, round } })
  else await handlers.approveClaim(ctx, { params, body: { round } })
}

async function refund({ cast }: World, claimId: string): Promise<void> {
  await handlers.refundClaim(await cast.as(operator), { params: { claimId }, body: { reason: reasons.refund } })
}

/** A receipt as a phone shows it; made up, and marked as such. */
async function receipt({ platform, purpose, yuan, giftOn, orderNo }: Gift & { giftOn: string; orderNo: string }): Promise<Buffer> {
  const lines = [
    ['捐赠项目', purpose],
    ['捐赠日期', giftOn],
    ['订单号', orderNo],
    ['支付状态', '已完成'],
  ].map(
    ([name, value], at) =>
      `<text x="48" y="${520 + at * 76}" fill="#7a857f" font-size="26">${name}</text><text x="612" y="${520 + at * 76}" text-anchor="end" fill="#14211c" font-size="26">${value}</text>`,
  )
  const tint = platform === 'alipay' ? '#1677ff' : '#e8592f'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="660" height="960" font-family="${fontFamily}"><rect width="660" height="960" fill="#f4f6f5"/>
<rect width="660" height="200" fill="${tint}"/><text x="330" y="120" text-anchor="middle" fill="#ffffff" font-size="36">${claimPlatformNames[platform].zh} · 捐赠电子收据</text>
<rect x="24" y="160" width="612" height="720" rx="24" fill="#ffffff"/>
<text x="330" y="270" text-anchor="middle" fill="#7a857f" font-size="28">捐赠金额</text>
<text x="330" y="370" text-anchor="middle" fill="#14211c" font-size="76" font-weight="700">¥${yuan}.00</text>${lines.join('')}
<text x="330" y="930" text-anchor="middle" fill="#7a857f" font-size="22">演示数据 · 并非真实收据</text></svg>`
  return drawSvg(svg)
}
