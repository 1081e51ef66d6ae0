import { problem } from '../http/problem.ts'
import { spokenTime } from '../kernel/time.ts'

export const hoursProblems = {
  'session-not-over': problem({
    status: 409,
    example: { endsAt: '2026-11-20T09:00:00.000Z' },
    zh: (d) => ({
      title: '场次尚未结束',
      detail: `场次将于 ${spokenTime(d.endsAt, 'zh')} 结束，之后才能确认公益时。`,
      next: '请在结束后再来确认。',
    }),
    en: (d) => ({
      title: 'Session not over',
      detail: `It ends ${spokenTime(d.endsAt, 'en')}; hours are confirmed after that.`,
      next: 'Come back after the end.',
    }),
  }),
  'minutes-reason-required': problem({
    status: 422,
    example: { name: '陈小禾', cause: 'changed', proposedMinutes: 180, minutes: 120 },
    zh: (d) => ({
      title: '请填写原因',
      detail: `${d.name}：${minutesCauseZh[d.cause] ?? '需要说明'}（建议 ${d.proposedMinutes} 分钟，填写 ${d.minutes} 分钟）。`,
      next: '请为此人补充原因后再确认。',
    }),
    en: (d) => ({
      title: 'Reason required',
      detail: `${d.name}: ${minutesCauseEn[d.cause] ?? 'needs a word'} (proposed ${d.proposedMinutes} min, entered ${d.minutes} min).`,
      next: 'Add a reason for this person.',
    }),
  }),
  'minutes-above-session': problem({
    status: 422,
    example: { name: '陈小禾', minutes: 300, sessionMinutes: 180 },
    zh: (d) => ({
      title: '超过场次时长',
      detail: `${d.name}：${d.minutes} 分钟超过场次的 ${d.sessionMinutes} 分钟。`,
      next: '请调低后再确认。',
    }),
    en: (d) => ({
      title: 'Longer than the session',
      detail: `${d.name}: ${d.minutes} min exceeds the session’s ${d.sessionMinutes} min.`,
      next: 'Lower it.',
    }),
  }),
  'daily-limit': problem({
    status: 409,
    example: { name: '陈小禾', day: '2026-11-20', limitMinutes: 960, wouldBeMinutes: 1020 },
    zh: (d) => ({
      title: '超过单日上限',
      detail: `${d.name} 在 ${d.day} 合计将达 ${d.wouldBeMinutes} 分钟，超过每日 ${d.limitMinutes} 分钟。`,
      next: '请调低分钟数；确需更多时，下发后由分会负责人更正。',
    }),
    en: (d) => ({
      title: 'Daily limit',
      detail: `${d.name} would have ${d.wouldBeMinutes} min on ${d.day}; the limit is ${d.limitMinutes}.`,
      next: 'Lower it; once issued, a branch lead can correct it upwards.',
    }),
  }),
  'hours-state': problem({
    status: 409,
    example: { name: '陈小禾', state: 'issued', needed: 'completed' },
    zh: (d) => ({
      title: '公益时状态已变化',
      detail: `${d.name} 的公益时当前为“${hoursStateZh[d.state] ?? d.state}”，此操作需要“${hoursStateZh[d.needed] ?? d.needed}”。`,
      next: '请刷新后查看；已下发的请用“更正”。',
    }),
    en: (d) => ({
      title: 'Hours have moved on',
      detail: `The hours of ${d.name} are “${d.state}”; this needs “${d.needed}”.`,
      next: 'Refresh; issued hours are changed by a correction.',
    }),
  }),
  'own-hours': problem({
    status: 403,
    example: { name: '周同学' },
    zh: (d) => ({
      title: '须由第二人经手',
      detail: `${d.name} 的公益时不能由本人或同项目主理人下发、更正，须由分会负责人处理。`,
      next: '已在分会负责人的待办中，请等待处理。',
    }),
    en: (d) => ({
      title: 'A second person is needed',
      detail: `The hours of ${d.name} are not issued or corrected by themself or a host of the same project, but by the branch lead.`,
      next: 'They are in the branch lead’s to-dos.',
    }),
  }),
  'nothing-to-issue': problem({
    status: 409,
    example: { completed: 0 },
    zh: () => ({
      title: '没有可下发的公益时',
      detail: '没有处于“已确认”状态、且可由你下发的记录。',
      next: '请先确认公益时；主理人本人的由分会负责人下发。',
    }),
    en: () => ({
      title: 'Nothing to issue',
      detail: 'No confirmed hours wait for you to issue.',
      next: 'Confirm hours first; those of hosts go to the branch lead.',
    }),
  }),
  'minutes-moved': problem({
    status: 409,
    example: { name: '陈小禾', minutesShown: 180, minutes: 90 },
    zh: (d) => ({
      title: '公益时刚刚有变化',
      detail: `下发和更正以看到的分钟数为准：你看到 ${d.name} 的是 ${d.minutesShown} 分钟，现在是 ${d.minutes} 分钟。`,
      next: '这次什么也没有改变。请看过现在的分钟数和影响，再决定。',
    }),
    en: (d) => ({
      title: 'Minutes have just changed',
      detail: `Hours are issued and corrected by the minutes you saw: ${d.name} had ${d.minutesShown} min then and has ${d.minutes} min now.`,
      next: 'Nothing was done. Look at the new minutes and their effect, then decide again.',
    }),
  }),
  'minutes-unchanged': problem({
    status: 422,
    example: { minutes: 180 },
    zh: (d) => ({ title: '分钟数没有变化', detail: `更正后的 ${d.minutes} 分钟与已下发的相同。`, next: '请填写不同的分钟数。' }),
    en: (d) => ({ title: 'Nothing changes', detail: `${d.minutes} min is what was issued.`, next: 'Enter another number.' }),
  }),
}

const minutesCauseZh: Record<string, string> = {
  changed: '与建议不同',
  'short-presence': '在场时间不足场次的规定比例',
  'no-check-out': '没有签退记录',
}
const minutesCauseEn: Record<string, string> = {
  changed: 'differs from the proposal',
  'short-presence': 'was present too short',
  'no-check-out': 'did not check out',
}
const hoursStateZh: Record<string, string> = { attended: '已到场', completed: '已确认', issued: '已下发' }
