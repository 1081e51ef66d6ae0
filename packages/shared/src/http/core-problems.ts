import type { Language } from '../kernel/language.ts'
import { roleNames } from '../people/roles.ts'
import { problem } from './problem.ts'

/** Roles as people call them; what the system alone may do has no name. */
const namesOf = (roles: string, language: Language) =>
  roles.split(', ').map((role) => (role in roleNames ? roleNames[role as keyof typeof roleNames][language] : role))

/** Problems that any route may answer; those of a domain live in its own `problems.ts`. */
export const coreProblems = {
  'invalid-request': problem({
    status: 422,
    example: { count: 1 },
    zh: (d) => ({ title: '填写有误', detail: `有 ${d.count} 处内容不符合要求。`, next: '请按提示修改后再提交。' }),
    en: (d) => ({
      title: 'Invalid request',
      detail: `${d.count} value(s) are not valid.`,
      next: 'Correct the listed values and send again.',
    }),
  }),
  'malformed-body': problem({
    status: 400,
    example: {},
    zh: () => ({ title: '无法读取内容', detail: '提交的内容不是有效的 JSON。', next: '请检查格式后重试。' }),
    en: () => ({ title: 'Malformed body', detail: 'The body is not valid JSON.', next: 'Correct the format and send again.' }),
  }),
  'body-too-large': problem({
    status: 413,
    example: { limitBytes: 262_144 },
    zh: (d) => ({ title: '内容过大', detail: `提交的内容超过 ${d.limitBytes} 字节的上限。`, next: '请精简后重试。' }),
    en: (d) => ({ title: 'Body too large', detail: `The body exceeds the limit of ${d.limitBytes} bytes.`, next: 'Send less.' }),
  }),
  'unsupported-media-type': problem({
    status: 415,
    example: { allowed: 'text/csv' },
    zh: (d) => ({ title: '不支持的格式', detail: `这里只接受 ${d.allowed}。`, next: '请换成支持的格式。' }),
    en: (d) => ({ title: 'Unsupported format', detail: `Only ${d.allowed} is accepted here.`, next: 'Use a supported format.' }),
  }),
  'login-required': problem({
    status: 401,
    example: {},
    zh: () => ({ title: '请先登录', detail: '登录状态已失效或尚未登录。', next: '请重新登录。' }),
    en: () => ({ title: 'Login required', detail: 'You are not logged in, or the login has ended.', next: 'Log in again.' }),
  }),
  'role-required': problem({
    status: 403,
    example: { roles: 'branch-lead' },
    zh: (d) => ({
      title: '没有权限',
      detail: `此操作需要的角色：${namesOf(d.roles, 'zh').join('、')}。`,
      next: '如确需办理，请联系运营开通。',
    }),
    en: (d) => ({
      title: 'Role required',
      detail: `This needs the role: ${namesOf(d.roles, 'en').join(', ')}.`,
      next: 'Ask an operator if you need it.',
    }),
  }),
  'not-found': problem({
    status: 404,
    example: { what: 'session' },
    zh: () => ({ title: '没有找到', detail: '内容不存在，或你没有查看的权限。', next: '请返回列表刷新后再试。' }),
    en: (d) => ({ title: 'Not found', detail: `No such ${d.what}, or you may not see it.`, next: 'Go back to the list and refresh.' }),
  }),
  'method-not-allowed': problem({
    status: 405,
    example: { allowed: 'GET, POST' },
    zh: (d) => ({ title: '不支持的操作', detail: `此地址只支持 ${d.allowed}。`, next: '请改用支持的方法。' }),
    en: (d) => ({ title: 'Method not allowed', detail: `This address supports ${d.allowed}.`, next: 'Use a supported method.' }),
  }),
  'state-changed': problem({
    status: 409,
    example: { what: 'project', state: 'published' },
    zh: (d) => ({ title: '状态已变化', detail: `它现在的状态是“${d.state}”，此操作不再适用。`, next: '请刷新后查看最新状态。' }),
    en: (d) => ({
      title: 'State has changed',
      detail: `The ${d.what} is now “${d.state}”; this no longer applies.`,
      next: 'Refresh to see its present state.',
    }),
  }),
  'idempotency-key-required': problem({
    status: 400,
    example: {},
    zh: () => ({
      title: '缺少幂等键',
      detail: '写操作必须带 Idempotency-Key 请求头。',
      next: '请为每次操作生成一个唯一的键，重试时保持不变。',
    }),
    en: () => ({
      title: 'Idempotency key required',
      detail: 'A write needs an Idempotency-Key header.',
      next: 'Make one unique key for each action and keep it on retries.',
    }),
  }),
  'idempotency-key-reused': problem({
    status: 422,
    example: { key: '0d3k9x2m-1' },
    zh: (d) => ({ title: '幂等键已被使用', detail: `键 ${d.key} 曾用于另一个内容不同的请求。`, next: '请为新的操作生成新的键。' }),
    en: (d) => ({
      title: 'Idempotency key reused',
      detail: `Key ${d.key} was used for a different request.`,
      next: 'Make a new key for a new action.',
    }),
  }),
  'too-many-requests': problem({
    status: 429,
    example: { retryAfterSeconds: 30 },
    zh: (d) => ({ title: '操作太频繁', detail: '短时间内的请求超过了上限。', next: `请在 ${d.retryAfterSeconds} 秒后重试。` }),
    en: (d) => ({
      title: 'Too many requests',
      detail: 'The limit for this kind of request is reached.',
      next: `Try again in ${d.retryAfterSeconds} seconds.`,
    }),
  }),
  busy: problem({
    status: 503,
    example: { retryAfterSeconds: 2 },
    zh: () => ({ title: '系统繁忙', detail: '请求没有处理，数据没有变化。', next: '请稍候用同样的操作重试，不会重复提交。' }),
    en: () => ({
      title: 'Busy',
      detail: 'The request was not processed and nothing has changed.',
      next: 'Repeat the same action shortly; it will not be doubled.',
    }),
  }),
  'outcome-unknown': problem({
    status: 503,
    example: {},
    zh: () => ({
      title: '结果待确认',
      detail: '连接在保存时中断，暂时无法确认结果。',
      next: '请用同样的操作重试，系统会给出确切结果，不会重复。',
    }),
    en: () => ({
      title: 'Outcome unknown',
      detail: 'The connection was lost while saving.',
      next: 'Repeat the same action: you get the true result and nothing is doubled.',
    }),
  }),
  'internal-error': problem({
    status: 500,
    example: { requestId: 'req_0d3k9x2m4q7rt' },
    zh: (d) => ({
      title: '系统出错',
      detail: `我们已记录此问题（编号 ${d.requestId}）。`,
      next: '请稍后重试；若仍出现，请把编号告诉运营。',
    }),
    en: (d) => ({
      title: 'Internal error',
      detail: `The fault is recorded (${d.requestId}).`,
      next: 'Try again later; if it persists, tell the operators this number.',
    }),
  }),
} as const
