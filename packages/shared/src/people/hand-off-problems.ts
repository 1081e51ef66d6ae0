import { problem } from '../http/problem.ts'

export const handOffProblems = {
  'operator-exists': problem({
    status: 409,
    example: { operators: 1 },
    zh: (d) => ({
      title: '已有运营',
      detail: `系统里已有 ${d.operators} 位运营。`,
      next: '请由其中一位在应用里授予，或在命令中用 --by 写明由谁授予。',
    }),
    en: (d) => ({
      title: 'There is an operator',
      detail: `${d.operators} hold the role.`,
      next: 'Let one of them give it in the app, or name them in the command by --by.',
    }),
  }),
  'hand-off-gone': problem({
    status: 409,
    example: {},
    zh: () => ({ title: '登录二维码已失效', detail: '二维码已过期或已取消，三分钟内有效。', next: '请在电脑上刷新二维码后重新扫描。' }),
    en: () => ({
      title: 'Login code has ended',
      detail: 'The code has expired or was cancelled; it is good for three minutes.',
      next: 'Show a new code on the computer and scan it again.',
    }),
  }),
  'hand-off-used': problem({
    status: 409,
    example: {},
    zh: () => ({ title: '登录二维码已使用', detail: '这个二维码已经确认过，只能使用一次。', next: '如需再次登录，请在电脑上刷新二维码。' }),
    en: () => ({
      title: 'Login code is used',
      detail: 'This code was confirmed already; it works once.',
      next: 'Show a new code on the computer to log in again.',
    }),
  }),
  'login-state-invalid': problem({
    status: 409,
    example: {},
    zh: () => ({ title: '登录已失效', detail: '这次登录不是从当前浏览器发起，或已经过期、已经使用。', next: '请回到登录页重新开始。' }),
    en: () => ({
      title: 'Login has ended',
      detail: 'This login was not begun in this browser, or is expired or used.',
      next: 'Go back to the login page and begin again.',
    }),
  }),
}
