import { problem } from '../http/problem.ts'

export const leaveProblems = {
  'leave-needs-place': problem({
    status: 409,
    example: { state: 'waitlisted' },
    zh: (d) => ({
      title: '需要已确认的报名',
      detail: d.state === 'waitlisted' ? '你还在候补队列中，名额确认后才能申请公益假。' : '这个报名已取消，不能据此申请公益假。',
      next: '请选择一个已确认的场次。',
    }),
    en: (d) => ({
      title: 'A confirmed place is needed',
      detail: `Your sign-up is ${d.state}; leave is asked for a confirmed place.`,
      next: 'Choose a session you are confirmed for.',
    }),
  }),
  'leave-day-mismatch': problem({
    status: 422,
    example: { leaveOn: '2026-11-21', sessionOn: '2026-11-20' },
    zh: (d) => ({
      title: '日期与场次不符',
      detail: `场次在 ${d.sessionOn} 举行，公益假不能请在 ${d.leaveOn}。`,
      next: '请选择场次当天。',
    }),
    en: (d) => ({
      title: 'Not the day of the session',
      detail: `The session is on ${d.sessionOn}, the leave would be on ${d.leaveOn}.`,
      next: 'Choose the day of the session.',
    }),
  }),
  'leave-day-passed': problem({
    status: 409,
    example: { leaveOn: '2026-11-20' },
    zh: (d) => ({
      title: '已过可操作的时间',
      detail: `${d.leaveOn} 的公益假：申请和审批截至当天，撤回须在前一天。`,
      next: '如有疑问，请联系人事同事。',
    }),
    en: (d) => ({
      title: 'Too late',
      detail: `Leave on ${d.leaveOn}: it is asked for and decided until that day ends, and taken back before it begins.`,
      next: 'Ask HR if something is wrong.',
    }),
  }),
  'leave-year-ahead': problem({
    status: 409,
    example: { leaveOn: '2028-01-03', from: '2027-01-01' },
    zh: (d) => ({
      title: '那一年的额度尚未开放',
      detail: `${d.leaveOn} 用的是当年的额度，从 ${d.from} 起可以申请。`,
      next: `请在 ${d.from} 之后申请。`,
    }),
    en: (d) => ({
      title: 'That year is not open yet',
      detail: `${d.leaveOn} takes from the allowance of its own year, which can be asked for from ${d.from} on.`,
      next: `Ask from ${d.from} on.`,
    }),
  }),
  'leave-already-asked': problem({
    status: 409,
    example: { leaveOn: '2026-11-20' },
    zh: (d) => ({
      title: '已经申请过',
      detail: `这个报名或同一时段（${d.leaveOn}）已有一份有效的公益假。`,
      next: '可在“公益假”中查看，或先撤回再申请。',
    }),
    en: (d) => ({
      title: 'Asked for already',
      detail: `This sign-up, or the same part of ${d.leaveOn}, has leave already.`,
      next: 'See it under Charity leave, or take it back first.',
    }),
  }),
  'leave-insufficient': problem({
    status: 409,
    example: { wantedMinutes: 480, availableMinutes: 240, year: 2026 },
    zh: (d) => ({
      title: '公益假余额不足',
      detail: `需要 ${d.wantedMinutes / 60} 小时，${d.year} 年还剩 ${d.availableMinutes / 60} 小时。`,
      next: d.availableMinutes > 0 ? '可改为申请半天。' : `${d.year} 年的额度已用完，可撤回其他申请，或选另一年的场次。`,
    }),
    en: (d) => ({
      title: 'Not enough leave',
      detail: `${d.wantedMinutes / 60} h wanted, ${d.availableMinutes / 60} h left of ${d.year}.`,
      next: d.availableMinutes > 0 ? 'Ask for half a day.' : 'Take other leave back, or choose a session of another year.',
    }),
  }),
  'leave-state': problem({
    status: 409,
    example: { state: 'cancelled' },
    zh: (d) => ({
      title: '公益假状态已变化',
      detail: `这份申请当前为“${leaveStateZh[d.state] ?? d.state}”，不能再操作。`,
      next: '请刷新后查看。',
    }),
    en: (d) => ({ title: 'The leave has moved on', detail: `It is “${d.state}” now.`, next: 'Refresh to see it.' }),
  }),
  'own-leave': problem({
    status: 403,
    example: {},
    zh: () => ({
      title: '不能审批自己的公益假',
      detail: '公益假须由人事或本分会的另一位负责人审批。',
      next: '申请已在他们的待办中，请等待处理。',
    }),
    en: () => ({
      title: 'Own leave',
      detail: 'Leave is decided by HR or another lead of the branch, never by oneself.',
      next: 'It waits for them; nothing more to do.',
    }),
  }),
}

const leaveStateZh: Record<string, string> = {
  requested: '等待审批',
  approved: '已批准',
  declined: '未批准',
  used: '已休',
  cancelled: '已撤回',
  returned: '已退回额度',
}
