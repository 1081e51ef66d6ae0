import { problem } from '../http/problem.ts'
import { spokenTime } from '../kernel/time.ts'

export const signupProblems = {
  'signup-not-open': problem({
    status: 409,
    example: { opensAt: '2026-11-20T06:00:00.000Z' },
    zh: (d) => ({ title: '报名尚未开始', detail: `报名将于 ${spokenTime(d.opensAt, 'zh')} 开始。`, next: '请到时再来。' }),
    en: (d) => ({ title: 'Sign-up not open yet', detail: `It opens ${spokenTime(d.opensAt, 'en')}.`, next: 'Come back then.' }),
  }),
  'signup-closed': problem({
    status: 409,
    example: { closedAt: '2026-11-20T04:00:00.000Z' },
    zh: (d) => ({ title: '报名已截止', detail: `报名已于 ${spokenTime(d.closedAt, 'zh')} 截止。`, next: '看看同项目的其他场次。' }),
    en: (d) => ({
      title: 'Sign-up has closed',
      detail: `It closed ${spokenTime(d.closedAt, 'en')}.`,
      next: 'See other sessions of the project.',
    }),
  }),
  'project-not-published': problem({
    status: 409,
    example: { state: 'paused' },
    zh: () => ({ title: '项目暂不接受报名', detail: '该项目当前未发布或已暂停。', next: '请稍后再看，或联系主理人。' }),
    en: (d) => ({ title: 'Project takes no sign-ups', detail: `The project is ${d.state}.`, next: 'Look again later or ask its host.' }),
  }),
  'already-signed-up': problem({
    status: 409,
    example: { signupId: 'sgn_0d3k9x2m4q7rt', state: 'confirmed' },
    zh: (d) => ({
      title: '你已报名',
      detail: d.state === 'waitlisted' ? '你已在候补队列中。' : '你的名额已确认。',
      next: '可在“我的场次”中查看或取消。',
    }),
    en: (d) => ({
      title: 'Already signed up',
      detail: `You are ${d.state} for this session.`,
      next: 'See or cancel it under My sessions.',
    }),
  }),
  'overlapping-session': problem({
    status: 409,
    example: {
      title: '社区敬老日',
      startsAt: '2026-11-20T06:00:00.000Z',
      endsAt: '2026-11-20T09:00:00.000Z',
      sessionId: 'ses_0d3k9x2m4q7rt',
    },
    zh: (d) => ({
      title: '时间冲突',
      detail: `与你已报名的“${d.title}”（${spokenTime(d.startsAt, 'zh')}–${spokenTime(d.endsAt, 'zh').slice(-5)}）时间重叠。`,
      next: '请先取消那一场，或选择其他场次。',
    }),
    en: (d) => ({
      title: 'Overlapping session',
      detail: `It overlaps with “${d.title}” (${spokenTime(d.startsAt, 'en')} to ${spokenTime(d.endsAt, 'en').slice(-5)}).`,
      next: 'Cancel that one first or choose another.',
    }),
  }),
  'signup-cancelled': problem({
    status: 409,
    example: { cancelledAt: '2026-11-20T04:00:00.000Z' },
    zh: (d) => ({ title: '报名已取消', detail: `该报名已于 ${spokenTime(d.cancelledAt, 'zh')} 取消。`, next: '如仍想参加，请重新报名。' }),
    en: (d) => ({
      title: 'Sign-up was cancelled',
      detail: `It was cancelled ${spokenTime(d.cancelledAt, 'en')}.`,
      next: 'Sign up again if you still want to come.',
    }),
  }),
}
