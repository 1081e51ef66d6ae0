import { problem } from '../http/problem.ts'
import { spokenTime } from '../kernel/time.ts'

export const pointsProblems = {
  'point-task-fact': problem({
    status: 422,
    example: { kind: 'daily', fact: 'wechat-bound' },
    zh: () => ({ title: '任务类型与事实不匹配', detail: '这件事不能按这种方式奖励。', next: '请换一种任务类型，或换一件事。' }),
    en: (d) => ({
      title: 'Kind and fact do not go together',
      detail: `“${d.fact}” cannot be rewarded as a ${d.kind} task.`,
      next: 'Choose another kind or another fact.',
    }),
  }),
  'point-task-too-early': problem({
    status: 422,
    example: { fromOn: '2026-11-20', earliest: '2026-11-21' },
    zh: (d) => ({
      title: '开始日期太早',
      detail: `开始日 ${d.fromOn} 早于最早可选的 ${d.earliest}；当天已经发生的事不追溯。`,
      next: '请选择明天或更晚的日期。',
    }),
    en: (d) => ({
      title: 'Begins too early',
      detail: `${d.fromOn} lies before ${d.earliest}; what has happened already is not rewarded backwards.`,
      next: 'Choose tomorrow or later.',
    }),
  }),
  'days-reversed': problem({
    status: 422,
    example: { fromOn: '2026-12-31', untilOn: '2026-12-01' },
    zh: (d) => ({ title: '日期前后颠倒', detail: `结束日 ${d.untilOn} 早于开始日 ${d.fromOn}。`, next: '请调整其中一个日期。' }),
    en: (d) => ({ title: 'Days in the wrong order', detail: `${d.untilOn} lies before ${d.fromOn}.`, next: 'Change one of the two days.' }),
  }),
  'point-task-ended': problem({
    status: 409,
    example: { endedOn: '2026-11-20' },
    zh: (d) => ({ title: '任务已结束', detail: `该任务已于 ${d.endedOn} 结束。`, next: '请刷新列表；如需继续，请新建任务。' }),
    en: (d) => ({ title: 'Task has ended', detail: `It ended with ${d.endedOn}.`, next: 'Refresh; create a new task to go on.' }),
  }),
  'item-not-on-sale': problem({
    status: 409,
    example: { name: '益践帆布袋', fromOn: null as string | null },
    zh: (d) =>
      d.fromOn === null
        ? { title: '暂不可兑换', detail: `“${d.name}”已下架或不在兑换期内。`, next: '看看商城里的其他好物。' }
        : { title: '还没有开始兑换', detail: `“${d.name}”从 ${d.fromOn} 起可兑换。`, next: '请到时再来。' },
    en: (d) =>
      d.fromOn === null
        ? { title: 'Not on offer', detail: `“${d.name}” was withdrawn or is out of its dates.`, next: 'See what else the shop has.' }
        : { title: 'Not on offer yet', detail: `“${d.name}” can be had from ${d.fromOn}.`, next: 'Come back then.' },
  }),
  'order-limit': problem({
    status: 409,
    example: { name: '益践帆布袋', perPerson: 1 },
    zh: (d) => ({
      title: '已达兑换上限',
      detail: `“${d.name}”每人限兑 ${d.perPerson} 件，你已兑满。`,
      next: '可在“我的兑换”中查看领取码。',
    }),
    en: (d) => ({
      title: 'Limit reached',
      detail: `Each person may have ${d.perPerson} of “${d.name}”, and you have.`,
      next: 'Find the pick-up code under My orders.',
    }),
  }),
  'item-sold-out': problem({
    status: 409,
    example: { name: '益践帆布袋' },
    zh: (d) => ({ title: '已兑完', detail: `“${d.name}”暂时没有库存，积分没有扣除。`, next: '有人取消或补货后可再来兑换。' }),
    en: (d) => ({ title: 'Sold out', detail: `None of “${d.name}” is left; no points were spent.`, next: 'Try again after a restock.' }),
  }),
  'points-insufficient': problem({
    status: 409,
    example: { wanted: 600, available: 420 },
    zh: (d) => ({
      title: '积分不足',
      detail: `需要 ${d.wanted} 积分，可用 ${d.available} 积分，还差 ${d.wanted - d.available} 积分。`,
      next: '参加志愿服务或完成积分任务，就能攒够。',
    }),
    en: (d) => ({
      title: 'Not enough points',
      detail: `${d.wanted} points wanted, ${d.available} available: ${d.wanted - d.available} short.`,
      next: 'Serve or complete a point task to earn more.',
    }),
  }),
  'stock-too-low': problem({
    status: 409,
    example: { stockLeft: 3, change: -5 },
    zh: (d) => ({
      title: '库存不够减',
      detail: `现有库存 ${d.stockLeft} 件，不能再减 ${-d.change} 件。`,
      next: '请改小数量；已被兑换的不在库存之内。',
    }),
    en: (d) => ({
      title: 'Not so many left',
      detail: `${d.stockLeft} are left; ${-d.change} cannot be taken away.`,
      next: 'Take fewer; what was ordered is not in stock any more.',
    }),
  }),
  'pick-up-code-unknown': problem({
    status: 404,
    example: {},
    zh: () => ({ title: '领取码无效', detail: '没有找到这个领取码对应的兑换单。', next: '请核对 8 位领取码，或让对方刷新“我的兑换”。' }),
    en: () => ({
      title: 'Unknown pick-up code',
      detail: 'No order has this code.',
      next: 'Compare its eight characters, or let the person refresh My orders.',
    }),
  }),
  'order-picked-up': problem({
    status: 409,
    example: { pickedUpAt: '2026-11-20T06:00:00.000Z' },
    zh: (d) => ({
      title: '已经领取',
      detail: `这张兑换单已于 ${spokenTime(d.pickedUpAt, 'zh')} 领取。`,
      next: '每张兑换单只能领取一次，领取后不能取消。',
    }),
    en: (d) => ({
      title: 'Picked up already',
      detail: `This order was handed over ${spokenTime(d.pickedUpAt, 'en')}.`,
      next: 'An order is handed over once and cannot be cancelled afterwards.',
    }),
  }),
  'order-cancelled': problem({
    status: 409,
    example: { cancelledAt: '2026-11-20T06:00:00.000Z' },
    zh: (d) => ({
      title: '兑换已取消',
      detail: `这张兑换单已于 ${spokenTime(d.cancelledAt, 'zh')} 取消，积分已退回。`,
      next: '如仍想要，请重新兑换。',
    }),
    en: (d) => ({
      title: 'Order was cancelled',
      detail: `It was cancelled ${spokenTime(d.cancelledAt, 'en')} and the points were returned.`,
      next: 'Order again if it is still wanted.',
    }),
  }),
  'own-pick-up': problem({
    status: 403,
    example: {},
    zh: () => ({ title: '不能给自己核销', detail: '自己的兑换单须由另一位运营核销。', next: '请把领取码给同事核销。' }),
    en: () => ({
      title: 'Your own order',
      detail: 'Another operator hands your order over.',
      next: 'Show the code to a colleague at the desk.',
    }),
  }),
}
