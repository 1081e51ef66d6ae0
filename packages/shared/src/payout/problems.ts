import { problem } from '../http/problem.ts'

export const payoutProblems = {
  'payout-state': problem({
    status: 409,
    example: { state: 'approved', allowed: ['built'] },
    zh: (d) => ({
      title: '拨付批次状态不允许',
      detail: `批次当前为“${payoutStateZh[d.state] ?? d.state}”，此操作只适用于${d.allowed.map((state) => `“${payoutStateZh[state] ?? state}”`).join('、')}。`,
      next: '请刷新查看最新状态。',
    }),
    en: (d) => ({
      title: 'State of the payout',
      detail: `It is “${d.state}”; this needs “${d.allowed.join('” or “')}”.`,
      next: 'Refresh to see its state.',
    }),
  }),
  'own-payout': problem({
    status: 403,
    example: {},
    zh: () => ({ title: '须由第二人复核', detail: '这个拨付批次由你生成，不能由你自己复核。', next: '请另一位运营复核。' }),
    en: () => ({
      title: 'A second person is needed',
      detail: 'You built this batch; another person approves it.',
      next: 'Ask another operator.',
    }),
  }),
  'nothing-to-pay': problem({
    status: 409,
    example: { projects: 1 },
    zh: () => ({
      title: '没有待拨付的捐赠',
      detail: '所选公益金项目没有已送达且不在其他批次中的捐赠。',
      next: '请刷新待拨付列表；可能刚被另一位运营生成了批次。',
    }),
    en: () => ({
      title: 'Nothing to pay out',
      detail: 'No settled donation of the chosen fund projects is left outside a batch.',
      next: 'Refresh; another operator may just have built it.',
    }),
  }),
}

const payoutStateZh: Record<string, string> = {
  built: '待复核',
  approved: '待打款',
  sent: '待确认',
  confirmed: '已到账',
  bounced: '已退回',
  cancelled: '已取消',
}
