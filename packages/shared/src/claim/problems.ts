import { problem } from '../http/problem.ts'

const statesZh: Record<string, string> = {
  submitted: '审核中',
  returned: '退回修改',
  approved: '已通过',
  rejected: '未通过',
  refunded: '已退款追回',
}

export const claimProblems = {
  'gift-in-future': problem({
    status: 422,
    example: { giftOn: '2026-12-01' },
    zh: (d) => ({ title: '捐赠日期有误', detail: `捐赠日期 ${d.giftOn} 还没有到。`, next: '请按收据上的日期填写。' }),
    en: (d) => ({ title: 'Date lies ahead', detail: `${d.giftOn} has not come yet.`, next: 'Enter the day on the receipt.' }),
  }),
  'gift-too-old': problem({
    status: 422,
    example: { giftOn: '2025-10-01', since: '2025-11-20', claimWithinDays: 365 },
    zh: (d) => ({
      title: '已超过申报期限',
      detail: `捐赠后 ${d.claimWithinDays} 天内可以申报，目前可申报 ${d.since} 之后的捐赠。`,
      next: '如有特殊情况，请联系运营。',
    }),
    en: (d) => ({
      title: 'Claimed too late',
      detail: `Donations are claimed within ${d.claimWithinDays} days; now those since ${d.since}.`,
      next: 'Ask an operator if there is a special reason.',
    }),
  }),
  'order-number-unclear': problem({
    status: 422,
    example: { minSigns: 6 },
    zh: (d) => ({
      title: '订单号不完整',
      detail: `订单号至少要有 ${d.minSigns} 位数字或字母。`,
      next: '请按收据上的订单号或票据号完整填写。',
    }),
    en: (d) => ({
      title: 'Order number incomplete',
      detail: `It has at least ${d.minSigns} digits or letters.`,
      next: 'Copy the order or receipt number in full.',
    }),
  }),
  'platform-name-missing': problem({
    status: 422,
    example: {},
    zh: () => ({ title: '请填写平台名称', detail: '选择“其他”时需要写明平台或机构名称。', next: '请补充名称后再提交。' }),
    en: () => ({ title: 'Platform name missing', detail: '“Other” needs the name of the platform or charity.', next: 'Add the name.' }),
  }),
  'order-claimed': problem({
    status: 409,
    example: { state: 'approved', mine: false },
    zh: (d) => ({
      title: '这个订单号已申报过',
      detail: `${d.mine ? '你' : '公司内'}已有一笔相同订单号的申报（${statesZh[d.state] ?? d.state}），同一笔捐赠只能申报一次。`,
      next: d.mine ? '可在“我的捐赠申报”中查看。' : '请核对订单号；如确认无误，请联系运营核实。',
    }),
    en: (d) => ({
      title: 'Order number already claimed',
      detail: `A claim ${d.mine ? 'of yours' : 'in the company'} has this number (${d.state}); a donation is claimed once.`,
      next: d.mine ? 'See it under My own donations.' : 'Check the number; if it is right, ask an operator.',
    }),
  }),
  'receipt-claimed': problem({
    status: 409,
    example: { state: 'submitted', mine: false, fileId: 'fil_0d3k9x2m4q7rt' },
    zh: (d) => ({
      title: '这张收据已用过',
      detail: `同一张图片已用于${d.mine ? '你的' : ''}另一笔申报（${statesZh[d.state] ?? d.state}）。`,
      next: '请换成这笔捐赠自己的收据。',
    }),
    en: (d) => ({
      title: 'Receipt already used',
      detail: `The same picture stands in another claim${d.mine ? ' of yours' : ''} (${d.state}).`,
      next: 'Use the receipt of this very donation.',
    }),
  }),
  'own-claim': problem({
    status: 403,
    example: {},
    zh: () => ({ title: '不能处理自己的申报', detail: '个人捐赠由其他运营同事审核。', next: '请等待同事处理。' }),
    en: () => ({ title: 'Own claim', detail: 'Another operator decides about your donation.', next: 'Wait for a colleague.' }),
  }),
  'claim-sent-again': problem({
    status: 409,
    example: { roundShown: 1, round: 2 },
    zh: (d) => ({
      title: '申报已重新提交',
      detail: `审核以看到的内容为准：你看到的是第 ${d.roundShown} 次提交，现在是第 ${d.round} 次，金额和收据可能不同。`,
      next: '这次没有处理。请看过新的内容，再决定。',
    }),
    en: (d) => ({
      title: 'Claim was sent again',
      detail: `A claim is decided by what you saw: that was round ${d.roundShown}, and it is round ${d.round} now; amount and receipts may differ.`,
      next: 'Nothing was done. Look at what was sent, then decide again.',
    }),
  }),
  'claim-state': problem({
    status: 409,
    example: { state: 'approved' },
    zh: (d) => ({
      title: '申报状态已变化',
      detail: `这笔申报现在是“${statesZh[d.state] ?? d.state}”，此操作不再适用。`,
      next: '请刷新后查看。',
    }),
    en: (d) => ({ title: 'Claim has changed', detail: `The claim is now ${d.state}; this no longer applies.`, next: 'Refresh to see it.' }),
  }),
}
