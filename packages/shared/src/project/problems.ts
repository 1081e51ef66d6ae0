import { problem } from '../http/problem.ts'
import { spokenTime } from '../kernel/time.ts'
import type { SessionTimeRule } from './rules.ts'

export const projectProblems = {
  'host-required': problem({
    status: 403,
    example: { projectId: 'prj_0d3k9x2m4q7rt' },
    zh: () => ({ title: '仅主理人可操作', detail: '你不是该项目当前的主理人或联合主理人。', next: '如需协助，请联系项目主理人。' }),
    en: (d) => ({ title: 'Hosts only', detail: `You do not host the project ${d.projectId} today.`, next: 'Ask one of its hosts.' }),
  }),
  'other-branch': problem({
    status: 403,
    example: { branch: '深圳分会' },
    zh: (d) => ({ title: '不属于你的分会', detail: `这属于${d.branch}，须由该分会的负责人处理。`, next: '请转交该分会负责人。' }),
    en: (d) => ({
      title: 'Another branch',
      detail: `This belongs to ${d.branch} and is for its lead.`,
      next: 'Pass it on to that branch lead.',
    }),
  }),
  'own-project': problem({
    status: 403,
    example: {},
    zh: () => ({
      title: '不能审核自己的项目',
      detail: '你是该项目的主理人，审核须由另一位分会负责人完成。',
      next: '请联系其他分会负责人或运营。',
    }),
    en: () => ({
      title: 'Own project',
      detail: 'You host this project; another branch lead must review it.',
      next: 'Ask another branch lead or an operator.',
    }),
  }),
  'project-state': problem({
    status: 409,
    example: { state: 'draft', allowed: ['published', 'paused'] },
    zh: (d) => ({
      title: '项目状态不允许',
      detail: `项目当前为“${projectStateZh[d.state] ?? d.state}”，此操作只适用于${d.allowed.map((state) => `“${projectStateZh[state] ?? state}”`).join('、')}。`,
      next: '请刷新查看项目状态。',
    }),
    en: (d) => ({
      title: 'Project state',
      detail: `The project is “${d.state}”; this needs “${d.allowed.join('” or “')}”.`,
      next: 'Refresh to see its state.',
    }),
  }),
  'sessions-ahead': problem({
    status: 409,
    example: { count: 2, nextAt: '2026-11-20T06:00:00.000Z' },
    zh: (d) => ({
      title: '还有未结束的场次',
      detail: `项目还有 ${d.count} 个场次未结束，最近一场在 ${spokenTime(d.nextAt, 'zh')}。`,
      next: '请待场次结束，或先取消这些场次。',
    }),
    en: (d) => ({
      title: 'Sessions ahead',
      detail: `${d.count} session(s) have not ended, the next one ${spokenTime(d.nextAt, 'en')}.`,
      next: 'Wait for them, or cancel them first.',
    }),
  }),
  'reason-required': problem({
    status: 422,
    example: { for: 'return' },
    zh: () => ({ title: '请填写原因', detail: '此操作必须说明原因，相关同事会看到。', next: '请补充原因后提交。' }),
    en: (d) => ({
      title: 'Reason required',
      detail: `This (${d.for}) needs a reason that the people concerned will see.`,
      next: 'Add a reason.',
    }),
  }),
  'session-times': problem({
    status: 422,
    example: { rule: 'ends-after-start' as SessionTimeRule, startsAt: '2026-11-20T06:00:00.000Z' },
    zh: (d) => ({
      title: '场次时间有误',
      detail: `${sessionTimesZh[d.rule]}所填开始时间为 ${spokenTime(d.startsAt, 'zh')}。`,
      next: '请调整时间后重试。',
    }),
    en: (d) => ({
      title: 'Session times',
      detail: `${sessionTimesEn[d.rule]} The start given is ${spokenTime(d.startsAt, 'en')}.`,
      next: 'Change the times.',
    }),
  }),
  'session-cancelled': problem({
    status: 409,
    example: { reason: '台风预警' },
    zh: (d) => ({ title: '场次已取消', detail: `该场次已取消：${d.reason}。`, next: '看看同项目的其他场次。' }),
    en: (d) => ({
      title: 'Session cancelled',
      detail: `This session was cancelled: ${d.reason}.`,
      next: 'See other sessions of the project.',
    }),
  }),
  'session-started': problem({
    status: 409,
    example: { startsAt: '2026-11-20T06:00:00.000Z' },
    zh: (d) => ({
      title: '场次已开始',
      detail: `场次已于 ${spokenTime(d.startsAt, 'zh')} 开始，不能再修改或取消。`,
      next: '如需更正公益时，请在确认时处理。',
    }),
    en: (d) => ({
      title: 'Session has started',
      detail: `It started ${spokenTime(d.startsAt, 'en')} and can no longer be changed.`,
      next: 'Correct hours when you confirm them.',
    }),
  }),
  'check-in-open': problem({
    status: 409,
    example: { opensAt: '2026-11-20T05:30:00.000Z' },
    zh: (d) => ({
      title: '签到已经开始',
      detail: `${spokenTime(d.opensAt, 'zh')} 起开放签到，这一场的时间不能再改。`,
      next: '地点仍可修改；要改期，请取消这一场，再开一场新的。',
    }),
    en: (d) => ({
      title: 'Check-in is open',
      detail: `Check-in opened ${spokenTime(d.opensAt, 'en')}, so the times of this session stand.`,
      next: 'The place may still change. For another time, cancel this session and open a new one.',
    }),
  }),
  'capacity-below-confirmed': problem({
    status: 409,
    example: { capacity: 40, confirmed: 46 },
    zh: (d) => ({
      title: '名额少于已确认人数',
      detail: `已确认 ${d.confirmed} 人，名额不能降到 ${d.capacity}。`,
      next: '请把名额设为不低于已确认人数；不会自动移除任何人。',
    }),
    en: (d) => ({
      title: 'Capacity below confirmed',
      detail: `${d.confirmed} people are confirmed; capacity cannot be ${d.capacity}.`,
      next: 'Set it no lower; nobody is dropped silently.',
    }),
  }),
  'last-host': problem({
    status: 409,
    example: {},
    zh: () => ({ title: '至少保留一位主理人', detail: '项目不能没有主理人。', next: '请先添加接任者，再结束此人的主理。' }),
    en: () => ({ title: 'Last host', detail: 'A project cannot be without a host.', next: 'Add a successor first.' }),
  }),
  'already-host': problem({
    status: 409,
    example: { since: '2026-01-01' },
    zh: (d) => ({ title: '已是主理人', detail: `此人自 ${d.since} 起已是该项目的主理人。`, next: '无需重复添加。' }),
    en: (d) => ({ title: 'Already a host', detail: `The person hosts the project since ${d.since}.`, next: 'Nothing to do.' }),
  }),
}

const projectStateZh: Record<string, string> = {
  draft: '草稿',
  'in-review': '审核中',
  published: '已发布',
  paused: '已暂停',
  closed: '已结束',
}

const sessionTimesZh: Record<SessionTimeRule, string> = {
  'ends-after-start': '结束时间必须晚于开始时间，且一场不超过 24 小时。',
  'signup-before-end': '报名开始须早于报名截止，报名截止不得晚于场次结束。',
  'late-cancel-before-start': '取消截止时间不得晚于场次开始。',
  'in-the-future': '场次开始时间必须在将来。',
  'known-time-zone': '时区应为 IANA 名称，例如 Asia/Shanghai。',
}
const sessionTimesEn: Record<SessionTimeRule, string> = {
  'ends-after-start': 'A session ends after its start and lasts at most 24 hours.',
  'signup-before-end': 'Sign-up opens before it closes, and closes no later than the session ends.',
  'late-cancel-before-start': 'The late-cancel time lies no later than the start.',
  'in-the-future': 'A session starts in the future.',
  'known-time-zone': 'The time zone is an IANA name such as Asia/Shanghai.',
}
