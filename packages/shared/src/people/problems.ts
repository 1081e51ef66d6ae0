import { problem } from '../http/problem.ts'
import type { Bilingual } from '../kernel/language.ts'
import { handOffProblems } from './hand-off-problems.ts'

/** Why a file cannot be read at all; `columns` names the headings it is about. */
const unreadable = {
  empty: () => ({ zh: '文件里没有数据行', en: 'It has no rows' }),
  'not-utf8': () => ({ zh: '文件不是 UTF-8 编码（可能是 GBK）', en: 'It is not in UTF-8; it may be in GBK' }),
  'not-a-table': () => ({ zh: '文件不是有效的 CSV 或 XLSX 表格', en: 'It is not a valid CSV or XLSX table' }),
  'columns-missing': (columns) => ({ zh: `缺少列：${columns}`, en: `These columns are missing: ${columns}` }),
  'column-twice': (columns) => ({ zh: `列重复：${columns}`, en: `These columns stand there twice: ${columns}` }),
} satisfies Record<string, (columns: string) => Bilingual>

export type UnreadableFault = keyof typeof unreadable

export const peopleProblems = {
  ...handOffProblems,
  'login-code-invalid': problem({
    status: 401,
    example: { platform: 'wecom' },
    zh: () => ({ title: '登录码无效', detail: '登录码已使用、已过期或不正确。', next: '请重新登录。' }),
    en: (d) => ({
      title: 'Login code invalid',
      detail: `The ${d.platform} login code is used, expired or wrong.`,
      next: 'Log in again.',
    }),
  }),
  'platform-unavailable': problem({
    status: 503,
    example: { platform: 'wecom' },
    zh: () => ({ title: '登录服务暂不可用', detail: '暂时连不上微信或企业微信的登录服务。', next: '请稍后重试。' }),
    en: (d) => ({
      title: 'Login service unavailable',
      detail: `The login service of ${d.platform} cannot be reached.`,
      next: 'Try again shortly.',
    }),
  }),
  'login-blocked': problem({
    status: 403,
    example: { platform: 'wechat' },
    zh: () => ({
      title: '暂时不能登录',
      detail: '微信判定此账号存在风险，拒绝了登录。',
      next: '请在微信中完成安全验证，或改用企业微信登录。',
    }),
    en: () => ({
      title: 'Login refused by WeChat',
      detail: 'WeChat holds this account for risky and refuses the login.',
      next: 'Complete the security check in WeChat, or log in through WeCom.',
    }),
  }),
  'wechat-not-bound': problem({
    status: 409,
    example: {},
    zh: () => ({
      title: '尚未绑定员工身份',
      detail: '此微信还没有与员工身份绑定。',
      next: '请输入 HR 提供的一次性绑定码，或先在企业微信中打开“益践”获取绑定码。',
    }),
    en: () => ({
      title: 'WeChat not bound',
      detail: 'This WeChat account is not bound to an employee.',
      next: 'Enter the one-time code from HR, or open Yijian in WeCom to get one.',
    }),
  }),
  'wechat-bound-elsewhere': problem({
    status: 409,
    example: {},
    zh: () => ({ title: '已绑定其他账号', detail: '此微信或此员工已与另一方绑定。', next: '如需更换，请联系 HR 解除原绑定。' }),
    en: () => ({
      title: 'Bound elsewhere',
      detail: 'This WeChat account or employee is bound to another.',
      next: 'Ask HR to undo the old binding.',
    }),
  }),
  'bind-code-invalid': problem({
    status: 409,
    example: {},
    zh: () => ({ title: '绑定码无效', detail: '绑定码不正确、已使用或已过期。', next: '请核对后重试，或向 HR 索取新的绑定码。' }),
    en: () => ({
      title: 'Binding code invalid',
      detail: 'The code is wrong, used or expired.',
      next: 'Check it, or ask HR for a new one.',
    }),
  }),
  'employee-unknown': problem({
    status: 403,
    example: {},
    zh: () => ({
      title: '未找到员工信息',
      detail: '系统中没有你的员工记录。',
      next: '新同事的信息通常在入职次日同步；如仍无法登录，请联系 HR。',
    }),
    en: () => ({
      title: 'Employee unknown',
      detail: 'There is no employee record for you.',
      next: 'New records arrive the day after joining; otherwise ask HR.',
    }),
  }),
  'employee-left': problem({
    status: 403,
    example: { leftOn: '2026-10-31' },
    zh: (d) => ({ title: '账号已停用', detail: `员工关系已于 ${d.leftOn} 结束。`, next: '如有疑问，请联系 HR。' }),
    en: (d) => ({ title: 'Account ended', detail: `Employment ended on ${d.leftOn}.`, next: 'Ask HR if this is wrong.' }),
  }),
  'refresh-token-reused': problem({
    status: 401,
    example: {},
    zh: () => ({
      title: '登录已失效',
      detail: '登录凭证被重复使用，为保护账号已退出此次登录。',
      next: '请重新登录；若非本人操作，请在设置中退出所有设备。',
    }),
    en: () => ({
      title: 'Login ended',
      detail: 'A refresh token was used twice; this login was ended to protect you.',
      next: 'Log in again; if it was not you, end all logins in settings.',
    }),
  }),
  'import-has-errors': problem({
    status: 422,
    example: { rows: 320, badRows: 2, listed: 2 },
    zh: (d) => ({
      title: '文件有误，未导入任何数据',
      detail: `共 ${d.rows} 行，其中 ${d.badRows} 行有误，下面列出 ${d.listed} 处。`,
      next: '请按行号修改后重新上传；本次没有写入任何数据。',
    }),
    en: (d) => ({
      title: 'File has errors; nothing was imported',
      detail: `${d.badRows} of ${d.rows} rows have errors; ${d.listed} are listed.`,
      next: 'Correct the listed rows and upload again.',
    }),
  }),
  'import-unreadable': problem({
    status: 422,
    example: { fault: 'columns-missing' as UnreadableFault, columns: '工号、入职日期' },
    zh: (d) => ({
      title: '无法读取文件',
      detail: `${unreadable[d.fault](d.columns).zh}。`,
      next: '请用表格软件另存为 XLSX 或“CSV UTF-8”，并保留模板的表头后重新上传。',
    }),
    en: (d) => ({
      title: 'File unreadable',
      detail: `${unreadable[d.fault](d.columns).en}.`,
      next: 'Save it as XLSX or “CSV UTF-8” with the header of the template, and upload again.',
    }),
  }),
  'branch-code-taken': problem({
    status: 409,
    example: { code: 'shenzhen' },
    zh: (d) => ({ title: '分会代码已存在', detail: `代码 ${d.code} 已被使用。`, next: '请换一个代码。' }),
    en: (d) => ({ title: 'Branch code taken', detail: `The code ${d.code} is in use.`, next: 'Choose another.' }),
  }),
  'role-needs-branch': problem({
    status: 422,
    example: { role: 'branch-lead' },
    zh: () => ({ title: '请选择分会', detail: '分会负责人必须指定所属分会，其他角色不能指定。', next: '请修改后重试。' }),
    en: (d) => ({
      title: 'Branch missing or not wanted',
      detail: `Branch leads need a branch and other roles have none (${d.role}).`,
      next: 'Correct it and try again.',
    }),
  }),
  'role-held-already': problem({
    status: 409,
    example: { since: '2026-01-01' },
    zh: (d) => ({ title: '已有此角色', detail: `此人自 ${d.since} 起已有相同的角色。`, next: '无需重复授予。' }),
    en: (d) => ({ title: 'Role held already', detail: `The person holds it since ${d.since}.`, next: 'Nothing to do.' }),
  }),
  'role-ended': problem({
    status: 409,
    example: {},
    zh: () => ({ title: '角色已结束', detail: '这次授予已经到期或被收回。', next: '如仍需要，请重新授予。' }),
    en: () => ({
      title: 'Role has ended',
      detail: 'This grant has run out or was ended before.',
      next: 'Give the role again if it is needed.',
    }),
  }),
  'own-role': problem({
    status: 403,
    example: {},
    zh: () => ({ title: '不能给自己授权', detail: '角色须由另一位运营授予或收回。', next: '请联系其他运营同事。' }),
    en: () => ({ title: 'Own role', detail: 'Roles are given and ended by another operator.', next: 'Ask a colleague.' }),
  }),
  'demo-only': problem({
    status: 404,
    example: {},
    zh: () => ({ title: '仅演示环境可用', detail: '正式环境不提供演示身份登录。', next: '请用企业微信或微信登录。' }),
    en: () => ({ title: 'Demo only', detail: 'Personas exist in demo mode only.', next: 'Log in with WeCom or WeChat.' }),
  }),
  'departure-too-early': problem({
    status: 422,
    example: { hiredOn: '2026-11-01' },
    zh: (d) => ({ title: '离职日期有误', detail: `离职日期早于入职日期 ${d.hiredOn}。`, next: '请核对后重试。' }),
    en: (d) => ({ title: 'Leaving date wrong', detail: `It lies before the hire date ${d.hiredOn}.`, next: 'Check the dates.' }),
  }),
  'departure-recorded': problem({
    status: 409,
    example: { leftOn: '2026-10-31' },
    zh: (d) => ({ title: '离职已登记', detail: `最后工作日已登记为 ${d.leftOn}。`, next: '如需更正，请在人力系统中修改后重新导入。' }),
    en: (d) => ({
      title: 'Departure recorded already',
      detail: `The last day is recorded as ${d.leftOn}.`,
      next: 'Correct it in the HR system and import again.',
    }),
  }),
}
