import { problem } from '../http/problem.ts'

const simple = (status: 403 | 409 | 422, zh: [string, string, string], en: [string, string, string]) =>
  problem({
    status,
    example: {},
    zh: () => ({ title: zh[0], detail: zh[1], next: zh[2] }),
    en: () => ({ title: en[0], detail: en[1], next: en[2] }),
  })

export const awardProblems = {
  'award-phase': problem({
    status: 409,
    example: { phase: 'scoring', needed: 'nominating' },
    zh: (d) => ({
      title: '当前阶段不能这样做',
      detail: `评选正处于“${phaseZh[d.phase] ?? d.phase}”阶段，此操作只在“${phaseZh[d.needed] ?? d.needed}”阶段进行。`,
      next: '请查看评选日程。',
    }),
    en: (d) => ({
      title: 'Not in this phase',
      detail: `The award is in its “${d.phase}” phase; this belongs to “${d.needed}”.`,
      next: 'See the dates of the cycle.',
    }),
  }),
  'award-days': problem({
    status: 422,
    example: { rule: 'scores-after-nominations' },
    zh: (d) => ({ title: '日程不合理', detail: daysZh[d.rule] ?? '日期先后有误。', next: '请调整日期后再发布。' }),
    en: (d) => ({ title: 'Dates do not fit', detail: daysEn[d.rule] ?? 'The dates are out of order.', next: 'Change the dates.' }),
  }),
  'cycle-exists': problem({
    status: 409,
    example: { year: 2026 },
    zh: (d) => ({ title: '该年度已有评选', detail: `${d.year} 年的益践领袖评选已经发布。`, next: '请打开已有的评选。' }),
    en: (d) => ({ title: 'Year taken', detail: `The award of ${d.year} has been announced.`, next: 'Open the existing cycle.' }),
  }),
  'judge-role-missing': problem({
    status: 422,
    example: { name: '沈评委' },
    zh: (d) => ({ title: '评委没有评委角色', detail: `${d.name} 目前没有“评委”角色。`, next: '请先授予评委角色，再加入评审团。' }),
    en: (d) => ({ title: 'Not a judge', detail: `${d.name} does not hold the role of a judge.`, next: 'Give the role first.' }),
  }),
  'nominee-not-host': problem({
    status: 409,
    example: { name: '陈小禾', year: 2026 },
    zh: (d) => ({
      title: '不符合提名条件',
      detail: `${d.name} 在 ${d.year} 年没有已下发公益时的主理场次；益践领袖只评选当年的主理人。`,
      next: '请提名当年主理过活动的同事。',
    }),
    en: (d) => ({
      title: 'Not eligible',
      detail: `${d.name} hosted no session with issued hours in ${d.year}; the award is for hosts of the year.`,
      next: 'Nominate somebody who hosted this year.',
    }),
  }),
  'nomination-kind': problem({
    status: 422,
    example: { kind: 'branch' },
    zh: (d) => ({ title: '提名方式不对', detail: kindZh[d.kind] ?? '提名方式与被提名人不符。', next: '请改选提名方式。' }),
    en: (d) => ({
      title: 'Wrong kind of nomination',
      detail: kindEn[d.kind] ?? 'The kind does not fit the nominee.',
      next: 'Choose another kind.',
    }),
  }),
  'already-nominated': problem({
    status: 409,
    example: { name: '孟晓棠' },
    zh: (d) => ({ title: '已被提名', detail: `${d.name} 在本届评选中已有提名。`, next: '一位主理人每届只需一份提名，可以提名其他同事。' }),
    en: (d) => ({
      title: 'Nominated already',
      detail: `${d.name} is nominated in this cycle.`,
      next: 'One nomination a person is enough; nominate somebody else.',
    }),
  }),
  'nomination-answered': problem({
    status: 409,
    example: { state: 'declined' },
    zh: (d) => ({ title: '提名状态不符', detail: `这份提名目前是“${stateZh[d.state] ?? d.state}”。`, next: '请刷新后查看。' }),
    en: (d) => ({ title: 'Nomination has moved on', detail: `This nomination is “${d.state}”.`, next: 'Refresh and look again.' }),
  }),
  'not-nominee': simple(
    403,
    ['只能由被提名人答复', '参加还是谢绝，由被提名人自己决定。', '请提醒被提名人登录后答复。'],
    ['For the nominee to answer', 'Whether to take part is for the nominee to say.', 'Remind them to log in and answer.'],
  ),
  'not-on-jury': simple(
    403,
    ['不在本届评审团', '只有本届评审团的评委可以评分。', '如应加入评审团，请联系运营。'],
    ['Not on this jury', 'Only judges of this cycle score.', 'Ask an operator if you should be on it.'],
  ),
  'conflict-of-interest': problem({
    status: 403,
    example: { conflict: 'same-department' },
    zh: (d) => ({
      title: '须回避',
      detail: `你与被提名人${conflictZh[d.conflict] ?? '有利益关系'}，不能为其评分。`,
      next: '请为其他提名评分。',
    }),
    en: (d) => ({
      title: 'Conflict of interest',
      detail: `You may not score this nomination: ${conflictEn[d.conflict] ?? d.conflict}.`,
      next: 'Score the others.',
    }),
  }),
  'dossier-not-ready': simple(
    409,
    ['材料正在生成', '提名刚刚截止，材料正从账本中生成。', '请稍后再评分。'],
    ['Dossier not ready', 'Nominations have just closed; dossiers are being drawn from the ledger.', 'Come back in a moment.'],
  ),
  'nobody-scored': simple(
    409,
    ['没有达到评分人数的提名', '没有任何提名达到规定的评分人数，无法产生名单。', '请核对评委评分情况。'],
    ['Nobody has enough scores', 'No nomination was scored by as many judges as the cycle asks for.', 'Look at the scores.'],
  ),
  'leader-reasons': problem({
    status: 422,
    example: { missing: '孟晓棠', others: 0 },
    zh: (d) => ({
      title: '入选理由与名单不符',
      detail: `${d.missing === '' ? '' : `缺少 ${d.missing} 的入选理由。`}${d.others > 0 ? `有 ${d.others} 条理由不属于入选者。` : ''}`,
      next: '名单由评分排名决定；请为每位入选者各写一条理由。',
    }),
    en: (d) => ({
      title: 'Reasons do not fit the list',
      detail: `Missing: ${d.missing || 'none'}; reasons for people not on the list: ${d.others}.`,
      next: 'The ranking decides the list; write one reason for each leader.',
    }),
  }),
  'already-objected': simple(
    409,
    ['已经提过异议', '你对这位入选者已提过异议，正在处理或已有结论。', '请等待处理结果。'],
    ['Objected already', 'You have objected to this name before.', 'Wait for the decision.'],
  ),
  'own-leadership': simple(
    403,
    ['涉及本人', '名单中有你本人，须由他人处理。', '请由另一位运营处理。'],
    ['This concerns yourself', 'You are on the list yourself.', 'Leave it to somebody else.'],
  ),
  'leader-removed': simple(
    409,
    ['已不在名单中', '异议成立，该入选者已从名单中移除。', '无需再提异议。'],
    ['No longer on the list', 'An objection was upheld and the name was taken off.', 'Nothing is left to object to.'],
  ),
  'own-objection': simple(
    403,
    ['须由他人处理', '异议由你提出或与你有关，不能由你裁定。', '请由另一位运营裁定。'],
    ['A second person is needed', 'You raised this objection or are concerned by it.', 'Leave it to another operator.'],
  ),
  'objection-decided': problem({
    status: 409,
    example: { state: 'dismissed' },
    zh: (d) => ({ title: '异议已有结论', detail: `这条异议已${d.state === 'upheld' ? '成立' : '驳回'}。`, next: '请刷新后查看。' }),
    en: (d) => ({ title: 'Decided already', detail: `This objection was ${d.state}.`, next: 'Refresh and look again.' }),
  }),
  'objections-open': problem({
    status: 409,
    example: { count: 2 },
    zh: (d) => ({ title: '还有未处理的异议', detail: `还有 ${d.count} 条异议没有结论。`, next: '请先处理全部异议，再正式公布。' }),
    en: (d) => ({ title: 'Objections are open', detail: `${d.count} objections are not decided.`, next: 'Decide them before publishing.' }),
  }),
}

const phaseZh: Record<string, string> = {
  announced: '预告',
  nominating: '提名',
  scoring: '评分',
  deciding: '定名单',
  publicity: '公示',
  publishing: '待公布',
  published: '已公布',
}
const stateZh: Record<string, string> = { proposed: '等待答复', accepted: '已参加', declined: '已谢绝' }
const daysZh: Record<string, string> = {
  'nominations-end-after-start': '提名截止日不能早于开始日。',
  'frozen-before-close': '材料截至日不能晚于提名截止日。',
  'scores-after-nominations': '评分截止日必须晚于提名截止日。',
}
const daysEn: Record<string, string> = {
  'nominations-end-after-start': 'Nominations close no earlier than they open.',
  'frozen-before-close': 'Dossiers are frozen no later than nominations close.',
  'scores-after-nominations': 'Scoring closes after nominations do.',
}
const kindZh: Record<string, string> = {
  self: '自荐只能提名自己。',
  peer: '提名自己请选择“自荐”。',
  branch: '分会提名须由该分会负责人提名本分会成员，且不能提名自己。',
}
const kindEn: Record<string, string> = {
  self: 'A self-nomination names oneself.',
  peer: 'To nominate yourself, choose “self”.',
  branch: 'A branch nominates through its lead, a member of it, and never the lead.',
}
const conflictZh: Record<string, string> = {
  nominee: '是同一人',
  nominator: '有提名关系（你是提名人）',
  'same-department': '同属一个部门',
  'same-project': '曾共同主理项目',
  declared: '已声明利益关系',
}
const conflictEn: Record<string, string> = {
  nominee: 'it is yourself',
  nominator: 'you nominated them',
  'same-department': 'you work in one department',
  'same-project': 'you hosted a project together',
  declared: 'you stepped aside',
}
