import { problem } from '../http/problem.ts'
import { spokenTime } from '../kernel/time.ts'

export const attendanceProblems = {
  'code-unreadable': problem({
    status: 422,
    example: {},
    zh: () => ({ title: '不是签到码', detail: '扫到的内容不是本系统的签到码。', next: '请对准主理人屏幕上的签到码重新扫描。' }),
    en: () => ({
      title: 'Not a check-in code',
      detail: 'What was scanned is not a code of this system.',
      next: 'Scan the code on the host’s screen.',
    }),
  }),
  'code-expired': problem({
    status: 409,
    example: { goodUntil: '2026-11-20T06:00:45.000Z' },
    zh: () => ({ title: '签到码已过期', detail: '签到码每隔几秒更换，截图或转发无效。', next: '请扫描主理人屏幕上的最新签到码。' }),
    en: () => ({
      title: 'Code expired',
      detail: 'Codes change every few seconds; screenshots do not work.',
      next: 'Scan the code now on the host’s screen.',
    }),
  }),
  'not-signed-up': problem({
    status: 409,
    example: { name: null as string | null, title: '深圳湾红树林净滩 · 第 12 场' },
    zh: (d) => ({
      title: '没有报名这一场',
      detail: `“${d.title}”的名单里没有${d.name ?? '你'}。`,
      next: '请确认是否选错场次；如仍有名额，可先报名再签到。',
    }),
    en: (d) => ({
      title: 'Not signed up',
      detail: `${isEn(d.name)} not on the list of “${d.title}”.`,
      next: 'Check the session, or sign up first while there are places.',
    }),
  }),
  'still-waitlisted': problem({
    status: 409,
    example: { name: null as string | null, position: 3 },
    zh: (d) => ({
      title: '还在候补',
      detail: `${d.name ?? '你'}目前是候补第 ${d.position} 位，名额尚未确认。`,
      next: d.name === null ? '请联系主理人增加名额。' : '请先增加名额，候补会按顺序补上。',
    }),
    en: (d) => ({
      title: 'Still waiting',
      detail: `${isEn(d.name)} number ${d.position} on the waitlist.`,
      next: d.name === null ? 'Ask the host for more places.' : 'Add places; the queue moves up in order.',
    }),
  }),
  'place-given-back': problem({
    status: 409,
    example: { name: null as string | null, cancelledAt: '2026-11-20T04:00:00.000Z' },
    zh: (d) => ({
      title: '报名已取消',
      detail: `${d.name ?? '你'}已于 ${spokenTime(d.cancelledAt, 'zh')} 取消这一场的报名。`,
      next: '如仍有名额，请重新报名后再签到。',
    }),
    en: (d) => ({
      title: 'Place given back',
      detail: `${d.name ?? 'You'} gave the place back ${spokenTime(d.cancelledAt, 'en')}.`,
      next: 'Sign up again while there are places.',
    }),
  }),
  'too-early': problem({
    status: 409,
    example: { opensAt: '2026-11-20T05:30:00.000Z' },
    zh: (d) => ({ title: '还没到签到时间', detail: `签到将于 ${spokenTime(d.opensAt, 'zh')} 开放。`, next: '请到时再扫。' }),
    en: (d) => ({ title: 'Too early', detail: `Check-in opens ${spokenTime(d.opensAt, 'en')}.`, next: 'Scan again then.' }),
  }),
  'too-late': problem({
    status: 409,
    example: { closedAt: '2026-11-20T09:00:00.000Z' },
    zh: (d) => ({
      title: '已过时间',
      detail: `签到或签退已于 ${spokenTime(d.closedAt, 'zh')} 关闭。`,
      next: '签退关闭之前，主理人可以按姓名登记。',
    }),
    en: (d) => ({
      title: 'Too late',
      detail: `It closed ${spokenTime(d.closedAt, 'en')}.`,
      next: 'Until check-out closes, a host can record people by name.',
    }),
  }),
  'not-checked-in': problem({
    status: 409,
    example: { name: null as string | null, title: '深圳湾红树林净滩 · 第 12 场' },
    zh: (d) => ({
      title: '还没有签到',
      detail: `没有找到${d.name ?? '你'}在“${d.title}”的签到记录，无法签退。`,
      next: d.name === null ? '请先扫签到码；若已到场，请联系主理人按姓名登记。' : '请先为此人登记签到。',
    }),
    en: (d) => ({
      title: 'Not checked in',
      detail: `${isEn(d.name)} not checked in at “${d.title}”.`,
      next: d.name === null ? 'Scan the check-in code first, or ask the host.' : 'Record the check-in first.',
    }),
  }),
  'checked-in-elsewhere': problem({
    status: 409,
    example: { name: null as string | null, title: '社区敬老日', inAt: '2026-11-20T06:00:00.000Z' },
    zh: (d) => ({
      title: '正在另一场',
      detail: `${d.name ?? '你'}于 ${spokenTime(d.inAt, 'zh')} 在“${d.title}”签到，尚未签退。`,
      next: '请先在那一场签退。',
    }),
    en: (d) => ({
      title: 'Checked in elsewhere',
      detail: `${isEn(d.name)} checked in at “${d.title}” since ${spokenTime(d.inAt, 'en')} and not out yet.`,
      next: 'Check out there first.',
    }),
  }),
  'already-checked-in': problem({
    status: 409,
    example: {},
    zh: () => ({
      title: '已签到，不能取消报名',
      detail: '你已在这一场签到。',
      next: '如需提前离开，请扫签退码；公益时按实际在场时间确认。',
    }),
    en: () => ({
      title: 'Already checked in',
      detail: 'You are checked in at this session.',
      next: 'If you have to leave, scan the check-out code; hours follow your presence.',
    }),
  }),
  'own-check-in': problem({
    status: 403,
    example: {},
    zh: () => ({ title: '不能为自己代签', detail: '按姓名登记须由另一位主理人操作。', next: '请用手机扫描签到码，或请联合主理人登记。' }),
    en: () => ({ title: 'Own check-in', detail: 'Another host must record you by name.', next: 'Scan the code, or ask a co-host.' }),
  }),
}

/** The person by name when a host looks them up, else the reader. */
function isEn(name: string | null): string {
  return name === null ? 'You are' : `${name} is`
}
