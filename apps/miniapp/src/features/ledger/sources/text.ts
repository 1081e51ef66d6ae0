import type { JournalSourceOf } from '@yijian/shared/statement/shapes'
import { featureText } from '@/i18n/feature-text'
import { midSentence } from '@/lib/format'

type ClaimState = JournalSourceOf<'claim'>['state']
type PartState = JournalSourceOf<'donation'>['parts'][number]['state']
type OrderState = JournalSourceOf<'order'>['state']
type LeaveState = JournalSourceOf<'leave'>['state']

const claimZh: Record<ClaimState, string> = { approved: '申报已通过', refunded: '捐款已退回' }
const claimEn: Record<ClaimState, string> = { approved: 'claim approved', refunded: 'donation refunded' }
const partZh: Record<PartState, string> = { held: '冷静期中', settled: '已捐出', cancelled: '已撤销', returned: '已退回' }
const partEn: Record<PartState, string> = { held: 'in cooling time', settled: 'given', cancelled: 'undone', returned: 'returned' }
const orderZh: Record<OrderState, string> = { placed: '待领取', 'picked-up': '已领取', cancelled: '已取消' }
const orderEn: Record<OrderState, string> = { placed: 'to be picked up', 'picked-up': 'picked up', cancelled: 'cancelled' }
const leaveZh: Record<LeaveState, string> = {
  requested: '等待审批',
  approved: '已批准',
  declined: '未批准',
  used: '已休',
  cancelled: '已撤回',
  returned: '已退回额度',
}
const leaveEn: Record<LeaveState, string> = {
  requested: 'waiting for approval',
  approved: 'approved',
  declined: 'declined',
  used: 'taken',
  cancelled: 'withdrawn',
  returned: 'returned',
}

/** What the sources of journals are called, beside service. */
export const sourceText = featureText({
  zh: {
    handledBy: (name: string, department: string) => `经办：${name}（${department}）`,
    seeClaim: '查看申报',
    seeDonation: '查看这笔捐赠',
    seeOrder: '查看兑换单',
    seeLeave: '查看我的公益假',
    claim: '个人捐赠',
    gave: (day: string, platform: string, yuan: string) => `${day} 在${platform}捐赠 ${yuan}`,
    claimStates: claimZh,
    donation: '捐给公益项目',
    partStates: partZh,
    coolsAt: (time: string) => `冷静期到 ${time}`,
    settledAt: (time: string) => `${time} 完成捐出`,
    taskAward: '完成积分任务',
    order: '积分兑换',
    orderStates: orderZh,
    leave: '公益假申请',
    leaveStates: leaveZh,
  },
  en: {
    handledBy: (name, department) => `By ${name} (${department})`,
    seeClaim: 'See the claim',
    seeDonation: 'See the donation',
    seeOrder: 'See the order',
    seeLeave: 'See my leave',
    claim: 'Own donation',
    gave: (day, platform, yuan) => `${yuan} given on ${platform}, ${day}`,
    claimStates: claimEn,
    donation: 'Given to charity projects',
    partStates: partEn,
    coolsAt: (time) => `Cooling time until ${midSentence(time)}`,
    settledAt: (time) => `Given ${midSentence(time)}`,
    taskAward: 'Point task done',
    order: 'Points spent in the shop',
    orderStates: orderEn,
    leave: 'Charity leave',
    leaveStates: leaveEn,
  },
})
